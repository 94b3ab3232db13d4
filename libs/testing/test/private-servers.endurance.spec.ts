import { existsSync } from 'node:fs';

import { withAdmin, withClient } from '@janela/servers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import {
  freshDatabase,
  freshTopics,
  privateBroker,
  privatePostgres,
  type PrivateBroker,
  type PrivatePostgres,
} from '../src/index.ts';

jest.setTimeout(300_000);

describe('a Postgres of one’s own', () => {
  let postgres: PrivatePostgres;

  beforeAll(async () => {
    postgres = await privatePostgres();
  });

  afterAll(() => postgres.drop());

  const count = () =>
    withClient(
      postgres.postgresUrl,
      async (client) => (await client.query('SELECT count(*)::int AS n FROM kept')).rows[0].n,
    );

  it('keeps what was committed when it is stopped, and when it is killed', async () => {
    await withClient(postgres.postgresUrl, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS n'));
    await postgres.server.stop();
    await expect(count()).rejects.toThrow('cannot be used');
    await postgres.server.start();
    expect(await count()).toBe(1);
    await withClient(postgres.postgresUrl, (client) => client.query('INSERT INTO kept VALUES (2)'));
    await postgres.server.kill();
    await postgres.server.start();
    expect(await count()).toBe(2);
  });

  it('has fresh databases like any other', async () => {
    const database = await freshDatabase([], { postgresUrl: postgres.postgresUrl });
    expect(await database.dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.drop();
  });
});

describe('a Kafka of one’s own', () => {
  let broker: PrivateBroker;

  beforeAll(async () => {
    broker = await privateBroker();
  });

  afterAll(() => broker.drop());

  const names = () => withAdmin(broker.brokers, (admin) => admin.listTopics());

  it('keeps its topics when it is stopped, and when it is killed', async () => {
    const { nameOf } = await freshTopics(['registry.household'], { brokers: broker.brokers });
    await broker.server.stop();
    await broker.server.start();
    expect(await names()).toContain(nameOf['registry.household']);
    await broker.server.kill();
    await broker.server.start();
    expect(await names()).toContain(nameOf['registry.household']);
  });

  it('is reached only through its network', async () => {
    broker.network.cut();
    await expect(names()).rejects.toThrow('cannot be used');
    broker.network.heal();
    await expect(names()).resolves.toHaveLength(1);
  });
});

it('leaves nothing behind', async () => {
  const postgres = await privatePostgres();
  const pid = postgres.server.pid;
  await postgres.drop();
  expect(existsSync(`/proc/${pid}`)).toBe(false);
});
