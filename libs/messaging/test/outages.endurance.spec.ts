import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  privateBroker,
  privatePostgres,
  ScriptProcess,
  seeded,
  type PrivateBroker,
  type PrivatePostgres,
} from '@janela/testing';
import { Registry } from 'prom-client';

import { ConsumerWatch } from '../src/consumer/consumer-watch.ts';
import { Kafka } from '../src/bus/kafka.ts';
import { MessagingMetrics } from '../src/telemetry/messaging.metrics.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { applyingHandlers, consumerOf, planOf, relayOf, type Behaviour } from './fixture/parts.ts';
import { createWorld, until, wrongsOf, type World } from './fixture/world.ts';

const minuteMs = 60_000;
const households = Array.from({ length: 20 }, () => randomUUID());
const some = (count: number) => Array.from({ length: count }, (_, at) => households[at % households.length] ?? '');

/** A relay and a consumer of this world, running. */
function run(world: World, behave?: Behaviour, sessionMs = 6_000) {
  const { service, events, speaker, listener, brokers } = world;
  const bus = new Kafka({ brokers, clientId: service, sessionMs });
  const relay = relayOf({ service, database: speaker.dataSource, bus, leaseMs: 2_000, renewMs: 500 });
  const plan = planOf(service, events, applyingHandlers(events, 'test', behave));
  const member = consumerOf({ plan, database: listener.dataSource }).start(bus);
  world.cleanUp.push(
    () => bus.close(),
    () => relay.stop(),
  );
  relay.start();
  return { bus, plan, member };
}

