import type { Tx } from '@janela/platform';
import type { DataSource } from 'typeorm';

import type { IncomingRecord, Partition } from '../bus/event-bus.ts';

/** Somewhere to run a statement on its own. */
export type Queryable = Pick<DataSource, 'query'>;

/** Names a partition in a map. */
export const partitionName = ({ topic, partition }: Partition): string => `${topic} ${partition}`;

/** Names a record in a map. */
export const recordName = ({ topic, partition, offset }: IncomingRecord): string => `${topic} ${partition} ${offset}`;

/**
 * Notes that work begins at these records, one of each partition, and returns for each (by `recordName`) how often it has begun
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
