import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationStates, enrolmentStates, householdStates, programmeVersionStates } from '@janela/contracts';
import { freshDatabase, type FreshDatabase } from '@janela/testing';
import { DataSource } from 'typeorm';

import { entities, migrations } from '../src/data-source.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(migrations, { entities });
}, 60_000);
afterAll(() => database.drop());

describe('the tables', () => {
  it.each([
    ['applications_state_known', applicationStates.states],
    ['enrolments_state_known', enrolmentStates.states],
    ['household_facts_state_known', householdStates.states],
    ['programme_versions_state_known', programmeVersionStates.states],
  ])('know the states of the contract: %s', async (constraint, states) => {
    const [row] = await database.dataSource.query<{ check: string }[]>(
      'SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conname = $1',
      [constraint],
    );
    expect([...(row?.check.matchAll(/'(\w+)'/g) ?? [])].map(([, state]) => state).toSorted()).toEqual(
      states.toSorted(),
    );
  });

  it.each([
    ['scorecards', ['DELETE', 'TRUNCATE', 'UPDATE']],
    ['determinations', ['DELETE', 'TRUNCATE', 'UPDATE']],
    ['decisions', ['DELETE', 'TRUNCATE', 'UPDATE']],
    ['applications', ['DELETE', 'TRUNCATE']],
    ['enrolments', ['DELETE', 'TRUNCATE']],
    ['programme_versions', ['DELETE', 'TRUNCATE']],
    ['quotas', ['DELETE', 'TRUNCATE']],
  ])('keep what was written from being lost: %s', async (table, verbs) => {
    const may = await Promise.all(
      verbs.map((verb) => database.dataSource.query(`SELECT has_table_privilege($1, $2) AS may`, [table, verb])),
    );
    expect(may).toEqual(verbs.map(() => [{ may: false }]));
  });

  it('have a column for everything that the code reads and writes', async () => {
    for (const entity of entities) {
      const { tableName, columns } = database.dataSource.getMetadata(entity);
      const rows = await database.dataSource.query<{ name: string; nullable: boolean }[]>(
        `SELECT column_name AS name, is_nullable = 'YES' AS nullable FROM information_schema.columns
         WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY 1`,
        [tableName],
      );
      const known = columns.map(({ databaseName: name, isNullable: nullable }) => ({ name, nullable }));
      expect([tableName, known.toSorted((a, b) => (a.name < b.name ? -1 : 1))]).toEqual([tableName, rows]);
    }
  });

  it('can be taken back, to nothing', async () => {
    const mine = await freshDatabase(migrations);
    const migrator = new DataSource({ type: 'postgres', url: mine.migratorUrl, migrations });
    await migrator.initialize();
    for (const _ of migrations) await migrator.undoLastMigration();
    const left = await migrator.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await migrator.destroy();
    await mine.drop();
    expect(left).toEqual([]);
  });
});
