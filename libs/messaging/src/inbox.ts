import type { Tx } from '@janela/platform';
import type { DataSource } from 'typeorm';
import type { IncomingRecord, Partition } from './event-bus.ts';

/** Somewhere to run a statement on its own. */
export type Queryable = Pick<DataSource, 'query'>;

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
 * Records events as received and answers those that were not already. Another process that holds the same events in an open
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
 * Moves the heads of aggregates forward and answers where they stood before, 0 for one never seen; by `aggregateOf`. The rows
 * stay locked, so nobody else deals with these aggregates until the transaction ends.
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
 * From which version on the aggregates, by `aggregateOf`, wait behind a parked event: what comes before it need not. One that
 * stands alone holds up nothing, nor does one whose place another event has taken. Ask after `advanceHeads`, with what it answers.
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

/** Why a record has no place among the events of the aggregate that its key names, whatever version it says it has. */
const NO_PLACE: ReadonlySet<string> = new Set([
  'wrong_source',
  'version_reused',
  'not_a_cloud_event',
  'bad_id',
  'bad_time',
  'bad_aggregate_version',
  'wrong_topic',
  'wrong_key',
]);

/** Whether the place of a parked record in its aggregate cannot be known: nothing waits behind it, and it is released only by itself. */
export const standsAlone = (reason: string, version: number | string | null | undefined): boolean =>
  version === null || version === undefined || NO_PLACE.has(reason);

/** The same of a row of `parked_events`. */
export const standsAloneSql = `(aggregate_version IS NULL OR reason IN (${[...NO_PLACE].map((reason) => `'${reason}'`).join(', ')}))`;

/** Asked first, because mostly there are none, and then no aggregate needs to be looked for. */
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

/** Names a partition in a map. */
export const partitionName = ({ topic, partition }: Partition): string => `${topic} ${partition}`;

/** Names a record in a map. */
export const recordName = ({ topic, partition, offset }: IncomingRecord): string => `${topic} ${partition} ${offset}`;

/**
 * Notes that work begins at these records, one of each partition, and answers for each (by `recordName`) how often it has begun
 * there without its process living to see the end, this time included. Not part of the work's transaction; and a crash of the
 * database may lose the newest note, so it does not wait for the disk.
 */
export async function noteStart(
  database: Queryable,
  consumer: string,
  firsts: readonly IncomingRecord[],
): Promise<Map<string, number>> {
  const rows = await database.query<(IncomingRecord & { starts: number })[]>(
    `WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO inbox_starts AS start (consumer, topic, partition, "offset", starts, first_offset)
     SELECT $1, first.*, 1, first."offset"
     FROM quick, unnest($2::text[], $3::int[], $4::bigint[]) AS first (topic, partition, "offset") ORDER BY 2, 3
     ON CONFLICT (consumer, topic, partition) DO UPDATE SET
       starts = CASE WHEN start."offset" = excluded."offset" THEN start.starts + 1 ELSE 1 END, "offset" = excluded."offset"
     RETURNING topic, partition, "offset", starts`,
    [consumer, ...placesOf(firsts), firsts.map(({ offset }) => offset)],
  );
  return new Map(rows.map((row) => [recordName(row), row.starts]));
}

/** The partitions that the consumer has read from their very first record on, by `partitionName`: it missed nothing there. */
export async function partitionsReadWhole(tx: Tx, consumer: string): Promise<Set<string>> {
  const rows = await tx.query<Partition[]>(
    'SELECT topic, partition FROM inbox_starts WHERE consumer = $1 AND first_offset = 0',
    [consumer],
  );
  return new Set(rows.map(partitionName));
}

/** Notes that the process has survived the work it began there, however that went. */
export async function noteSurvival(
  database: Queryable,
  consumer: string,
  firsts: readonly IncomingRecord[],
): Promise<void> {
  await database.query(
    `UPDATE inbox_starts AS start SET starts = 0 FROM unnest($2::text[], $3::int[]) AS place (topic, partition)
     WHERE start.consumer = $1 AND start.topic = place.topic AND start.partition = place.partition`,
    [consumer, ...placesOf(firsts)],
  );
}

const placesOf = (records: readonly IncomingRecord[]) => [
  records.map(({ topic }) => topic),
  records.map(({ partition }) => partition),
];
