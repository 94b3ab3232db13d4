import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@janela/servers';
import type { QueryRunner } from 'typeorm';

import { freshDatabase, testServers, type FreshDatabase } from '../src/index.ts';

let timesMigrated = 0;

class CreateLedger20261120000000 {
  name = 'CreateLedger20261120000000';

  async up(runner: QueryRunner): Promise<void> {
    timesMigrated += 1;
    await runner.query(
      'CREATE TABLE entries (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, amount bigint NOT NULL)',
    );
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON entries FROM janela_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entries');
  }
}

describe('a fresh database', () => {
  let first: FreshDatabase;
  let second: FreshDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([
      freshDatabase([CreateLedger20261120000000]),
      freshDatabase([CreateLedger20261120000000]),
    ]);
  });

  afterAll(() => Promise.all([first.drop(), second.drop()]));

  it('is migrated once, however many specs ask for it at once', () => {
    expect(timesMigrated).toBeLessThanOrEqual(1);
  });

  it('is used by no other spec', async () => {
    await first.dataSource.query('INSERT INTO entries (amount) VALUES (1), (2)');
    expect(await first.dataSource.query('SELECT count(*)::int AS entries FROM entries')).toEqual([{ entries: 2 }]);
    expect(await second.dataSource.query('SELECT count(*)::int AS entries FROM entries')).toEqual([{ entries: 0 }]);
  });

  it('gives the app the rights of a running service, and no more', async () => {
    await expect(first.dataSource.query('DELETE FROM entries')).rejects.toThrow('permission denied');
    await expect(first.dataSource.query('CREATE TABLE more ()')).rejects.toThrow('permission denied');
    await withClient(first.migratorUrl, (client) => client.query('CREATE TABLE more (); DROP TABLE more'));
  });

  it('is gone after drop, even while something is connected', async () => {
    const third = await freshDatabase([CreateLedger20261120000000]);
    const dropped = await withClient(third.migratorUrl, async (client) => {
      client.on('error', () => undefined);
      await third.drop();
      return new URL(third.url).pathname.slice(1);
    }).catch((error: Error) => error.message);
    const names = await withClient(testServers().postgresUrl, (client) =>
      client.query('SELECT datname FROM pg_database'),
    );
    expect(names.rows.map(({ datname }) => datname)).not.toContain(dropped);
  });
});
