import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  consentMethods,
  consentPurposes,
  datePrecisions,
  deliveryChannels,
  householdStates,
  importStates,
  maritalStatuses,
  payeeChangeStates,
  payeeMissingReasons,
  RegistrationSource,
  relationships,
  sexes,
  works,
} from '@janela/contracts';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import { DataSource } from 'typeorm';

import { entities, migrations } from '../src/data-source.ts';

// Seven migrations and their way back, on a busy machine.
jest.setTimeout(60_000);

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase(migrations, { entities });
});
afterAll(() => database.drop());

describe('the tables of the registry', () => {
  it.each<[string, readonly string[]]>([
    ['households_state_known', householdStates.states],
    ['households_source_known', RegistrationSource.options],
    ['household_changes_source_known', RegistrationSource.options],
    ['imports_state_known', importStates.states],
    ['people_sex_known', sexes],
    ['people_born_on_precision_known', datePrecisions],
    ['people_relationship_known', relationships],
    ['people_marital_status_known', maritalStatuses],
    ['people_work_known', works],
    ['payees_channel_known', deliveryChannels],
    ['payees_vacated_known', payeeMissingReasons],
    ['payee_changes_state_known', payeeChangeStates],
    ['payee_changes_channel_known', deliveryChannels],
    ['consents_purpose_known', consentPurposes],
    ['consents_method_known', consentMethods],
  ])('hold %s to the codes of the contract', async (constraint, codes) => {
    const [row] = await database.dataSource.query<{ text: string }[]>(
      'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
      [constraint],
    );
    expect([...(row?.text ?? '').matchAll(/'([^']*)'/g)].map(([, code]) => code)).toEqual([...codes]);
  });

  it('are what the entities say', async () => {
    for (const { tableName, columns } of database.dataSource.entityMetadatas) {
      const stored = await database.dataSource.query<{ name: string; type: string; nullable: boolean }[]>(
        `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0`,
        [tableName],
      );
      const said = columns.map(({ databaseName: name, type, isArray }) => ({
        name,
        type: `${String(type)}${isArray ? '[]' : ''}`,
      }));
      const types = { 'timestamp with time zone': 'timestamptz' } as Record<string, string>;
      expect(said.toSorted(byName)).toEqual(
        stored.map(({ name, type }) => ({ name, type: types[type] ?? type })).toSorted(byName),
      );
    }
  });

  it('can be taken down again, to nothing', async () => {
    const mine = await freshDatabase(migrations);
    const migrator = new DataSource({ type: 'postgres', url: mine.migratorUrl, migrations });
    await migrator.initialize();
    for (const _ of migrations) await migrator.undoLastMigration();
    const left = await migrator.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'`,
    );
    expect(left).toEqual([]);
    await migrator.destroy();
    await mine.drop();
  });
});

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
