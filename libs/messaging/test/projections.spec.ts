import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '@janela/platform';
import { seeded } from '@janela/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import { recordOf } from '../src/testing.ts';
import { OnEventBatch, Projection } from '../src/subscriptions/on-event.ts';
import { createProjection, dropProjection, readProjection, removeProjection } from '../src/projections/projections.ts';
import { ProjectionCutover } from '../src/projections/projection-cutover.ts';
import type { ReceivedEvent } from '../src/inbox/received-event.ts';
import { planConsumers } from '../src/subscriptions/subscriptions.ts';
import type { TestEvents } from './fixture/events.ts';
import { consumerOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, type World } from './fixture/world.ts';

const tables = [
  `CREATE TABLE counts (household_id uuid PRIMARY KEY, events int NOT NULL, latest int, here boolean NOT NULL)`,
];

function creating(version: number) {
  const mark = { name: 'counting', version };
  return class implements MigrationInterface {
    readonly name = `CreateCounting${20261120110000 + version}`;
    up = (runner: QueryRunner) => createProjection(runner, mark, tables);
    down = (runner: QueryRunner) => removeProjection(runner, mark);
  };
}

/** How many events each household had, and whether it is still here; the same rows whichever way the events are cut. */
function counting(events: TestEvents, version: number): object {
  @Projection('counting', { version })
  class Counting {
    @OnEventBatch(events.Counted, events.Left)
    async apply(received: readonly ReceivedEvent<TestEvents['Counted' | 'Left']>[], tx: Tx): Promise<void> {
      for (const [householdId, own] of Map.groupBy(received, ({ key }) => key)) {
        const counts = own.flatMap((event) =>
          event.type === events.Counted.type && 'count' in event.data ? [event.data.count] : [],
        );
        const last = own.at(-1);
        await tx.query(
          `INSERT INTO counts AS c VALUES ($1, $2, $3, $4) ON CONFLICT (household_id) DO UPDATE SET
             events = c.events + excluded.events, latest = coalesce(excluded.latest, c.latest), here = excluded.here`,
          [householdId, own.length, counts.at(-1) ?? null, last?.type === events.Counted.type],
        );
      }
    }
  }
  return new Counting();
}

describe('a projection that is built again', () => {
  let world: World;
  const read = <T>(work: (tx: Tx) => Promise<T>) => world.listener.dataSource.transaction(work);
  const rowsOf = (version: number) =>
    world.listener.dataSource.query<object[]>(`SELECT * FROM counting_v${version}.counts ORDER BY household_id`);
  const statesNow = () =>
    world.listener.dataSource.query<object[]>('SELECT version, state FROM projections ORDER BY version');

  beforeAll(async () => {
    world = await createWorld({ listenerMigrations: [creating(1), creating(2)] });
  });
  afterAll(() => world.end());

  it('comes to the same rows, takes over in one step once it has caught up, and then the old one can be dropped', async () => {
    const random = seeded('built again');
    const { service, events, speaker, listener, bus } = world;
    const relay = relayOf({ service, database: speaker.dataSource, bus });
    world.cleanUp.push(() => relay.stop());
    relay.start();
    const households = Array.from({ length: 50 }, () => randomUUID());
    const publish = async (count: number) => {
      for (let at = 0; at < count; at += 1) {
        const householdId = random.pick(households);
        const event = random.next() < 0.8 ? events.Counted : events.Left;
        await speaker.dataSource.transaction((tx) => world.outbox.add(tx, event, { householdId, count: at } as never));
      }
    };
    const planned = (version: number) => {
      const [plan] = planConsumers([counting(events, version)], { service, catalogue: events.all });
      if (!plan) throw new Error('a projection');
      return plan;
    };
    const [first, second] = [planned(1), planned(2)];
    const total = async (version: number) =>
      Number(
        (await listener.dataSource.query<{ sum: string }[]>(`SELECT sum(events) FROM counting_v${version}.counts`))[0]
          ?.sum,
      );

    await publish(400);
    consumerOf({ plan: first, database: listener.dataSource }).start(bus);
    await until(
      () => total(1),
      (sum) => sum === 400,
    );
    expect(await statesNow()).toEqual([
      { version: 1, state: 'active' },
      { version: 2, state: 'building' },
    ]);
    await expect(
      listener.dataSource.transaction((tx) => dropProjection(tx, { name: 'counting', version: 1 })),
    ).rejects.toThrow('is not retired');

    // The new version starts while the old one goes on, and reads everything from the beginning.
    const cutover = new ProjectionCutover({ name: 'counting', version: 2 }, second.consumer, (work) =>
      listener.dataSource.transaction(work),
    );
    const consider = async () => cutover.consider(await bus.positions(second.consumer, second.topics));
    expect(await consider()).toBe(false);
    expect(await consider()).toBe(false);
    expect(await read((tx) => readProjection(tx, 'counting'))).toBe(1);
    consumerOf({ plan: second, database: listener.dataSource }).start(bus);
    await publish(200);
    await until(consider, (done) => done);

    expect(await statesNow()).toEqual([
      { version: 1, state: 'retired' },
      { version: 2, state: 'active' },
    ]);
    await until(
      () => total(1),
      (sum) => sum === 600,
    );
    await until(
      () => total(2),
      (sum) => sum === 600,
    );
    expect(await rowsOf(2)).toEqual(await rowsOf(1));
    const served = await read(async (tx) => {
      const version = await readProjection(tx, 'counting');
      return { version, rows: await tx.query<unknown[]>('SELECT FROM counts') };
    });
    expect(served).toMatchObject({ version: 2, rows: { length: (await rowsOf(1)).length } });
    expect(await consider()).toBe(false);
  });

  it('does not take over with an event still parked', async () => {
    const { service, events, listener } = world;
    const [plan] = planConsumers([counting(events, 2)], { service, catalogue: events.all });
    await listener.dataSource.query(
      `UPDATE projections SET state = CASE version WHEN 1 THEN 'retired' ELSE 'building' END, activated_at = NULL`,
    );
    if (!plan) throw new Error('a projection');
    const cutover = new ProjectionCutover({ name: 'counting', version: 2 }, plan.consumer, (work) =>
      listener.dataSource.transaction(work),
    );
    const bad = { ...recordOf(events.Counted, { householdId: randomUUID(), count: 1 }), value: Buffer.from('{') };
    await consumerOf({ plan, database: listener.dataSource }).accept([bad]);

    const position = { topic: events.Counted.topic, partition: 0, committed: 7n, end: 7n };
    await cutover.consider([position]);
    expect(await cutover.consider([position])).toBe(false);
    await listener.dataSource.query(
      `UPDATE parked_events SET state = 'set_aside', settled_at = now(), settled_by = 'olga', settled_because = 'a test'`,
    );
    expect(await cutover.consider([position])).toBe(true);
    await listener.dataSource.transaction((tx) => dropProjection(tx, { name: 'counting', version: 1 }));
    await expect(rowsOf(1)).rejects.toThrow('does not exist');
  });
});

describe('the tables of a projection', () => {
  it('are named after it and its version, and by nothing that could be something else', async () => {
    const runner = { query: () => Promise.resolve([]) } as unknown as QueryRunner;
    await expect(createProjection(runner, { name: 'x; DROP TABLE inbox', version: 1 }, [])).rejects.toThrow(
      'snake_case',
    );
    expect(mailboxMigrations).toHaveLength(4);
  });
});
