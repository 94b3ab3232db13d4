import type { Tx } from '@janela/platform';
import type { DataSource } from 'typeorm';

/** Somewhere to run a statement on its own. */
export type Queryable = Pick<DataSource, 'query'>;

/** The newest version of an aggregate that came with a slice. */
export interface Newest {
  readonly key: string;
  readonly version: number;
}

/**
 * Records events as received and answers those that were not already. Another process that holds the same events in an open
 * transaction is waited for. The same id twice in one call counts once.
 */
export async function receive(tx: Tx, consumer: string, eventIds: readonly string[]): Promise<Set<string>> {
  if (eventIds.length === 0) return new Set();
  const rows: { event_id: string }[] = await tx.query(
    `INSERT INTO inbox (consumer, event_id) SELECT $1, id FROM unnest($2::uuid[]) AS id ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, eventIds],
  );
  return new Set(rows.map(({ event_id }) => event_id));
}

/**
 * Moves the heads of aggregates forward and answers where they stood before; 0 for one never seen. The rows stay locked, so
 * nobody else deals with these aggregates until the transaction ends.
 */
export async function advanceHeads(
  tx: Tx,
  consumer: string,
  topic: string,
  newest: readonly Newest[],
): Promise<Map<string, number>> {
  if (newest.length === 0) return new Map();
  const rows: { key: string; before: string | null }[] = await tx.query(
    `INSERT INTO inbox_heads AS head (consumer, topic, key, version)
     SELECT $1, $2, key, version FROM unnest($3::text[], $4::bigint[]) AS newest (key, version) ORDER BY key
     ON CONFLICT (consumer, topic, key) DO UPDATE SET version = greatest(head.version, excluded.version)
     RETURNING key, old.version AS before`,
    [consumer, topic, newest.map(({ key }) => key), newest.map(({ version }) => version)],
  );
  return new Map(rows.map(({ key, before }) => [key, Number(before ?? 0)]));
}

/** Sets heads to exactly these versions. Only for rows that `advanceHeads` has locked. */
export async function setHeads(tx: Tx, consumer: string, topic: string, heads: readonly Newest[]): Promise<void> {
  if (heads.length === 0) return;
  await tx.query(
    `UPDATE inbox_heads SET version = heads.version FROM unnest($3::text[], $4::bigint[]) AS heads (key, version)
     WHERE consumer = $1 AND topic = $2 AND inbox_heads.key = heads.key`,
    [consumer, topic, heads.map(({ key }) => key), heads.map(({ version }) => version)],
  );
}

/** Those of the aggregates that have a parked event, behind which the rest must wait. Ask after `advanceHeads`. */
export async function blockedKeys(
  tx: Tx,
  consumer: string,
  topic: string,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows: { key: string }[] = await tx.query(
    `SELECT DISTINCT key FROM parked_events WHERE consumer = $1 AND topic = $2 AND key = ANY($3) AND state = 'waiting'`,
    [consumer, topic, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Where a piece of work begins: its first record. */
export interface Start {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Notes that work begins at a record, and answers how often it has begun there without its process living to see the end. Not
 * part of the work's transaction; and a crash of the database may lose the newest note, so it does not wait for the disk.
 */
export async function noteStart(
  database: Queryable,
  consumer: string,
  { topic, partition, offset }: Start,
): Promise<number> {
  const [row]: { starts: number }[] = await database.query(
    `WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO inbox_starts AS start (consumer, topic, partition, "offset", starts) SELECT $1, $2, $3, $4, 1 FROM quick
     ON CONFLICT (consumer, topic, partition) DO UPDATE SET
       starts = CASE WHEN start."offset" = excluded."offset" THEN start.starts + 1 ELSE 1 END, "offset" = excluded."offset"
     RETURNING starts`,
    [consumer, topic, partition, offset],
  );
  return row?.starts ?? 1;
}

/** Notes that the process has survived the work it began there, however that went. */
export async function noteSurvival(database: Queryable, consumer: string, { topic, partition }: Start): Promise<void> {
  await database.query('UPDATE inbox_starts SET starts = 0 WHERE consumer = $1 AND topic = $2 AND partition = $3', [
    consumer,
    topic,
    partition,
  ]);
}
