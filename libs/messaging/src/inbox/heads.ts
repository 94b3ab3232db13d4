import type { Tx } from '@janela/platform';

import { standsAloneSql } from './parsed-record.ts';

/** An aggregate, as a consumer knows it. */
export interface Aggregate {
  readonly topic: string;
  readonly key: string;
}

/** A version of an aggregate. */
export interface Head extends Aggregate {
  readonly version: number;
}

/** Names an aggregate in a map. */
export const aggregateOf = ({ topic, key }: Aggregate): string => `${topic} ${key}`;

/**
 * Records events as received and returns those that were not already. Another process that holds the same events in an open
 * transaction is waited for. The same id twice in one call counts once.
 */
export async function receive(tx: Tx, consumer: string, eventIds: readonly string[]): Promise<Set<string>> {
  const fresh = new Set(eventIds);
  if (fresh.size === 0) return fresh;
  // What comes back is read row by row: the few that were there, not the many that were not.
  const known: { id: string }[] = await tx.query(
    `WITH received AS (
       INSERT INTO inbox (consumer, event_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ORDER BY id
       ON CONFLICT DO NOTHING RETURNING event_id
     )
     SELECT id FROM unnest($2::uuid[]) AS id EXCEPT SELECT event_id FROM received`,
    [consumer, plainArray(eventIds)],
  );
  for (const { id } of known) fresh.delete(id);
  return fresh;
}

/**
 * Moves the heads of aggregates forward and returns where they stood before, 0 for one never seen; by `aggregateOf`. The rows
 * stay locked, so that no other transaction changes these aggregates until this one ends.
 */
export async function advanceHeads(tx: Tx, consumer: string, heads: readonly Head[]): Promise<Map<string, number>> {
  const before = new Map(heads.map((head) => [aggregateOf(head), head.version - 1]));
  if (heads.length === 0) return before;
  // Most move by one, and need not come back.
  const others: (Aggregate & { before: string })[] = await tx.query(
    `WITH moved AS (
       INSERT INTO inbox_heads AS head (consumer, topic, key, version)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[]) AS newest (topic, key, version) ORDER BY topic, key
       ON CONFLICT (consumer, topic, key) DO UPDATE SET version = greatest(head.version, excluded.version)
       RETURNING topic, key, coalesce(old.version, 0) AS before, new.version AS after
     )
     SELECT topic, key, before FROM moved WHERE before <> after - 1`,
    [consumer, ...columnsOf(heads)],
  );
  for (const row of others) before.set(aggregateOf(row), Number(row.before));
  return before;
}

/** Sets heads to exactly these versions. Only for rows that `advanceHeads` has locked. */
export async function setHeads(tx: Tx, consumer: string, heads: readonly Head[]): Promise<void> {
  if (heads.length === 0) return;
  await tx.query(
    `UPDATE inbox_heads AS head SET version = given.version
     FROM unnest($2::text[], $3::text[], $4::bigint[]) AS given (topic, key, version)
     WHERE head.consumer = $1 AND head.topic = given.topic AND head.key = given.key`,
    [consumer, ...columnsOf(heads)],
  );
}

/**
 * Returns from which version on the aggregates, by `aggregateOf`, wait behind a parked event: what comes before it need not. One that
 * stands alone holds up nothing, nor does one whose place another event has taken. Call it after `advanceHeads`, with what that returns.
 */
export async function blockedOf(
  tx: Tx,
  consumer: string,
  aggregates: readonly Aggregate[],
  before: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  if (aggregates.length === 0 || !(await hasParked(tx, consumer))) return new Map();
  const rows: Head[] = await tx.query(
    `SELECT topic, key, min(aggregate_version)::float8 AS version
     FROM parked_events JOIN unnest($2::text[], $3::text[], $4::bigint[]) AS asked (topic, key, head) USING (topic, key)
     WHERE consumer = $1 AND state = 'waiting' AND aggregate_version > head AND NOT ${standsAloneSql} GROUP BY topic, key`,
    [consumer, ...columnsOf(aggregates.map((each) => ({ ...each, version: before.get(aggregateOf(each)) ?? 0 })))],
  );
  return new Map(rows.map((row) => [aggregateOf(row), row.version]));
}

/** Called first, because mostly there are none, and then no aggregate needs to be looked for. */
async function hasParked(tx: Tx, consumer: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT FROM parked_events WHERE consumer = $1 AND state = 'waiting' LIMIT 1`,
    [consumer],
  );
  return rows.length > 0;
}

const columnsOf = (heads: readonly Head[]) => [
  heads.map(({ topic }) => topic),
  heads.map(({ key }) => key),
  plainArray(heads.map(({ version }) => version)),
];

/** An array of ids or numbers as Postgres reads it. The driver would look at each for something to escape. */
const plainArray = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
