import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '@janela/platform';

import { OnEventBatch } from '../src/subscriptions/on-event.ts';
import type { ReceivedEvent } from '../src/inbox/received-event.ts';
import type { TestEvents } from './fixture/events.ts';
import { consumerOf, planOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, wrongsOf, type World } from './fixture/world.ts';

const eventCount = 200_000;
const householdCount = 20_000;

describe('two hundred thousand events', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ partitions: 12 });
  });
  afterAll(() => world.end());

  it('go through, each once, each in the order of its household', async () => {
    const { service, events, speaker, listener, bus, outbox } = world;
    class Applying {
      @OnEventBatch(events.Counted, events.Left)
      async apply(received: readonly ReceivedEvent<TestEvents['Counted' | 'Left']>[], tx: Tx): Promise<void> {
        await tx.query(
          `INSERT INTO applied (event_id, key, version, by)
           SELECT *, 'batch' FROM unnest($1::uuid[], $2::text[], $3::bigint[])`,
          [
            received.map(({ id }) => id),
            received.map(({ key }) => key),
            received.map(({ aggregateVersion }) => aggregateVersion),
          ],
        );
      }
    }
    const relay = relayOf({ service, database: speaker.dataSource, bus });
    world.cleanUp.push(() => relay.stop());
    relay.start();
    consumerOf({ plan: planOf(service, events, new Applying()), database: listener.dataSource }).start(bus);

    const households = Array.from({ length: householdCount }, () => randomUUID());
    const ids = new Set<string>();
    for (let from = 0; from < eventCount; from += 10_000) {
      const some = Array.from({ length: 10_000 }, (_, at) => ({
        householdId: households[(from + at) % householdCount] ?? '',
        count: from + at,
      }));
      for (const id of await speaker.dataSource.transaction((tx) => outbox.addAll(tx, events.Counted, some)))
        ids.add(id);
    }
    const count = async () =>
      Number((await listener.dataSource.query<{ count: string }[]>('SELECT count(*) FROM applied'))[0]?.count);
    await until(count, (applied) => applied >= eventCount);

    const applied = await world.applied();
    expect(applied).toHaveLength(eventCount);
    expect(applied.every(({ event_id }) => ids.delete(event_id))).toBe(true);
    expect(ids.size).toBe(0);
    expect(wrongsOf(applied)).toEqual([]);
  });
});
