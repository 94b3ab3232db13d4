import { randomUUIDv7 } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { AnyEvent, DataOf } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { EventDoesNotFit, EventTooLarge } from './outbox.errors.ts';
import { shardCount } from './shard-leases.ts';
import { maxEventBytes } from '../bus/cloud-events.ts';
import { creationContext } from '../telemetry/tracing.ts';

/** Rows per statement: enough that the round trip no longer counts, few enough to hold in memory. */
const rowsPerStatement = 5_000;

/** The place of every event between the commit that made it true and the broker's confirmation. */
@Injectable()
export class Outbox {
  /**
   * Stores an event in the open transaction and returns its id (UUIDv7): it is published if, and only if, that commits.
   * Writers of one aggregate wait for each other from here to their commit, so its events are numbered and delivered in commit order.
   * Throws `EventDoesNotFit` or `EventTooLarge`, and then nothing is stored.
   */
  async add<E extends AnyEvent>(tx: Tx, event: E, data: DataOf<E>): Promise<string> {
    const entry = prepare(event, data);
    await insert(tx, event, [entry], creationContext(event.type, entry));
    return entry.id;
  }

  /**
   * Stores many events of one type, thousands per statement; ids come back in the order of the data. Events of one aggregate
   * keep their order. Aggregates are locked in the order of their keys, so two of these cannot deadlock with each other.
   */
  async addAll<E extends AnyEvent>(tx: Tx, event: E, data: readonly DataOf<E>[]): Promise<string[]> {
    const entries = data.map((each) => prepare(event, each));
    const inLockOrder = entries.toSorted((a, b) => compare(a.topic, b.topic) || compare(a.key, b.key));
    const context = creationContext(event.type);
    for (let from = 0; from < inLockOrder.length; from += rowsPerStatement) {
      await insert(tx, event, inLockOrder.slice(from, from + rowsPerStatement), context);
    }
    return entries.map(({ id }) => id);
  }
}

/** Which shard an aggregate's events go through; always the same one. */
export const shardOf = (key: string): number => crc32(key) % shardCount;

interface Entry {
  id: string;
  topic: string;
  key: string;
  json: string;
}

function prepare<E extends AnyEvent>(event: E, data: DataOf<E>): Entry {
  const parsed = event.data.safeParse(data);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'data'} (${code})`);
    throw new EventDoesNotFit(`${event.type}: ${where.join(', ')}`);
  }
  const json = JSON.stringify(parsed.data);
  const bytes = Buffer.byteLength(json);
  if (bytes > maxEventBytes) throw new EventTooLarge(`${event.type}: ${bytes} bytes, of at most ${maxEventBytes}`);
  return { id: randomUUIDv7(), topic: event.topicOf(parsed.data), key: event.keyOf(parsed.data), json };
}

async function insert(
  tx: Tx,
  { type }: AnyEvent,
  entries: readonly Entry[],
  traceparent: string | null,
): Promise<void> {
  invariant(tx.queryRunner?.isTransactionActive, `${type} is added to the outbox inside a transaction`);
  await tx.query(insertSql, [
    entries.map(({ id }) => id),
    entries.map(({ topic }) => topic),
    entries.map(({ key }) => key),
    entries.map(({ key }) => shardOf(key)),
    entries.map(({ json }) => json),
    type,
    traceparent,
  ]);
}

/**
 * The head's row is locked before the identity of an event of that aggregate is drawn: an event with a higher version always
 * has a higher id, and a transaction that sees it also sees all the versions before.
 */
const insertSql = `
  WITH added AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::smallint[], $5::text[])
      WITH ORDINALITY AS a (event_id, topic, key, shard, data, position)
  ), heads AS (
    INSERT INTO outbox_heads AS head (topic, key, version)
    SELECT topic, key, count(*) FROM added GROUP BY topic, key ORDER BY topic, key
    ON CONFLICT (topic, key) DO UPDATE SET version = head.version + excluded.version
    RETURNING topic, key, version
  )
  INSERT INTO outbox (shard, event_id, topic, type, key, aggregate_version, data, traceparent)
  SELECT a.shard, a.event_id, a.topic, $6, a.key,
    h.version - count(*) OVER aggregate + row_number() OVER (aggregate ORDER BY a.position), a.data, $7
  FROM added a JOIN heads h USING (topic, key)
  WINDOW aggregate AS (PARTITION BY a.topic, a.key)
  ORDER BY a.position`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
