import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migratorDataSource } from '@janela/platform';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { hashesOfList } from '../src/cycle-records/list-hash.ts';
import { migrations } from '../src/data-source.ts';
import { seeingAll } from './books.ts';

// A migration after the other, and their way back, on a busy machine.
jest.setTimeout(60_000);

let database: FreshDatabase;
let migrator: DataSource;
/** As it was before anything needed two people. */
const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name.startsWith('AskListsAgain')),
);
const later = migrations.length - before.length;

const [programme, cycle, live, over, outcome] = Array.from({ length: 5 }, () => randomUUID()) as [
  ...[string, string, string, string, string],
];
const old = [
  `INSERT INTO enrolments (id, programme_id, programme, household_id, covered_person_ids, area_code)
   SELECT id, '${programme}', 'SCT', gen_random_uuid(), ARRAY[gen_random_uuid()], 'ZM104011'
   FROM unnest(ARRAY['${live}', '${over}']::uuid[]) id`,
  `INSERT INTO enrolment_spells VALUES ('${live}', '2026-01-01', NULL), ('${over}', '2026-01-01', '2026-06-01')`,
  `INSERT INTO payees (id, household_id, person_id, channel, provider, current, designated_at)
   SELECT gen_random_uuid(), household_id, gen_random_uuid(), 'cash', 'sandbox', true, now() FROM enrolments`,
  `INSERT INTO cycles (id, state, programme_id, programme, period, period_months, frequency, cutoff_on, currency, count, total_minor,
     opened_by, submitted_by, list_hash, approved_by)
   VALUES ('${cycle}', 'approved', '${programme}', 'SCT', '2026-09', 2, 'every_two_months', '2026-10-31', 'ZMW', 2, 80000,
     'one', 'one', sha256('as it was computed then'), 'another')`,
  `INSERT INTO payments (cycle_id, enrolment_id, household_id, area_code, period, programme_version, amount_minor, currency, state,
     payee_id, provider, channel)
   SELECT '${cycle}', n.id, n.household_id, n.area_code, '2026-09', 1, 40000, 'ZMW', 'frozen', y.id, 'sandbox', 'cash'
   FROM enrolments n JOIN payees y USING (household_id)`,
  `INSERT INTO outcomes (id, instruction_id, provider, status, provider_reference, occurred_at, verdict)
   VALUES ('${outcome}', gen_random_uuid(), 'sandbox', 'paid', 'A', now(), 'unknown_instruction')`,
  `INSERT INTO difference_settlements (outcome_id, resolution, note, by_actor) VALUES ('${outcome}', 'dismissed', 'Not ours.', 'one')`,
  `INSERT INTO funds (programme, amount_minor, currency, source, reference, received_on, added_by)
   SELECT 'SCT', 5, 'ZMW', 'GRZ', reference, '2026-01-15', 'one' FROM unnest(ARRAY['WAR-1', 'war - 1', 'WAR-2']) reference`,
  `INSERT INTO contributions (person_id, household_id, area_code, programme, branch, period, amount_minor, currency, channel, receipt,
     received_on, recorded_by)
   SELECT gen_random_uuid(), gen_random_uuid(), 'ZM104011', 'NAPSA', 'old_age', '2026-09', 5, 'ZMW', 'window', receipt, '2026-09-15',
     'one' FROM unnest(ARRAY['R-1', 'r-1', 'R-2']) receipt`,
];

beforeAll(async () => {
  database = await freshDatabase(before);
  await seeingAll(database.dataSource, async (tx) => {
    for (const sql of old) await tx.query(sql);
  });
  migrator = migratorDataSource(database.migratorUrl, migrations);
  await migrator.initialize();
});
afterAll(async () => {
  await migrator.destroy();
  await database.drop();
});

const rows = <Row = Record<string, unknown>>(sql: string) =>
  seeingAll(database.dataSource, (tx) => tx.query<Row[]>(sql));

describe('a database that was used before money needed two people', () => {
  it('is brought up to date with all that is in it', async () => {
    await migrator.runMigrations();
    expect(await rows(`SELECT id, state FROM enrolments ORDER BY state`)).toEqual([
      { id: live, state: 'active' },
      { id: over, state: 'ended' },
    ]);
    const [list] = await rows<{ lines_hash: Buffer }>('SELECT lines_hash FROM cycles');
    const { linesHash } = await seeingAll(database.dataSource, (tx) => hashesOfList(tx, cycle));
    expect(list?.lines_hash.equals(linesHash)).toBe(true);
    expect(await rows('SELECT count(*)::int AS count FROM households WHERE payee_id IS NOT NULL')).toEqual([
      { count: 2 },
    ]);
    expect(await rows('SELECT state, decided_by, count(*)::int AS count FROM funds GROUP BY 1, 2')).toEqual([
      { state: 'approved', decided_by: 'system:payments', count: 3 },
    ]);
    expect(await rows('SELECT state, resolution, reason, outcome_id FROM settlements')).toEqual([
      { state: 'confirmed', resolution: 'dismissed', reason: 'Not ours.', outcome_id: outcome },
    ]);
    for (const [table, key] of [
      ['funds', 'reference_key'],
      ['contributions', 'receipt_key'],
    ])
      expect(await rows(`SELECT count(DISTINCT ${key})::int AS keys FROM ${table}`)).toEqual([{ keys: 3 }]);
  });

  it('can be taken back, and is brought up to date again, with what was done since', async () => {
    const refuse = `UPDATE funds SET state = 'refused', decided_by = 'another', decided_at = now(), refusal = 'Less.'
      WHERE state = 'proposed'`;
    for (const then of [refuse, refuse, 'SELECT']) {
      await rows(`INSERT INTO funds (programme, amount_minor, currency, source, reference, reference_key, received_on, added_by)
        VALUES ('SCT', 7, 'ZMW', 'GRZ', 'WAR-3', 'war-3', '2026-02-15', 'one')`);
      await rows(then);
    }
    for (let step = 0; step < later; step += 1) await migrator.undoLastMigration();
    // What is not approved was never given.
    expect(await rows('SELECT reference FROM funds ORDER BY reference')).toHaveLength(3);
    expect(await rows('SELECT outcome_id, note FROM difference_settlements')).toEqual([
      { outcome_id: outcome, note: 'Not ours.' },
    ]);
    expect(await rows('SELECT count(*)::int AS count FROM payments')).toEqual([{ count: 2 }]);
    await migrator.runMigrations();
    expect(await rows(`SELECT count(*)::int AS count FROM funds WHERE state = 'approved'`)).toEqual([{ count: 3 }]);
  });

  it('can be taken down to nothing', async () => {
    for (const _ of migrations) await migrator.undoLastMigration();
    const left = await database.dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'`,
    );
    expect(left).toEqual([]);
  });
});
