import { ConfigurationError, type Environment, readMigratorUrl } from '../config/read-config.ts';
import type { ConfigSchema } from '../config/service-config.ts';
import { migrate, type Migration, migratorDataSource } from './migrate.ts';

/**
 * What a service's `migrate.ts` is: a command of its own, with a role of its own, so that the service itself never changes its
 * tables. Says what it did; a wrong environment ends it with code 1.
 */
export async function migrateCommand(
  schema: ConfigSchema,
  migrations: Migration[],
  environment: Environment,
): Promise<void> {
  try {
    const done = await migrate(migratorDataSource(readMigratorUrl(schema, environment), migrations));
    process.stdout.write(done.length > 0 ? `${done.join('\n')}\n` : 'The database is up to date.\n');
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
