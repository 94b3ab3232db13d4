import { randomUUID } from 'node:crypto';

import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@janela/testing';

import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import type { IncomingRecord } from '../src/bus/event-bus.ts';
import { Consumer } from '../src/consumer/consumer.ts';
import { InboxProcessor } from '../src/consumer/inbox-processor.ts';
import type { Missed } from '../src/inbox/starts.ts';
import { OnEvent } from '../src/subscriptions/on-event.ts';
import { recordOf } from '../src/testing.ts';
import { eventsOf, freshService, type TestEvents } from './fixture/events.ts';
import { ManualBus } from './fixture/manual-bus.ts';
import { planOf, testCipher } from './fixture/parts.ts';

describe('a consumer that was away for longer than its topic is kept', () => {
  let database: FreshDatabase;
  let events: TestEvents;
  let bus: ManualBus;
  let missed: Missed[];
  let applied: string[];

  beforeAll(async () => {
    database = await freshDatabase(mailboxMigrations);
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    events = eventsOf(freshService());
    [missed, applied] = [[], []];
    start();
  });

  /** Another process of the same consumer: it knows what the database says, and nothing else. */
  function start(): void {
    const { Instructed } = events;
    class Instructions {
      @OnEvent(Instructed)
      onInstructed({ key }: { key: string }): Promise<void> {
        applied.push(key);
        return Promise.resolve();
      }
    }
    const plan = planOf(events.service, events, new Instructions());
    bus = new ManualBus();
    new Consumer({
      plan,
      processor: new InboxProcessor(plan, testCipher(), () => undefined),
      transact: (work) => database.dataSource.transaction(work),
      database: database.dataSource,
      onCommitted: () => undefined,
      onMissed: (each) => void missed.push(each),
    }).start(bus);
  }

  const instructed = (offset: number, { id = randomUUID(), version = 1 } = {}): IncomingRecord => ({
    ...recordOf(events.Instructed, { instructionId: id, name: 'Chanda' }, { aggregateVersion: version }),
    offset: String(offset),
  });
  const parked = () =>
    database.dataSource.query<{ key: string; reason: string }[]>(
      'SELECT key, reason FROM parked_events WHERE consumer = $1 ORDER BY id',
      [events.service],
    );

  it('says how many events the broker deleted before they were read, once', async () => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await bus.deliver([instructed(0), instructed(1), instructed(2)]);
    start();
    await bus.deliver([instructed(10), instructed(11)]);
    await bus.deliver([instructed(12)]);
    const { topic } = instructed(0);
    expect(missed).toEqual([{ topic, partition: 0, from: 3n, to: 10n }]);
    expect(log.mock.calls.map(([text]) => String(text))).toEqual([
      `${events.service} has missed 7 events of ${topic} 0: the broker deleted offsets 3 to 9 before they were read`,
    ]);
    expect(applied).toHaveLength(6);
    log.mockRestore();
  });

  it('parks the next event of what it knows, and takes up what it does not know in the middle', async () => {
    const [known, unknown] = [randomUUID(), randomUUID()];
    await bus.deliver([instructed(0, { id: known })]);
    await bus.deliver([instructed(20, { id: known, version: 3 }), instructed(21, { id: unknown, version: 2 })]);
    expect(applied).toEqual([known, unknown]);
    expect(await parked()).toEqual([{ key: known, reason: 'version_gap' }]);
  });

  it('takes what comes again, a part of it or all, for no gap', async () => {
    const records = [0, 1, 2, 3].map((offset) => instructed(offset));
    await bus.deliver(records);
    await bus.deliver(records.slice(1));
    await bus.deliver(records.slice(0, 2));
    await bus.deliver([instructed(4)]);
    expect(missed).toEqual([]);
  });

  it('still parks what has no beginning where it has read the partition whole', async () => {
    const late = randomUUID();
    await bus.deliver([instructed(0), instructed(1, { id: late, version: 2 })]);
    expect(await parked()).toEqual([{ key: late, reason: 'version_gap' }]);
  });
});
