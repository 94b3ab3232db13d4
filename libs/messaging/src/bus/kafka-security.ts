import type { ConnectionOptions } from 'node:tls';

import { readPem, type ServiceConfig } from '@janela/platform';

/** What a client shows the broker and wants to be shown: nothing in a demonstration, TLS and a user in production. */
export interface KafkaSecurity {
  readonly ssl?: ConnectionOptions;
  readonly sasl?: { readonly mechanism: 'scram-sha-512'; readonly username: string; readonly password: string };
}

type Variables = Partial<Pick<ServiceConfig, `JANELA_KAFKA_${'CA' | 'USER' | 'PASSWORD' | 'CERTIFICATE' | 'KEY'}`>>;

/** Reads it from a service's configuration. */
export function kafkaSecurity(config: Variables): KafkaSecurity {
  const { JANELA_KAFKA_CA: ca, JANELA_KAFKA_USER: username, JANELA_KAFKA_PASSWORD: password } = config;
  const { JANELA_KAFKA_CERTIFICATE: certificate, JANELA_KAFKA_KEY: key } = config;
  const own = certificate !== undefined && key !== undefined && { cert: readPem(certificate), key: readPem(key) };
  return {
    ...(ca !== undefined && { ssl: { ca: [readPem(ca)], ...own } }),
    ...(username !== undefined &&
      password !== undefined && { sasl: { mechanism: 'scram-sha-512', username, password } }),
  };
}
