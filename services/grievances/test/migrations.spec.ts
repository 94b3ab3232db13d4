import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migratorDataSource } from '@janela/platform';
import { freshDatabase, type FreshDatabase } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { migrations } from '../src/data-source.ts';

// A migration after the other, and their way back, on a busy machine.
jest.setTimeout(60_000);

let database: FreshDatabase;
let migrator: DataSource;
const before = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name.startsWith('CreateSubjectCycles')),
);

beforeAll(async () => {
  database = await freshDatabase(before);
  await rows(`INSERT INTO subject_payments (id, household_id, area_code, hands, settled_at)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'ZM104011', '{officer}', now())`);
  migrator = migratorDataSource(database.migratorUrl, migrations);
  await migrator.initialize();
});
afterAll(async () => {
  await migrator.destroy();
  await database.drop();
});

const rows = (sql: string) =>
  database.dataSource.transaction(async (tx) => {
    await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
    return tx.query<Record<string, unknown>[]>(sql);
  });

describe('a database that was used before events said who acted on a cycle', () => {
  it('is brought up to date with all that is in it, and taken back, and brought up to date again', async () => {
    await migrator.runMigrations();
    expect(await rows('SELECT hands, cycle_id FROM subject_payments')).toEqual([
      { hands: ['officer'], cycle_id: null },
    ]);
    await rows(`INSERT INTO subject_cycles VALUES (gen_random_uuid(), '{officer}')`);
    for (const _ of migrations.slice(before.length)) await migrator.undoLastMigration();
    expect(await rows('SELECT hands FROM subject_payments')).toEqual([{ hands: ['officer'] }]);
    await migrator.runMigrations();
    expect(await rows('SELECT hands, cycle_id FROM subject_payments')).toHaveLength(1);
  });

  it('can be taken down to nothing', async () => {
    for (const _ of migrations) await migrator.undoLastMigration();
    const left = await database.dataSource.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'`,
    );
    expect(left).toEqual([]);
  });
});
