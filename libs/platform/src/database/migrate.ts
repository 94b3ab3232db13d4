import { DataSource, type MigrationInterface } from 'typeorm';

import { postgresConnection } from '../config/tls.ts';
import { PostgresLog } from './postgres-log.ts';

/** A class that TypeORM runs as a migration. */
export type Migration = new () => MigrationInterface;

// Any number, as long as every runner takes the same one.
const migrationLock = 5_310_247;

/** A statement that waits for a table's lock keeps all later ones waiting behind it: after so long it gives up, to be tried again. */
const lockTimeoutMs = 5_000;

/**
 * The connection that migrates: as the role that owns the tables. It reaches every area, because row-level security holds for the
 * owner too and a migration must see every row. `migrations` in the order they run.
 */
export function migratorDataSource(url: string, migrations: Migration[]): DataSource {
  return new DataSource({
    type: 'postgres',
    ...postgresConnection(url),
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'janela-migrator',
    logging: ['warn', 'migration'],
    logger: new PostgresLog(),
    extra: { options: `-c janela.areas={""} -c lock_timeout=${lockTimeoutMs}` },
  });
}

/** Runs what has not run yet, each in its own transaction. A second runner waits for the first and finds nothing to do. Returns their names. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const mine = !dataSource.isInitialized;
  if (mine) await dataSource.initialize();
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('SELECT set_config($1, $2, false)', ['lock_timeout', '0']);
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await guard.release();
    if (mine) await dataSource.destroy();
  }
}
