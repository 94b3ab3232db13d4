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

describe('a register in which households and payees are already', () => {
  it('keeps who collects when the walls around payees are put up, taken down and put up again', async () => {
    const first = migrations.findIndex(({ name }) => name.startsWith('PayeesNeedTwo'));
    const mine = await freshDatabase(migrations.slice(0, first));
    const before = new DataSource({ type: 'postgres', url: mine.migratorUrl });
    await before.initialize();
    await before.transaction(async (tx) => {
      await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
      for (const sql of old) await tx.query(sql);
    });
    await before.destroy();
    const migrator = new DataSource({
      type: 'postgres',
      url: mine.migratorUrl,
      migrations,
      migrationsTransactionMode: 'each',
    });
    await migrator.initialize();
    const payees = () =>
      migrator.transaction(async (tx) => {
        await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
        return tx.query<unknown[]>('SELECT person_id, deputy_person_id, channel, account_sealed, vacated FROM payees');
      });
    await migrator.runMigrations();
    const kept = await payees();
    for (let place = first; place < migrations.length; place += 1) await migrator.undoLastMigration();
    expect(await payees()).toEqual(kept);
    await migrator.runMigrations();
    expect(await payees()).toEqual(kept);
    expect(kept).toMatchObject([{ channel: 'cash', account_sealed: null, vacated: 'died' }]);
    await migrator.destroy();
    await mine.drop();
  });
});

/** A household whose payee has died, and nobody has followed. */
const [home, dead, alive] = ['1', '2', '3'].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
const old = [
  `INSERT INTO households (id, number, area_code, state, version, source, registered_at, updated_at)
   VALUES ('${home}', 'ZM104011-1', 'ZM104011', 'active', 1, 'window', now(), now())`,
  `INSERT INTO people (id, household_id, area_code, position, given_names, family_name, name_words, name_whole, sex, born_on,
     born_on_precision, relationship, died_on, death_source, death_certainty)
   VALUES ('${dead}', '${home}', 'ZM104011', 0, 'Mary', 'Banda', '{banda,mary}', 'banda mary', 'female', '1950-01-01', 'day', 'head',
       '2026-11-01', 'household', 'certified'),
     ('${alive}', '${home}', 'ZM104011', 1, 'John', 'Banda', '{banda,john}', 'banda john', 'male', '1980-01-01', 'day', 'child', NULL, NULL, NULL)`,
  `INSERT INTO payees (household_id, area_code, person_id, channel, vacated) VALUES ('${home}', 'ZM104011', '${dead}', 'cash', 'died')`,
  `INSERT INTO payee_changes (id, household_id, area_code, state, person_id, channel, requested_by, requested_by_name, requested_at)
   VALUES ('${home}', '${home}', 'ZM104011', 'pending', '${alive}', 'cash', 'a', 'A', now())`,
];

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
