import { z } from 'zod';

import { keyRing, singleKey } from '../encryption/keys.ts';
import { logLevels } from '../logs/logger.ts';
import { sampleKeys } from './production.ts';
import { address, hostList, inDevelopment, share, timeZone, wholeNumber } from './settings.ts';

export const modes = ['development', 'demonstration', 'production'] as const;
export type Mode = (typeof modes)[number];

/**
 * The environment of a service, to be extended with its own variables. What has `.default()` is good everywhere; what has
 * `inDevelopment()` must be set in production.
 */
export function serviceConfig(service: string, defaults: { port: number }) {
  return z.object({
    JANELA_MODE: z
      .enum(modes)
      .default('production')
      .describe('How strict to be; production accepts no development value, and is what is meant when nothing is said'),
    JANELA_PORT: wholeNumber(0, 65_535).default(defaults.port).describe('Port to listen on; 0 takes a free one'),
    JANELA_HOST: z.string().min(1).default('0.0.0.0').describe('Address to listen on'),
    ...connections(service.replaceAll('-', '_')),
    ...tokens,
    ...secrets,
    ...operation,
  });
}

function connections(database: string) {
  const url = (role: string) => `postgres://${database}_${role}:${database}_${role}@localhost:15432/${database}`;
  return {
    JANELA_DATABASE_URL: inDevelopment(
      address('postgres', 'postgresql').describe('Database, as the application role'),
      url('app'),
    ),
    JANELA_DATABASE_POOL: wholeNumber(1, 200).default(10).describe('Database connections at most'),
    JANELA_STATEMENT_TIMEOUT_MS: wholeNumber(100, 3_600_000)
      .default(30_000)
      .describe('Longest time one database statement may take'),
    JANELA_MIGRATOR_URL: inDevelopment(
      address('postgres', 'postgresql').optional().describe('Database, as the migrator role; for migrating only'),
      url('migrator'),
    ),
    JANELA_DATABASE_CA: pem('Authority of the database’s certificate, for sslmode=verify-full'),
    JANELA_KAFKA_BROKERS: inDevelopment(hostList().describe('Kafka brokers'), 'localhost:19092'),
    JANELA_KAFKA_CA: pem(
      'Authority of the brokers’ certificates; with it the connection to Kafka uses TLS. Needed in production',
    ),
    JANELA_KAFKA_USER: z.string().min(1).optional().describe('This service’s user in Kafka (SCRAM-SHA-512)'),
    JANELA_KAFKA_PASSWORD: z.string().min(1).optional().describe('The password of that user'),
    JANELA_KAFKA_CERTIFICATE: pem('Certificate by which Kafka knows this service, in place of user and password'),
    JANELA_KAFKA_KEY: pem('The private key of that certificate'),
    JANELA_EVENTS: z
      .enum(['on', 'off'])
      .default('on')
      .describe('Whether this process publishes and receives events; when off, they wait for one that does'),
    JANELA_REDIS_URL: inDevelopment(address('redis', 'rediss').describe('Redis, for jobs'), 'redis://localhost:16379'),
    JANELA_REDIS_CA: pem('Authority of Redis’s certificate, for rediss://'),
  };
}

/** A certificate or a key: as PEM, or the path of a file that holds it. */
function pem(says: string) {
  return z.string().min(1).optional().describe(`${says}; PEM, or the path of a file`);
}

const tokens = {
  JANELA_OIDC_ISSUER: inDevelopment(
    address('http', 'https').describe('Issuer of the access tokens that are accepted'),
    'http://localhost:8081',
  ),
  JANELA_OIDC_AUDIENCE: z.string().min(1).default('janela').describe('Audience that access tokens must be meant for'),
  JANELA_OIDC_KEYS_URL: address('http', 'https')
    .optional()
    .describe("Where the issuer's public keys are, if not where its discovery document says"),
  JANELA_OIDC_KEYS_CACHE_SECONDS: wholeNumber(1, 86_400)
    .default(300)
    .describe('How long a key that the issuer has retired may still be accepted'),
};

const secrets = {
  JANELA_ENCRYPTION_KEY: inDevelopment(
    keyRing().describe('Keys of encrypted columns, id:base64 of 32 bytes, separated by commas; the first one encrypts'),
    `dev1:${sampleKeys.encryption}`,
  ),
  JANELA_INDEX_KEY: inDevelopment(
    singleKey().describe('Key of the blind indexes, base64 of 32 bytes; changing it means indexing again'),
    sampleKeys.index,
  ),
};

const operation = {
  JANELA_TIME_ZONE: inDevelopment(
    timeZone().describe('Time zone of the country, by which its days begin and its jobs recur'),
    'Africa/Lusaka',
  ),
  JANELA_LOG_LEVEL: z.enum(logLevels).default('info').describe('Least important log line to write'),
  JANELA_OTLP_URL: address('http', 'https')
    .optional()
    .describe('Where traces are sent (OTLP over HTTP); nowhere when not set'),
  JANELA_TRACE_SHARE: share().default(1).describe('Share of traces to keep, 0 to 1'),
  JANELA_OPERATIONS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must be 32 characters or more, without spaces')
    .optional()
    .describe('Bearer token for /metrics, /docs and /openapi.json, 32 characters or more; needed in production'),
  JANELA_DRAIN_MS: wholeNumber(0, 60_000)
    .default(0)
    .describe('How long to go on answering, but not be ready, before stopping'),
};

type Full = z.output<ReturnType<typeof serviceConfig>>;

/** What a service without a database, events, jobs or encrypted columns leaves out with `.omit()`. */
type Optional =
  `JANELA_${'DATABASE' | 'MIGRATOR' | 'REDIS'}_URL` | 'JANELA_KAFKA_BROKERS' | `JANELA_${'ENCRYPTION' | 'INDEX'}_KEY`;

/** What the configuration of any service has. */
export type ServiceConfig = Omit<Full, Optional> & Partial<Pick<Full, Optional>>;

/** The schema of a service's configuration: `serviceConfig(…)`, extended or not. */
export type ConfigSchema<C extends ServiceConfig = ServiceConfig> = z.ZodObject<z.ZodRawShape> & z.ZodType<C>;
