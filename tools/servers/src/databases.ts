import { readFileSync } from 'node:fs';

import pg from 'pg';

import { UserError } from '@janela/supervisor';

/** The group every service's app role is in: it reads and writes rows, and owns nothing. */
export const appGroup = 'janela_app';

/** Who owns a database's tables, and who works in it. */
export type Roles = { migrator: string; app: string };

/** One service's database carries the service's name, and so do its two roles. */
export const rolesOf = (service: string): Roles => ({ migrator: `${service}_migrator`, app: `${service}_app` });

/** The databases that infra/postgres/databases.json names. */
export const declaredDatabases = (): string[] =>
  JSON.parse(readFileSync(new URL('../../../infra/postgres/databases.json', import.meta.url), 'utf8')) as string[];

/** Creates what is missing of these databases and of their roles; what is there stays as it is. Answers the new ones. */
export async function createDatabases(postgresUrl: string, names: string[]): Promise<string[]> {
  return withClient(postgresUrl, async (client) => {
    const created: string[] = [];
    for (const name of names) {
      const roles = rolesOf(name);
      await createRoles(client, roles);
      if (await createDatabase(client, name, roles.migrator)) created.push(name);
      await admitOnly(client, name, roles);
      await withClient(urlOf(postgresUrl, { database: name }), (inside) => grantDefaults(inside, roles));
    }
    return created;
  });
}

/** The address of another database, or for another role (whose password, on this machine, is its name). */
export function urlOf(postgresUrl: string, { database, role }: { database?: string; role?: string }): string {
  const url = new URL(postgresUrl);
  if (database) url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, role];
  return url.href;
}

/** Creates both login roles and the group, unless they exist. */
export async function createRoles(client: pg.Client, { migrator, app }: Roles): Promise<void> {
  await unlessExists(client, `CREATE ROLE ${appGroup} NOLOGIN`);
  await unlessExists(client, `CREATE ROLE ${id(migrator)} LOGIN PASSWORD ${pg.escapeLiteral(migrator)}`);
  await unlessExists(client, `CREATE ROLE ${id(app)} LOGIN PASSWORD ${pg.escapeLiteral(app)} IN ROLE ${appGroup}`);
}

/** Only these two may connect; a service cannot even open another one's database. */
export async function admitOnly(client: pg.Client, database: string, { migrator, app }: Roles): Promise<void> {
  await client.query(`REVOKE ALL ON DATABASE ${id(database)} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${id(database)} TO ${id(migrator)}, ${id(app)}`);
}

/** What the migrator makes in this database from now on, the app may read and write. A migration takes away what it must. */
export async function grantDefaults(client: pg.Client, { migrator }: Roles): Promise<void> {
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${id(migrator)} GRANT`;
  await client.query(`${defaults} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${appGroup}`);
  await client.query(`${defaults} USAGE, SELECT ON SEQUENCES TO ${appGroup}`);
  await client.query(`${defaults} USAGE ON SCHEMAS TO ${appGroup}`);
}

/** Runs the work with one connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error: Error) => {
    throw new UserError(
      `Postgres at ${new URL(url).host} cannot be used (${error.message}): see that it runs and that the address is right.`,
    );
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function createDatabase(client: pg.Client, name: string, owner: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return false;
  await client.query(`CREATE DATABASE ${id(name)} OWNER ${id(owner)}`);
  return true;
}

/** Roles have no IF NOT EXISTS, and another session may create the same one now: both say so by an error we expect. */
async function unlessExists(client: pg.Client, statement: string): Promise<void> {
  await client.query(statement).catch((error: { code?: string }) => {
    const [duplicateObject, uniqueViolation] = ['42710', '23505'];
    if (error.code !== duplicateObject && error.code !== uniqueViolation) throw error;
  });
}

const id = (name: string) => pg.escapeIdentifier(name);
