import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appError, systemActor, type Tx } from '@janela/platform';

import { ParkedEvents } from '../src/parked/parked-events.ts';
import { listParkedEvents } from '../src/parked/parked-events.queries.ts';
import { applyingHandlers, consumerOf, planOf, relayOf, testCipher, type Behaviour } from './fixture/parts.ts';
import { createWorld, until, type World } from './fixture/world.ts';

class NotHere extends appError('messaging-test.not_here', 409, 'There is no such household here') {}

const operator = { ...systemActor('test'), id: 'olga' };

describe('an event that cannot be applied', () => {
  let world: World;
  let parked: ParkedEvents;
  let refuse: (householdId: string) => Error | undefined;
  const [sick, well] = [randomUUID(), randomUUID()];

  const behave: Behaviour = ({ key }) => {
    const error = refuse(key);
    if (error) throw error;
  };
  const transact = <T>(work: (tx: Tx) => Promise<T>) => world.listener.dataSource.transaction(work);
  const listWaiting = () => transact((tx) => listParkedEvents(tx, 'waiting', 50));
  const countsOf = async (key: string) =>
    (await world.applied()).filter((row) => row.key === key).map(({ count }) => count);

  beforeEach(async () => {
    world = await createWorld();
    const { service, events, speaker, listener, bus } = world;
    const plan = planOf(service, events, applyingHandlers(events, 'test', behave));
    parked = new ParkedEvents(() => plan, transact, testCipher());
    refuse = (key) => (key === sick ? new NotHere() : undefined);
    const relay = relayOf({ service, database: speaker.dataSource, bus });
    world.cleanUp.push(() => relay.stop());
    relay.start();
    consumerOf({ plan, database: listener.dataSource }).start(bus);
    // Counts 0 to 5: the sick household's are 0, 2 and 4.
    await world.publish([sick, well, sick, well, sick, well]);
    await until(
      () => countsOf(well),
      (counts) => counts.length === 3,
    );
    await until(listWaiting, (rows) => rows[0]?.waitingBehind === 2);
  });
  afterEach(() => world.end());

  it('is seen with its reason, and holds up its own household only', async () => {
    expect(await countsOf(well)).toEqual([1, 3, 5]);
    expect(await countsOf(sick)).toEqual([]);
    expect(await listWaiting()).toEqual([
      expect.objectContaining({
        key: sick,
        type: world.events.Counted.type,
        error: 'messaging-test.not_here',
        waitingBehind: 2,
      }),
    ]);
  });

  it('is applied with all that waited behind it, in order, once its cause is gone', async () => {
    const [first] = await listWaiting();
    refuse = () => undefined;
    const release = await parked.retry(operator, first?.id ?? '');
    expect(release).toEqual({ released: 3, remaining: 0 });
    expect(await countsOf(sick)).toEqual([0, 2, 4]);
    await world.publish([sick]);
    expect(
      await until(
        () => countsOf(sick),
        (counts) => counts.length === 4,
      ),
    ).toEqual([0, 2, 4, 0]);
  });

  it('keeps waiting when it fails again, and says how often it was tried', async () => {
    const [first] = await listWaiting();
    const release = await parked.retry(operator, first?.id ?? '');
    expect(release).toEqual({ released: 0, remaining: 3, stoppedAt: { id: first?.id, error: 'refused' } });
    expect((await listWaiting())[0]?.attempts).toBe((first?.attempts ?? 0) + 1);
    expect(await countsOf(sick)).toEqual([]);
  });

  it('can be set aside for a reason, which lets the others go on without it', async () => {
    const [first] = await listWaiting();
    refuse = () => undefined;
    const release = await parked.setAside(operator, first?.id ?? '', 'Registered twice by mistake');
    expect(release).toEqual({ released: 2, remaining: 0 });
    expect(await countsOf(sick)).toEqual([2, 4]);
    expect(await transact((tx) => listParkedEvents(tx, 'set_aside', 50))).toEqual([
      expect.objectContaining({ id: first?.id }),
    ]);
    await expect(parked.retry(operator, first?.id ?? '')).rejects.toThrow('already been released');
    await world.publish([sick]);
    expect(
      await until(
        () => countsOf(sick),
        (counts) => counts.length === 3,
      ),
    ).toEqual([2, 4, 0]);
  });
});