describe('when the broker is away for a minute', () => {
  let broker: PrivateBroker;
  let world: World;
  let minute: Promise<void>;
  let watch: ConsumerWatch;
  const ids: string[] = [];

  // The minute passes while the other tests of this file run.
  beforeAll(async () => {
    broker = await privateBroker();
    world = await createWorld({ brokers: broker.brokers });
    const { bus, plan, member } = run(world);
    watch = new ConsumerWatch(bus, [{ plan, member }], new MessagingMetrics(new Registry()), 2_000, 20_000);
    watch.start();
    ids.push(...(await world.publish(some(100))));
    await until(world.applied, (rows) => rows.length >= ids.length);
    await broker.server.kill();
    minute = sleep(minuteMs);
    ids.push(...(await world.publish(some(100))));
  });
  afterAll(async () => {
    await watch.stop();
    await world.end();
    await broker.drop();
  });

  describe('(meanwhile, elsewhere) a handler', () => {
    let elsewhere: World;

    beforeAll(async () => {
      elsewhere = await createWorld({ partitions: 1 });
    });
    afterAll(() => elsewhere.end());

    it('that throws every fifth time applies every event in the end, and parks none', async () => {
      let calls = 0;
      run(elsewhere, () => {
        calls += 1;
        if (calls % 5 === 0) throw new TypeError('every fifth');
      });
      const published = await elsewhere.publish(some(60));
      const applied = await until(elsewhere.applied, (rows) => rows.length >= published.length);
      expect(applied.map(({ event_id }) => event_id).sort()).toEqual(published.sort());
      expect(wrongsOf(applied)).toEqual([]);
      expect(await elsewhere.listener.dataSource.query('SELECT * FROM parked_events')).toEqual([]);
    });
  });

  describe('(meanwhile, elsewhere) a slow handler', () => {
    let elsewhere: World;

    beforeAll(async () => {
      elsewhere = await createWorld({ partitions: 1 });
    });
    afterAll(() => elsewhere.end());

    it('keeps its place in the group for longer than a session, and applies each event once', async () => {
      const published = await elsewhere.publish(some(40));
      const { member } = run(elsewhere, () => sleep(250));
      const applied = await until(elsewhere.applied, (rows) => rows.length >= published.length);
      expect(applied.map(({ event_id }) => event_id).sort()).toEqual(published.sort());
      expect(wrongsOf(applied)).toEqual([]);
      expect(member.restarts()).toBe(0);
    });
  });

  describe('(meanwhile, elsewhere) a consumer that was suspended while it handled', () => {
    let elsewhere: World;

    beforeAll(async () => {
      elsewhere = await createWorld({ partitions: 1 });
    });
    afterAll(() => elsewhere.end());

    it('commits what it had begun when it wakes up, and no other does it again', async () => {
      const { service, events, listener, brokers } = elsewhere;
      const file = new URL('fixture/consumer.process.ts', import.meta.url);
      const asleep = ScriptProcess.start(file, { args: [service, listener.url, brokers.join(','), 'slowly', '30'] });
      elsewhere.cleanUp.push(() => asleep.kill());
      await asleep.line(/^started/);
      const relay = relayOf({ service, database: elsewhere.speaker.dataSource, bus: elsewhere.bus });
      elsewhere.cleanUp.push(() => relay.stop());
      relay.start();
      const published = await elsewhere.publish(some(60));
      await asleep.line(/^reached slowly/);
      asleep.pause();
      const bus = new Kafka({ brokers, clientId: service, sessionMs: 6_000 });
      elsewhere.cleanUp.push(() => bus.close());
      consumerOf({
        plan: planOf(service, events, applyingHandlers(events, 'other')),
        database: listener.dataSource,
      }).start(bus);
      await sleep(9_000);
      asleep.resume();
      const applied = await until(elsewhere.applied, (rows) => rows.length >= published.length);
      expect(applied.map(({ event_id }) => event_id).sort()).toEqual(published.sort());
      expect(wrongsOf(applied)).toEqual([]);
    });
  });

  describe('(meanwhile, elsewhere) when Postgres is restarted', () => {
    let postgres: PrivatePostgres;
    let world: World;

    beforeAll(async () => {
      postgres = await privatePostgres();
      world = await createWorld({ postgresUrl: postgres.postgresUrl });
    });
    afterAll(async () => {
      await world.end();
      await postgres.drop();
    });

    it('nothing that it had confirmed is lost, and nothing is applied twice', async () => {
      const random = seeded('Postgres restarted');
      const { events, speaker } = world;
      run(world);
      const outbox = new Outbox();
      const confirmed: string[] = [];
      let writing = true;
      const writer = (async () => {
        while (writing) {
          const data = { householdId: random.pick(households), count: 1 };
          const id = speaker.dataSource.transaction((tx) => outbox.add(tx, events.Counted, data));
          await id.then(
            (stored) => confirmed.push(stored),
            () => sleep(50),
          );
          await sleep(5);
        }
      })();
      for (const end of ['kill', 'stop'] as const) {
        await sleep(random.between(700, 1_500));
        await postgres.server[end]();
        await sleep(random.between(200, 800));
        await postgres.server.start();
      }
      await sleep(1_000);
      writing = false;
      await writer;

      await until(
        () => speaker.dataSource.query<unknown[]>('SELECT FROM outbox'),
        (rows) => rows.length === 0,
      );
      const written = await speaker.dataSource.query<{ sum: string }[]>('SELECT sum(version) FROM outbox_heads');
      const applied = await until(world.applied, (rows) => rows.length >= Number(written[0]?.sum));
      expect(applied).toHaveLength(Number(written[0]?.sum));
      expect(applied.map(({ event_id }) => event_id)).toEqual(expect.arrayContaining(confirmed));
      expect(wrongsOf(applied)).toEqual([]);
    });
  });

  describe('and is back', () => {
    it('services go on writing, and everything arrives once, in order, when it is back', async () => {
      await minute;
      expect((await world.applied()).length).toBe(100);
      // No consumer is to blame for a broker that is away: to restart the service would cure nothing.
      expect(watch.stalled()).toBeUndefined();
      await broker.server.start();
      ids.push(...(await world.publish(some(100))));
      const applied = await until(world.applied, (rows) => rows.length >= ids.length);
      expect(applied.map(({ event_id }) => event_id).sort()).toEqual(ids.sort());
      expect(wrongsOf(applied)).toEqual([]);
    });
  });
});
