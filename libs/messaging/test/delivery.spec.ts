import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applyingHandlers, consumerOf, planOf, relayOf } from './fixture/parts.ts';
import { createWorld, until, wrongsOf, type World } from './fixture/world.ts';

describe('an event on its way from one service to another', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.end());

  it('arrives once, with what was said, in the order of its household', async () => {
    const { service, speaker, listener, bus, events } = world;
    const relay = relayOf({ service, database: speaker.dataSource, bus });
    const consumer = consumerOf({
      plan: planOf(service, events, applyingHandlers(events)),
      database: listener.dataSource,
    });
    world.cleanUp.push(
      () => relay.stop(),
      () => consumer.stop(),
    );
    relay.start();
    consumer.start(bus);
    const [first, second] = [randomUUID(), randomUUID()];
    const ids = await world.publish([first, second, first, first, second]);

    const applied = await until(
      () => world.applied(),
      (rows) => rows.length >= 5,
    );
    expect(new Set(applied.map(({ event_id }) => event_id))).toEqual(new Set(ids));
    expect(wrongsOf(applied)).toEqual([]);
    expect(
      await until(
        () => speaker.dataSource.query('SELECT * FROM outbox'),
        (rows) => rows.length === 0,
      ),
    ).toEqual([]);
  });
});
