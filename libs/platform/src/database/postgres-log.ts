import { Logger } from '@nestjs/common';
import type { Logger as TypeormLogger } from 'typeorm';

/** TypeORM prints statements with their parameters, which are people's data. Only what cannot name a person is kept. */
export class PostgresLog implements TypeormLogger {
  private static readonly log = new Logger('Database');

  /** A pooled connection broke while it was idle; the pool opens another. */
  static poolError(this: void, error: unknown): void {
    PostgresLog.log.warn('An idle database connection was lost', { err: error });
  }

  logQuery(): void {}

  /** The error reaches the caller; logging it here as well would say everything twice. */
  logQueryError(): void {}

  logQuerySlow(time: number): void {
    PostgresLog.log.warn('A database statement was slow', { timeMs: time });
  }

  logSchemaBuild(): void {}

  logMigration(message: string): void {
    PostgresLog.log.log(message);
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') PostgresLog.log.warn(String(message));
  }
}
