import { DataSource, type DataSourceOptions } from 'typeorm';

import { PostgresLog } from './postgres-log.ts';

type Entities = DataSourceOptions['entities'];

/** How a service connects to its database. */
export interface ConnectionOptions {
  service: string;
  url: string;
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
  entities,
  poolSize,
  statementTimeoutMs,
}: ConnectionOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities ?? [],
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
