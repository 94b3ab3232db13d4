import { createHash, randomUUID } from 'node:crypto';

import { admitOnly, createRoles, grantDefaults, urlOf, withClient, type Roles } from '@janela/servers';
import { SnakeNamingStrategy } from '@janela/platform';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

import { testServers } from './test-servers.ts';

/** A class that TypeORM runs as a migration. */
export type Migration = new () => MigrationInterface;

export type FreshDatabase = {
  /** For the app role, which has the rights that a running service has. */
  url: string;
  /** For the role that owns the tables. */
  migratorUrl: string;
  /** Open, as the app role. */
  dataSource: DataSource;
  /** Closes `dataSource` and deletes the database, whatever is still connected. */
  drop: () => Promise<void>;
};

export type FreshDatabaseOptions = {
  entities?: DataSourceOptions['entities'];
  /** Another Postgres than that of the test run, as its superuser. */
  postgresUrl?: string;
};

const roles: Roles = { migrator: 'janela_test_migrator', app: 'janela_test_app' };

/** Any number that is not locked elsewhere. */
const templateLock = 7_301_518;

/**
 * A database of one's own with these migrations run. They run once, into a template that is then copied, so every
 * further database with the same migrations is there in well under 100 ms.
 */
export async function freshDatabase(
  migrations: Migration[],
  options: FreshDatabaseOptions = {},
): Promise<FreshDatabase> {
  const postgresUrl = options.postgresUrl ?? testServers().postgresUrl;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(postgresUrl, async (client) => {
    const template = await templateFor(migrations, postgresUrl);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${roles.migrator}`);
    await admitOnly(client, name, roles);
  });
  const url = urlOf(postgresUrl, { database: name, role: roles.app });
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: options.entities ?? [],
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
  });
  await dataSource.initialize();
  const drop = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await withClient(postgresUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url, migratorUrl: urlOf(postgresUrl, { database: name, role: roles.migrator }), dataSource, drop };
}

async function templateFor(migrations: Migration[], postgresUrl: string): Promise<string> {
  const text = migrations.map((migration) => `${migration.name} ${migration.toString()}`).join('\n');
  const template = `template_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  await withClient(postgresUrl, async (client) => {
    const exists = async () => (await client.query('SELECT FROM pg_database WHERE datname = $1', [template])).rowCount;
    if (await exists()) return;
    // Several spec files may want the same template at once: one makes it, the others wait and find it.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    if (await exists()) return;
    await createRoles(client, roles);
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER ${roles.migrator}`);
    await withClient(urlOf(postgresUrl, { database: draft }), (inside) => grantDefaults(inside, roles));
    await migrate(migrations, urlOf(postgresUrl, { database: draft, role: roles.migrator }));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

async function migrate(migrations: Migration[], url: string): Promise<void> {
  const dataSource = new DataSource({ type: 'postgres', url, migrations, migrationsTransactionMode: 'each' });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
