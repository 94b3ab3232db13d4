import type { Tx } from '@janela/platform';
import type { DataSource } from 'typeorm';

import type { IncomingRecord, Partition } from '../bus/event-bus.ts';

/** Somewhere to run a statement on its own. */
export type Queryable = Pick<DataSource, 'query'>;

/** Names a partition in a map. */
export const partitionName = ({ topic, partition }: Partition): string => `${topic} ${partition}`;

/** Names a record in a map. */
export const recordName = ({ topic, partition, offset }: IncomingRecord): string => `${topic} ${partition} ${offset}`;

/** The first and the last record of each partition that work begins with. */
export interface Ends {
  readonly firsts: readonly IncomingRecord[];
  readonly lasts: readonly IncomingRecord[];
}

/** Records of a partition that are gone from the broker and were never begun with: from `from` to before `to`. */
export interface Missed extends Partition {
  readonly from: bigint;
  readonly to: bigint;
}

export interface Begun {
  /** How often work has begun with each first record without its process living to see the end, this time included; by `recordName`. */
  readonly starts: ReadonlyMap<string, number>;
  readonly missed: readonly Missed[];
}

/**
 * Notes that work begins with these records. Not part of the work's transaction; and a crash of the database may lose the newest
 * note, so it does not wait for the disk. Offsets of our topics follow each other without a gap: where one is found, the broker has
 * deleted what was never read, and from there on the partition no longer counts as read whole.
 */
export async function noteStart(database: Queryable, consumer: string, { firsts, lasts }: Ends): Promise<Begun> {
  const rows = await database.query<(IncomingRecord & { starts: number; missed_from: string | null })[]>(
    `WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO inbox_starts AS start (consumer, topic, partition, "offset", starts, first_offset, next_offset)
     SELECT $1, topic, partition, first, 1, first, last + 1
     FROM quick, unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[]) AS begun (topic, partition, first, last) ORDER BY 2, 3
     ON CONFLICT (consumer, topic, partition) DO UPDATE SET
       starts = CASE WHEN start."offset" = excluded."offset" THEN start.starts + 1 ELSE 1 END, "offset" = excluded."offset",
       first_offset = CASE WHEN start.next_offset < excluded."offset" THEN excluded."offset" ELSE start.first_offset END,
       next_offset = greatest(start.next_offset, excluded.next_offset)
     RETURNING topic, partition, new."offset" AS "offset", new.starts AS starts,
       CASE WHEN old.next_offset < new."offset" THEN old.next_offset END AS missed_from`,
    [consumer, ...placesOf(firsts), firsts.map(({ offset }) => offset), lasts.map(({ offset }) => offset)],
  );
  return {
    starts: new Map(rows.map((row) => [recordName(row), row.starts])),
    missed: rows.flatMap(({ topic, partition, offset, missed_from: from }) =>
      from === null ? [] : [{ topic, partition, from: BigInt(from), to: BigInt(offset) }],
    ),
  };
}

/** Returns the partitions that the consumer has read whole, from their very first record on, by `partitionName`: it missed nothing there. */
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

/** Returns the first and the last record of each partition. */
export function endsOf(slice: readonly { readonly record: IncomingRecord }[]): Ends {
  const firsts = new Map<string, IncomingRecord>();
  const lasts = new Map<string, IncomingRecord>();
  for (const { record } of slice) {
    const name = partitionName(record);
    if (!firsts.has(name)) firsts.set(name, record);
    lasts.set(name, record);
  }
  return { firsts: [...firsts.values()], lasts: [...lasts.values()] };
}
