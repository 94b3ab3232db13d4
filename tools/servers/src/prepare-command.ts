import { UserError, log } from '@janela/supervisor';

import { givenAddresses } from './addresses.ts';
import { givenKafkaSecurity } from './kafka-security.ts';
import { prepare } from './prepare.ts';

/** Databases, roles and topics on the servers that the environment names, once: for docker-compose.yml. */
try {
  const { postgresUrl, redisUrl = '', kafkaBrokers } = givenAddresses(process.env);
  if (!postgresUrl || !kafkaBrokers) throw new UserError('JANELA_POSTGRES_URL and JANELA_KAFKA_BROKERS must be set.');
  await prepare({ postgresUrl, redisUrl, kafkaBrokers }, log, givenKafkaSecurity(process.env));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
