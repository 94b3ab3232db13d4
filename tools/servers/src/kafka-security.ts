import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

import type { SASLOptions } from 'kafkajs';

/** How an administrator shows who they are to a broker that asks. */
export type KafkaSecurity = { ssl?: ConnectionOptions; sasl?: SASLOptions };

/** What the environment says of it: the variables of the services, with the administrator's values. */
export function givenKafkaSecurity(env: NodeJS.ProcessEnv): KafkaSecurity {
  const { JANELA_KAFKA_CA: ca, JANELA_KAFKA_USER: username, JANELA_KAFKA_PASSWORD: password } = env;
  const { JANELA_KAFKA_CERTIFICATE: certificate, JANELA_KAFKA_KEY: key } = env;
  const own = certificate && key && { cert: readPem(certificate), key: readPem(key) };
  return {
    ...(ca && { ssl: { ca: [readPem(ca)], ...own } }),
    ...(username && password && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}

/** A certificate or a key as PEM, also in one line with `\n` for its ends of lines, or as the path of a file that holds it. */
function readPem(given: string): string {
  return given.includes('-----BEGIN') ? given.replaceAll(String.raw`\n`, '\n') : readFileSync(given, 'utf8');
}
