import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScriptProcess, seeded, type Random } from '@janela/testing';

import { Kafka } from '../src/bus/kafka.ts';
import { applyingHandlers, consumerOf, planOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, wrongsOf, type Applied, type World } from './fixture/world.ts';

const eventCount = 400;
const householdCount = 25;

const places = [
  { point: 'beforePublish', script: 'relay', between: 'the commit of its publisher and the broker' },
  { point: 'afterPublish', script: 'relay', between: "the broker's confirmation and the mark in the outbox" },
  { point: 'afterHandle', script: 'consumer', between: 'the handler and the commit' },
  { point: 'afterCommit', script: 'consumer', between: 'the commit and the offset' },
  { point: 'handling', script: 'consumer', between: 'two events of a batch' },
] as const;

type Place = (typeof places)[number];
interface Outcome {
  readonly signal: NodeJS.Signals | null;
  readonly ids: readonly string[];
  readonly applied: readonly Applied[];
  readonly left: number;
}

describe('a process that is killed', () => {
  const outcomes = new Map<Place, Promise<Outcome>>();
  const worlds: World[] = [];

  // All of them at once: each waits for seconds until its broker has noticed the death.
  beforeAll(async () => {
    const random = seeded('killed processes');
    for (const place of places) {
      const world = await createWorld();
      worlds.push(world);
      outcomes.set(place, killThere(world, place, random));
    }
  });
  afterAll(() => Promise.all(worlds.map((world) => world.end())));

  it.each(places)(
    'loses and doubles nothing between $between',
    async (place) => {
      const { signal, ids, applied, left } = (await outcomes.get(place)) as Outcome;
      expect(signal).toBe('SIGKILL');
      expect(applied.map(({ event_id }) => event_id).sort()).toEqual([...ids].sort());
      expect(wrongsOf(applied)).toEqual([]);
      expect(left).toBe(0);
    },
    90_000,
  );
});

/** The first process dies at the place; a second one, without the weakness, goes on from what is left. */
async function killThere(world: World, { point, script }: Place, random: Random): Promise<Outcome> {
  const { service, events, speaker, listener, brokers } = world;
  const households = Array.from({ length: householdCount }, () => randomUUID());
  const nth = script === 'relay' ? random.between(1, 3) : random.between(1, eventCount / 2);
  const some = () => Array.from({ length: eventCount / 4 }, () => random.pick(households));
  const ids = await world.publish(some());
  const bus = new Kafka({ brokers, clientId: service, sessionMs: 6_000 });
  const relay = relayOf({ service, database: speaker.dataSource, bus, leaseMs: 2_000, renewMs: 500 });
  const handlers = applyingHandlers(events, 'second');
  const consumer = consumerOf({ plan: planOf(service, events, handlers), database: listener.dataSource });
  world.cleanUp.push(
    () => bus.close(),
    () => relay.stop(),
  );

  const database = script === 'relay' ? speaker : listener;
  const file = new URL(`fixture/${script}.process.ts`, import.meta.url);
  const victim = ScriptProcess.start(file, { args: [service, database.url, brokers.join(','), point, String(nth)] });
  world.cleanUp.push(() => victim.kill());
  if (script === 'relay') consumer.start(bus);
  else relay.start();
  await victim.line(/^started/);
  // In pieces, so that there are several batches to die in.
  for (let round = 1; round < 4; round += 1) ids.push(...(await world.publish(some())));

  const { signal } = await victim.ended;
  if (script === 'relay') relay.start();
  else consumer.start(bus);
  const applied = await until(world.applied, (rows) => rows.length >= eventCount);
  const left = await until(
    () => speaker.dataSource.query<unknown[]>('SELECT FROM outbox'),
    (rows) => rows.length === 0,
  );
  return { signal, ids, applied, left: left.length };
}
