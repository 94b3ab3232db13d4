import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createDatabases, declaredDatabases, givenAddresses, rolesOf, urlOf, withClient } from '../src/index.ts';

const postgresUrl = givenAddresses(process.env).postgresUrl ?? '';
const [mine, other] = ['mine', 'other'].map((name) => `${name}_${randomBytes(4).toString('hex')}`) as [string, string];

const as = (role: string, database: string, sql: string) =>
  withClient(urlOf(postgresUrl, { database, role }), (client) => client.query(sql));

describe('a service’s database', () => {
  let created: string[];

  beforeAll(async () => {
    created = await createDatabases(postgresUrl, [mine, other]);
    await as(
      rolesOf(mine).migrator,
      mine,
      'CREATE TABLE households (id int PRIMARY KEY, name text); CREATE SEQUENCE numbers',
    );
  });

  afterAll(() =>
    withClient(postgresUrl, async (client) => {
      for (const name of [mine, other]) {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await client.query(`DROP ROLE ${rolesOf(name).migrator}, ${rolesOf(name).app}`);
      }
    }),
  );

  it('is created once, with what is in it kept', async () => {
    expect(created).toEqual([mine, other]);
    expect(await createDatabases(postgresUrl, [mine, other])).toEqual([]);
    expect((await as(rolesOf(mine).migrator, mine, 'SELECT * FROM households')).rows).toEqual([]);
  });

  it('lets the app read and write rows', async () => {
    const { app } = rolesOf(mine);
    await as(app, mine, `INSERT INTO households VALUES (nextval('numbers'), 'Mwape')`);
    await as(app, mine, `UPDATE households SET name = 'Chanda'`);
    expect((await as(app, mine, 'DELETE FROM households RETURNING name')).rows).toEqual([{ name: 'Chanda' }]);
  });

  it.each([
    'CREATE TABLE more ()',
    'DROP TABLE households',
    'TRUNCATE households',
    'ALTER TABLE households ADD age int',
  ])('does not let the app change its shape: %s', async (sql) => {
    await expect(as(rolesOf(mine).app, mine, sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('is closed to every other service', async () => {
    for (const role of Object.values(rolesOf(other))) {
      await expect(as(role, mine, 'SELECT 1')).rejects.toThrow('permission denied for database');
    }
  });

  it('can be extended by its migrator with what search needs', async () => {
    await as(
      rolesOf(mine).migrator,
      mine,
      'CREATE EXTENSION pg_trgm; CREATE EXTENSION fuzzystrmatch; CREATE EXTENSION btree_gist',
    );
    expect((await as(rolesOf(mine).app, mine, `SELECT daitch_mokotoff('Mwape') IS NOT NULL AS found`)).rows).toEqual([
      { found: true },
    ]);
  });

  it('knows upper and lower case, and sorts the same everywhere', async () => {
    const { rows } = await as(
      rolesOf(mine).app,
      mine,
      `SELECT lower('ÇÃO') AS lower, string_agg(w, '' ORDER BY w) AS sorted FROM unnest(ARRAY['b','B','a','é']) w`,
    );
    expect(rows).toEqual([{ lower: 'ção', sorted: 'Babé' }]);
  });
});

it('every declared database is a plain name, once', () => {
  const names = declaredDatabases();
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z_]+$/);
});
