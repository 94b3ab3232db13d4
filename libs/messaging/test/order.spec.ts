import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptProcess, seeded } from '@janela/testing';

import { recordOf } from '../src/testing.ts';
import { Kafka } from '../src/bus/kafka.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { applyingHandlers, consumerOf, openPool, planOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, wrongsOf, type World } from './fixture/world.ts';

describe("the order of a household's events", () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ partitions: 6 });
  });
  afterAll(() => world.end());

  it('holds with two relays and three consumers while members join and leave', async () => {
    const random = seeded('members join and leave');
    const { service, events, speaker, listener, brokers } = world;
    const database = await openPool(speaker.url, 8);
    const households = Array.from({ length: 60 }, () => randomUUID());
    let written = 0;
    let writing = true;

    const newRelay = () => {
      const bus = new Kafka({ brokers, clientId: service });
      const relay = relayOf({ service, database, bus, leaseMs: 2_000, renewMs: 300 });
      relay.start();
      return { stop: () => relay.stop().then(() => bus.close()) };
    };
    const newConsumer = () => {
      const bus = new Kafka({ brokers, clientId: service, sessionMs: 6_000 });
      const handlers = applyingHandlers(events, randomUUID());
      consumerOf({ plan: planOf(service, events, handlers), database: listener.dataSource }).start(bus);
      return { stop: () => bus.close() };
    };
    const write = async (chance: typeof random) => {
      const outbox = new Outbox();
      while (writing) {
        const some = Array.from({ length: chance.between(1, 8) }, () => ({
          householdId: chance.pick(households),
          count: 1,
        }));
        await database.transaction((tx) => outbox.addAll(tx, events.Counted, some));
        written += some.length;
        await sleep(chance.between(1, 10));
      }
    };
    const relays = [newRelay(), newRelay()];
    const consumers = [newConsumer(), newConsumer(), newConsumer()];
    const writers = [write(random), write(random), write(random)];
    for (let change = 0; change < 6; change += 1) {
      await sleep(random.between(800, 1_500));
      const [members, another] = random.next() < 0.4 ? [relays, newRelay] : [consumers, newConsumer];
      const [leaving] = members.splice(random.between(0, members.length - 1), 1);
      if (random.next() < 0.5) members.push(another());
      await leaving?.stop();
      if (members.length < 2) members.push(another());
    }
    writing = false;
    await Promise.all(writers);

    const applied = await until(world.applied, (rows) => rows.length >= written);
    await Promise.all([...relays, ...consumers].map((member) => member.stop()));
    await database.destroy();
    expect(applied).toHaveLength(written);
    expect(wrongsOf(applied)).toEqual([]);
  });
});

describe('a relay that was suspended for longer than its lease', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.end());

  it('wakes up, sends nothing of what it had read, and leaves the shard to its new owner', async () => {
    const { service, events, speaker, listener, brokers, bus } = world;
    const households = Array.from({ length: 10 }, () => randomUUID());
    const file = new URL('fixture/relay.process.ts', import.meta.url);
    const ids = await world.publish(households);
    const args = [service, speaker.url, brokers.join(','), 'beforePublish', '1', '5000'];
    const old = ScriptProcess.start(file, { args });
    world.cleanUp.push(() => old.kill());
    await old.line(/^reached/);

    const relay = relayOf({ service, database: speaker.dataSource, bus, leaseMs: 2_000, renewMs: 500 });
    const consumer = consumerOf({
      plan: planOf(service, events, applyingHandlers(events)),
      database: listener.dataSource,
    });
    world.cleanUp.push(() => relay.stop());
    relay.start();
    consumer.start(bus);
    ids.push(...(await world.publish(households)));
    await old.line(/SendingForbidden/);

    const applied = await until(world.applied, (rows) => rows.length >= ids.length);
    expect(applied.map(({ event_id }) => event_id).sort()).toEqual([...ids].sort());
    expect(wrongsOf(applied)).toEqual([]);
    const positions = await bus.positions(service, [events.Counted.topic]);
    expect(positions.reduce((sum, { end }) => sum + end, 0n)).toBe(BigInt(ids.length));
  });
});

describe('copies that an old owner sends after all', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.end());

  it('are left out, by their id, and by their version even when the id is long forgotten', async () => {
    const { service, events, listener } = world;
    const householdId = randomUUID();
    const consumer = consumerOf({
      plan: planOf(service, events, applyingHandlers(events)),
      database: listener.dataSource,
    });
    const longAgo = new Date(Date.now() - 91 * 86_400_000).toISOString();
    const [first, second, third] = [1, 2, 3].map((aggregateVersion) =>
      recordOf(events.Counted, { householdId, count: aggregateVersion }, { aggregateVersion, time: longAgo }),
    );
    if (!first || !second || !third) throw new Error('three records');
    const late = { ...first, offset: '900001' };

    await consumer.accept([first, second, late]);
    await listener.dataSource.query('DELETE FROM inbox');
    const forgotten = await consumer.accept([{ ...second, offset: '900002' }, late, third]);

    expect(forgotten.duplicates).toBe(2);
    expect((await world.applied()).map(({ version }) => version)).toEqual([1, 2, 3]);
  });
});
