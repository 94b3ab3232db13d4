import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@janela/testing';

import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import { ShardLeases, shardCount } from '../src/outbox/shard-leases.ts';

describe('the shards of a relay', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(mailboxMigrations);
  });
  afterAll(() => database.drop());

  it('stay with it when it renews its lease at the moment it says that it waits', async () => {
    const { dataSource } = database;
    const leases = new ShardLeases(dataSource);
    await leases.renew();
    expect(leases.held()).toHaveLength(shardCount);
    let renewed: Promise<void> | undefined;
    await dataSource.transaction(async (tx) => {
      await tx.query('UPDATE outbox_shards SET waiting = true WHERE owner = $1', [leases.relayId]);
      renewed = leases.renew();
      await dataSource.query('SELECT pg_sleep(0.2)');
    });
    await renewed;
    expect(leases.held()).toHaveLength(shardCount);
    await leases.stop();
  });
});
