import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, seeded, type FreshDatabase } from '@janela/testing';

import { mailboxMigrations } from '../src/create-mailboxes.migration.ts';
import { EventDoesNotFit, EventTooLarge } from '../src/outbox/outbox.errors.ts';
import { maxEventBytes } from '../src/bus/cloud-events.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { eventsOf, freshService } from './fixture/events.ts';
import { openPool } from './fixture/parts.ts';
import './fixture/patience.ts';

interface Row {
  readonly id: string;
  readonly event_id: string;
  readonly key: string;
  readonly aggregate_version: string;
  readonly data: string;
}

describe('the outbox', () => {
  const events = eventsOf(freshService());
  const outbox = new Outbox();
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase(mailboxMigrations);
  });
  afterAll(() => database.drop());
  beforeEach(() => database.dataSource.query('DELETE FROM outbox'));

  const rows = () => database.dataSource.query<Row[]>('SELECT * FROM outbox ORDER BY id');
  const add = (data: object) => database.dataSource.transaction((tx) => outbox.add(tx, events.Counted, data as never));

  it('keeps an event exactly when its transaction commits', async () => {
    const householdId = randomUUID();
    const undone = database.dataSource.transaction(async (tx) => {
      await outbox.add(tx, events.Counted, { householdId, count: 1 });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);

    const id = await add({ householdId, count: 2 });
    expect(await rows()).toEqual([expect.objectContaining({ event_id: id, key: householdId, aggregate_version: '1' })]);
  });

  it('refuses an event outside a transaction', async () => {
    const { manager } = database.dataSource;
    await expect(outbox.add(manager, events.Counted, { householdId: randomUUID(), count: 1 })).rejects.toThrow(
      'inside a transaction',
    );
  });

  it.each([
    ['a field is missing', { householdId: randomUUID() }, 'count (invalid_type)'],
    ['a field has the wrong type', { householdId: randomUUID(), count: 'Chanda' }, 'count (invalid_type)'],
    ['its key is not an id', { householdId: 'Chanda', count: 1 }, 'householdId (invalid_format)'],
  ])(
    'refuses an event that does not fit its contract: %s; and does not repeat what it says',
    async (_, data, where) => {
      const refusal = await add(data).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(EventDoesNotFit);
      expect(refusal).toMatchObject({ code: 'messaging.event_does_not_fit', detail: expect.stringContaining(where) });
      expect(String((refusal as Error).message)).not.toContain('Chanda');
      expect(await rows()).toEqual([]);
    },
  );

  it('leaves out what the contract does not promise', async () => {
    await add({ householdId: randomUUID(), count: 1, secret: 'x' });
    expect((await rows())[0]?.data).not.toContain('secret');
  });

  it('takes an event of exactly the largest size, and refuses one byte more', async () => {
    const householdId = randomUUID();
    const room = maxEventBytes - Buffer.byteLength(JSON.stringify({ householdId, count: 1, note: '' }));
    await add({ householdId, count: 1, note: 'n'.repeat(room) });
    await expect(add({ householdId, count: 1, note: 'n'.repeat(room + 1) })).rejects.toThrow(EventTooLarge);
    // Counted in bytes, not in characters.
    await expect(add({ householdId, count: 1, note: 'ɲ'.repeat(room - 1) })).rejects.toThrow(EventTooLarge);
    expect(await rows()).toHaveLength(1);
  });

  it('stores thousands of events at once, answers their ids in the order given, and keeps the order of each aggregate', async () => {
    const households = Array.from({ length: 700 }, () => randomUUID());
    const data = Array.from({ length: 12_000 }, (_, count) => ({
      householdId: households[(count * 7) % 700] ?? '',
      count,
    }));
    const ids = await database.dataSource.transaction((tx) => outbox.addAll(tx, events.Counted, data));

    const stored = await rows();
    const countOf = new Map(
      stored.map(({ event_id, data: json }) => [event_id, (JSON.parse(json) as { count: number }).count]),
    );
    expect(ids.map((id) => countOf.get(id))).toEqual(data.map(({ count }) => count));
    for (const [, own] of Map.groupBy(stored, ({ key }) => key)) {
      expect(own.map(({ aggregate_version: version }) => Number(version))).toEqual(own.map((_, at) => at + 1));
      const counts = own.map(({ event_id }) => countOf.get(event_id) ?? 0);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
  });

  it('numbers the events of an aggregate without a gap and in commit order, however many write at once, and without a deadlock', async () => {
    const random = seeded('writers at once');
    const households = Array.from({ length: 12 }, () => randomUUID());
    const pool = await openPool(database.url, 10);
    const writer = async () => {
      for (let round = 0; round < 25; round += 1) {
        const some = Array.from({ length: random.between(1, 10) }, () => ({
          householdId: random.pick(households),
          count: round,
        }));
        const undo = random.next() < 0.2;
        const written = pool.transaction(async (tx) => {
          await outbox.addAll(tx, events.Left, some);
          if (undo) throw new Error('undone');
        });
        await written.catch((error: Error) => expect(error.message).toBe('undone'));
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    await pool.destroy();

    for (const [, own] of Map.groupBy(await rows(), ({ key }) => key)) {
      expect(own.map(({ aggregate_version: version }) => Number(version))).toEqual(own.map((_, at) => at + 1));
    }
  });

  it('may not be changed by the service, only written and emptied', async () => {
    await add({ householdId: randomUUID(), count: 1 });
    await expect(database.dataSource.query(`UPDATE outbox SET data = '{}'`)).rejects.toThrow('permission denied');
    await expect(database.dataSource.query('DELETE FROM parked_events')).rejects.toThrow('permission denied');
    await expect(database.dataSource.query('UPDATE inbox SET consumer = $1', ['x'])).rejects.toThrow(
      'permission denied',
    );
  });
});
