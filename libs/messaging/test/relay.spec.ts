import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshTopics } from '@janela/testing';
import pg from 'pg';

import { Kafka } from '../src/bus/kafka.ts';
import { shardOf } from '../src/outbox/outbox.ts';
import { eventsOf, freshService } from './fixture/events.ts';
import { relayOf } from './fixture/parts.ts';
import { createWorld, until, type World } from './fixture/world.ts';

describe('a relay', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.end());

  const start = () => {
    const { service, speaker, brokers } = world;
    const bus = new Kafka({ brokers, clientId: service });
    const relay = relayOf({ service, database: speaker.dataSource, bus, leaseMs: 2_000, renewMs: 200 });
    world.cleanUp.push(
      () => bus.close(),
      () => relay.stop(),
    );
    relay.start();
    return relay;
  };
  const query = <T>(sql: string, parameters: unknown[] = []) => world.speaker.dataSource.query<T[]>(sql, parameters);
  const outbox = () => query<{ topic: string }>('SELECT topic FROM outbox ORDER BY id');
  const shards = () =>
    query<{ owner: string | null; shards: number }>(
      'SELECT owner, count(*)::int AS shards FROM outbox_shards GROUP BY owner ORDER BY owner NULLS FIRST',
    );

  it('lets a topic that does not exist hold up its own events only, and sends them when it does', async () => {
    const { speaker, outbox: writer } = world;
    const elsewhere = eventsOf(freshService());
    const households = Array.from({ length: 5 }, () => randomUUID());
    await speaker.dataSource.transaction((tx) =>
      writer.addAll(
        tx,
        elsewhere.Counted,
        households.map((householdId) => ({ householdId, count: 1 })),
      ),
    );
    await world.publish(households);
    start();
    await until(outbox, (rows) => rows.length === 5);
    expect(new Set((await outbox()).map(({ topic }) => topic))).toEqual(new Set([elsewhere.Counted.topic]));

    await world.publish(households);
    await until(outbox, (rows) => rows.length === 5);
    const late = await freshTopics(['household'], { prefix: `${elsewhere.service}.` });
    world.cleanUp.push(late.drop);
    await until(outbox, (rows) => rows.length === 0);
    const ends = await world.bus.positions('no-group', [elsewhere.Counted.topic]);
    expect(ends.reduce((sum, { end }) => sum + end, 0n)).toBe(5n);
  });

  it('shares the shards with another one, and leaves them to it at once when it stops', async () => {
    const first = start();
    await until(shards, (owners) => owners.length === 1 && owners[0]?.shards === 8 && owners[0].owner !== null);
    start();
    await until(
      shards,
      (owners) => owners.length === 2 && owners.every(({ owner, shards: own }) => owner !== null && own === 4),
    );
    await first.stop();
    await until(shards, (owners) => owners.length === 1 && owners[0]?.owner !== null && owners[0]?.shards === 8);
    expect(await query('SELECT FROM outbox_relays')).toHaveLength(1);
  });

  it('is woken by a writer only while it sleeps: a busy one looks by itself', async () => {
    const client = new pg.Client({ connectionString: world.speaker.url });
    await client.connect();
    let notified = 0;
    client.on('notification', () => (notified += 1));
    await client.query('LISTEN outbox');
    await world.publish([randomUUID()]);
    await client.query('SELECT 1');
    expect(notified).toBe(0);

    await query('UPDATE outbox_shards SET waiting = true');
    await world.publish([randomUUID()]);
    await client.query('SELECT 1');
    expect(notified).toBe(1);
    await client.end();
  });

  it('keeps all events of a household in one shard and one partition', async () => {
    const { events, bus } = world;
    const ids = Array.from({ length: 1_000 }, () => randomUUID());
    const counts = Array.from({ length: 8 }, (_, shard) => ids.filter((id) => shardOf(id) === shard).length);
    expect(Math.min(...counts)).toBeGreaterThan(60);

    // What the Java client hashes these to (murmur2): other programs must find a key where we put it.
    const hashes = { '21': -973932308, foobar: -790332482, abc: 479470107, 'a-little-bit-long-string': -985981536 };
    const { topic } = events.Counted;
    const endsNow = async () =>
      new Map((await bus.positions('no-group', [topic])).map(({ partition, end }) => [partition, end]));
    for (const [key, hash] of Object.entries(hashes)) {
      const before = await endsNow();
      await bus.publish([{ topic, key, value: '{}', headers: {} }]);
      const grown = [...(await endsNow())].filter(([partition, end]) => end !== before.get(partition));
      expect(grown.map(([partition]) => partition)).toEqual([(hash & 0x7fffffff) % 3]);
    }
  });
});
