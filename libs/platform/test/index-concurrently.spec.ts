import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createIndexConcurrently, migrate, migratorDataSource } from '@janela/platform';
import { type FreshDatabase, freshDatabase } from '@janela/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateBoxes20261201130000 implements MigrationInterface {
  readonly name = 'CreateBoxes20261201130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE boxes (id int PRIMARY KEY, label text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE boxes');
  }
}

class FindBoxesByLabel20261201130100 implements MigrationInterface {
  readonly name = 'FindBoxesByLabel20261201130100';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, { name: 'boxes_by_label', on: 'boxes (label)', unique: true });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY boxes_by_label');
  }
}

/** As a migration that does not say that it runs outside a transaction. */
class FindBoxesInside20261201130200 implements MigrationInterface {
  readonly name = 'FindBoxesInside20261201130200';
  readonly up = new FindBoxesByLabel20261201130100().up;
  readonly down = new FindBoxesByLabel20261201130100().down;
}

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase([CreateBoxes20261201130000]);
});
afterAll(() => database.drop());

const migrateWith = (...migrations: (new () => MigrationInterface)[]) =>
  migrate(migratorDataSource(database.migratorUrl, [CreateBoxes20261201130000, ...migrations]));
const indexes = () =>
  database.dataSource.query(
    `SELECT indisvalid AS valid, indisunique AS unique FROM pg_index WHERE indexrelid = to_regclass('boxes_by_label')`,
  );

describe('a migration', () => {
  it('gives up a lock that it waits for, so that others do not wait behind it for long', async () => {
    const migrator = await migratorDataSource(database.migratorUrl, []).initialize();
    const [row] = (await migrator.query('SHOW lock_timeout')) as { lock_timeout: string }[];
    await migrator.destroy();
    expect(row).toEqual({ lock_timeout: '5s' });
  });
});

describe('an index on a table in use', () => {
  it('is not created inside a transaction', async () => {
    await expect(migrateWith(FindBoxesInside20261201130200)).rejects.toThrow(/outside a transaction/);
    expect(await indexes()).toEqual([]);
  });

  it('is left unfinished by rows that do not fit, and is created once they do', async () => {
    await database.dataSource.query(`INSERT INTO boxes VALUES (1, 'same'), (2, 'same')`);
    await expect(migrateWith(FindBoxesByLabel20261201130100)).rejects.toMatchObject({ code: '23505' });
    expect(await indexes()).toEqual([{ valid: false, unique: true }]);
    await database.dataSource.query(`UPDATE boxes SET label = 'other' WHERE id = 2`);
    expect(await migrateWith(FindBoxesByLabel20261201130100)).toEqual(['FindBoxesByLabel20261201130100']);
    expect(await indexes()).toEqual([{ valid: true, unique: true }]);
  });
});
