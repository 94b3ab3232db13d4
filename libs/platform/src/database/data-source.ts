import { DataSource, type DataSourceOptions } from 'typeorm';

import { postgresConnection } from '../config/tls.ts';
import { PostgresLog } from './postgres-log.ts';
import { SnakeNamingStrategy } from './snake-naming.ts';

type Entities = DataSourceOptions['entities'];

/** How a service connects to its database. */
export interface ConnectionOptions {
  service: string;
  url: string;
  /** The authority of the server's certificate, where its address says verify-full. */
  ca?: string | undefined;
  entities?: Entities;
  poolSize: number;
  statementTimeoutMs: number;
}

const idleInTransactionMs = 30_000;
const lockTimeoutMs = 10_000;
const connectionTimeoutMs = 5_000;

/** The pool a service works with, as its application role; not yet connected. Nothing here ever changes the schema. */
export function serviceDataSource({
  service,
  url,
  ca,
  entities,
  poolSize,
  statementTimeoutMs,
}: ConnectionOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    ...postgresConnection(url, ca),
    entities: entities ?? [],
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    migrationsRun: false,
    logging: ['error', 'warn'],
    logger: new PostgresLog(),
    applicationName: `janela-${service}`,
    poolSize,
    connectTimeoutMS: connectionTimeoutMs,
    poolErrorHandler: PostgresLog.poolError,
    extra: {
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      idleTimeoutMillis: 60_000,
      // A peer that vanished without a word is noticed.
      keepAlive: true,
    },
  });
}
