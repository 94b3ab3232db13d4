import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { freshDatabase, type FreshDatabase } from '@janela/testing';

import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import { recordOf } from '../src/testing.ts';
import { noteStart } from '../src/inbox/starts.ts';
import { OnEvent } from '../src/subscriptions/on-event.ts';
import { ParkedEvents } from '../src/parked/parked-events.ts';
import type { ReceivedEvent } from '../src/inbox/received-event.ts';
import { eventsOf, freshService, type TestEvents } from './fixture/events.ts';
import { ManualBus } from './fixture/manual-bus.ts';
import { applyingHandlers, consumerOf, planOf, testCipher, type Behaviour } from './fixture/parts.ts';
import { CreateApplied20261120090000 } from './fixture/tables.ts';

const operator = { id: 'olga', name: 'Olga', kind: 'person', roles: ['operator'], areas: ['ZM'] } as const;

describe('what a consumer does about a failure', () => {
  let database: FreshDatabase;
  let events: TestEvents;
  let bus: ManualBus;
  let calls: number;

  beforeAll(async () => {
    database = await freshDatabase([...mailboxMigrations, CreateApplied20261120090000]);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.dataSource.query('DELETE FROM applied');
    events = eventsOf(freshService());
    bus = new ManualBus();
    calls = 0;
  });

  const consume = (behave: Behaviour) => {
    const plan = planOf(events.service, events, applyingHandlers(events, 'test', behave));
    consumerOf({ plan, database: database.dataSource }).start(bus);
  };
  const counted = (householdId: string, aggregateVersion = 1) =>
    recordOf(events.Counted, { householdId, count: aggregateVersion }, { aggregateVersion });
  const applied = () =>
    database.dataSource.query<{ key: string; count: number }[]>('SELECT key, count FROM applied ORDER BY position');
  const parked = () =>
    database.dataSource.query<Record<string, unknown>[]>(
      'SELECT * FROM parked_events WHERE consumer = $1 ORDER BY id',
      [events.service],
    );

  it('parks an event after three attempts at an unexpected error, and applies what came before and after', async () => {
    const bad = randomUUID();
    consume(({ key }) => {
      if (key !== bad) return;
      calls += 1;
      throw new TypeError('Cannot read properties of undefined');
    });
    const records = [counted(randomUUID()), counted(bad), counted(randomUUID())];
    const outcome = await bus.deliver(records);
    expect(outcome).toEqual({ committed: records[2]?.offset, pausedForMs: undefined });
    // Once with all three, once with the first, and then three times alone.
    expect(calls).toBe(5);
    expect(await applied()).toHaveLength(2);
    expect(await parked()).toEqual([
      expect.objectContaining({ key: bad, reason: 'failed', error: 'TypeError: Cannot read properties of undefined' }),
    ]);
  });

  it('waits with the partition for what may pass by itself, longer each time, and parks nothing', async () => {
    consume(() => {
      calls += 1;
      if (calls <= 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    });
    const record = counted(randomUUID());
    const waits: (number | undefined)[] = [];
    for (let time = 0; time < 4; time += 1) waits.push((await bus.deliver([record])).pausedForMs);
    expect(waits).toEqual([200, 400, 800, undefined]);
    expect(await applied()).toHaveLength(1);
    expect(await parked()).toEqual([]);
  });

  it('lets what stands before a failing event through, although it waits with the partition', async () => {
    const away = randomUUID();
    consume(({ key }) => {
      if (key === away) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    });
    const records = [counted(randomUUID()), counted(away), counted(randomUUID())];
    for (let time = 0; time < 3; time += 1) await bus.deliver(records);
    expect(await applied()).toHaveLength(1);
    expect(await parked()).toEqual([]);
  });

  it('parks an event unhandled that has ended the process three times', async () => {
    const deadly = counted(randomUUID());
    consume(() => {
      calls += 1;
    });
    // What three processes left behind that began with it and never came back.
    for (let death = 0; death < 3; death += 1)
      await noteStart(database.dataSource, events.service, { firsts: [deadly], lasts: [deadly] });
    expect((await bus.deliver([deadly])).committed).toBe(deadly.offset);
    expect(calls).toBe(0);
    expect(await parked()).toEqual([
      expect.objectContaining({ reason: 'ends_the_process', event_id: deadly.headers['ce_id'] }),
    ]);
  });

  it('parks an event that is ahead of its aggregate, takes the missing one when it comes, and then it when the operator says so', async () => {
    consume(() => undefined);
    const householdId = randomUUID();
    const [first, second, third] = [counted(householdId, 1), counted(householdId, 2), counted(householdId, 3)];
    await bus.deliver([first, third]);
    await bus.deliver([second]);
    const waiting = await parked();
    expect(waiting.map(({ reason, aggregate_version: version }) => [version, reason])).toEqual([['3', 'version_gap']]);
    expect((await applied()).map(({ count }) => count)).toEqual([1, 2]);
    const plan = planOf(events.service, events, applyingHandlers(events));
    const parkedEvents = new ParkedEvents(
      () => plan,
      (work) => database.dataSource.transaction(work),
      undefined,
    );
    expect(await parkedEvents.retry(operator, String(waiting[0]?.['id']))).toEqual({ released: 1, remaining: 0 });
    expect((await applied()).map(({ count }) => count)).toEqual([1, 2, 3]);
  });

  it('never stores or shows what a personal event says when it parks it', async () => {
    const secret = 'Chanda Mwape +260971234567';
    const cipher = testCipher();
    let fails = true;
    class Payments {
      @OnEvent(events.Instructed)
      async pay({ data }: ReceivedEvent<TestEvents['Instructed']>): Promise<void> {
        calls += 1;
        if (fails) throw new RangeError(`cannot pay ${data.name}`);
      }
    }
    const plan = planOf(events.service, events, new Payments());
    consumerOf({ plan, database: database.dataSource, cipher }).start(bus);
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => void lines.push(line);
    Logger.overrideLogger({ log: write, error: write, warn: write });
    await bus.deliver([recordOf(events.Instructed, { instructionId: randomUUID(), name: secret })]);
    Logger.overrideLogger(false);
    expect(JSON.stringify(lines)).toContain('parks payments.instruction.tested.v1');
    expect(JSON.stringify(lines)).not.toMatch(/Chanda|Mwape|0971234567/);

    const [row] = await parked();
    expect(row).toMatchObject({
      reason: 'failed',
      error: 'RangeError',
      payload: null,
      sealed_payload: expect.any(String),
    });
    expect(JSON.stringify(row)).not.toMatch(/Chanda|Mwape|0971234567/);

    fails = false;
    const parkedEvents = new ParkedEvents(
      () => plan,
      (work) => database.dataSource.transaction(work),
      cipher,
    );
    expect(await parkedEvents.retry(operator, String(row?.['id']))).toEqual({ released: 1, remaining: 0 });
  });

  describe('a record that cannot be read', () => {
    const unreadable = (record: ReturnType<typeof counted>) => ({ ...record, value: Buffer.from('{"count":') });

    it('holds up what comes after it while its place is empty, for each consumer by itself', async () => {
      const other = new ManualBus();
      const plan = planOf(`${events.service}-other`, events, applyingHandlers(events, 'other'));
      consumerOf({ plan, database: database.dataSource }).start(other);
      consume(() => undefined);
      const householdId = randomUUID();
      const [first, second, third] = [1, 2, 3].map((version) => counted(householdId, version));
      if (!first || !second || !third) throw new Error('three records');
      for (let time = 0; time < 2; time += 1) {
        await bus.deliver([first, unreadable(second), third]);
        await other.deliver([first, second, third]);
      }
      expect((await parked()).map(({ reason }) => reason).sort()).toEqual(['behind_parked', 'not_json']);
      expect((await applied()).map(({ count }) => count)).toEqual([1, 1, 2, 3]);
    });

    it('holds up nothing once another event has its place', async () => {
      consume(() => undefined);
      const householdId = randomUUID();
      const [first, second, third, fourth] = [1, 2, 3, 4].map((version) => counted(householdId, version));
      if (!first || !second || !third || !fourth) throw new Error('four records');
      const stray = unreadable(counted(householdId, 2));
      for (const slice of [[first, second], [stray], [third], [{ ...stray, offset: `7${stray.offset}` }, fourth]]) {
        await bus.deliver(slice);
        await bus.deliver(slice);
      }
      expect((await applied()).map(({ count }) => count)).toEqual([1, 2, 3, 4]);
      expect((await parked()).map(({ reason }) => reason)).toEqual(['not_json', 'not_json']);
    });
  });

  it('holds up what comes after an event in structured mode that its handler refuses', async () => {
    const bad = randomUUID();
    consume(({ key }) => {
      if (key === bad) throw new TypeError('Cannot read properties of undefined');
    });
    const { headers, value, ...place } = counted(bad, 1);
    const { 'content-type': _, ...attributes } = headers;
    const entries = Object.entries(attributes).map(([name, text]) => [name.replace('ce_', ''), text]);
    const structured = JSON.stringify({ ...Object.fromEntries(entries), data: JSON.parse(String(value)) as object });
    await bus.deliver([
      { ...place, headers: { 'content-type': 'application/cloudevents+json' }, value: Buffer.from(structured) },
      counted(bad, 2),
    ]);
    expect((await parked()).map(({ reason, aggregate_version: version }) => [version, reason])).toEqual([
      ['1', 'failed'],
      ['2', 'behind_parked'],
    ]);
  });

  describe('on a personal topic', () => {
    const instructionId = randomUUID();
    const instructed = (aggregateVersion: number, offset: number) => ({
      ...recordOf(events.Instructed, { instructionId, name: `version ${aggregateVersion}` }, { aggregateVersion }),
      offset: String(offset),
    });
    let names: string[];

    beforeEach(() => {
      names = [];
      class Payments {
        @OnEvent(events.Instructed)
        async pay({ data }: ReceivedEvent<TestEvents['Instructed']>): Promise<void> {
          names.push(data.name);
        }
      }
      const plan = planOf(events.service, events, new Payments());
      consumerOf({ plan, database: database.dataSource }).start(bus);
    });

    it.each([2, 9_000])(
      'takes no first event with number %i from a consumer that has read the topic from its first record on',
      async (version) => {
        const [forged, first] = [instructed(version, 0), instructed(1, 1)];
        await bus.deliver([forged]);
        await bus.deliver([forged, first]);
        expect(names).toEqual(['version 1']);
        expect((await parked()).map(({ reason, key }) => [reason, key])).toEqual([['version_gap', instructionId]]);
      },
    );

    it('takes a first event of any number where the consumer began late, and shows an operator a lower one that comes after', async () => {
      const [fifth, sixth, fourth] = [instructed(5, 41), instructed(6, 42), instructed(4, 43)];
      for (const slice of [[fifth, sixth], [fifth, sixth, fourth], [fourth]]) await bus.deliver(slice);
      expect(names).toEqual(['version 5', 'version 6']);
      expect((await parked()).map(({ reason }) => reason)).toEqual(['version_reused']);
    });
  });

  it('does not take a garbled copy for the event itself, whichever comes first', async () => {
    consume(() => undefined);
    const [first, second] = [counted(randomUUID()), counted(randomUUID())];
    const garbled = (record: typeof first) => ({ ...record, offset: `8${record.offset}`, key: randomUUID() });
    await bus.deliver([garbled(first), first, second, garbled(second)]);
    expect((await applied()).map(({ key }) => key)).toEqual([first.key, second.key]);
    expect((await parked()).map(({ reason }) => reason)).toEqual(['wrong_key', 'wrong_key']);
  });

  it('does nothing a second time, however the same batch is cut and repeated', async () => {
    consume(() => undefined);
    const householdId = randomUUID();
    const records = [1, 2, 3, 4].map((version) => counted(householdId, version));
    await bus.deliver(records.slice(0, 2));
    await bus.deliver(records);
    await bus.deliver([...records, ...records.map((record) => ({ ...record, offset: `9${record.offset}` }))]);
    expect((await applied()).map(({ count }) => count)).toEqual([1, 2, 3, 4]);
    expect(await parked()).toEqual([]);
  });
});
