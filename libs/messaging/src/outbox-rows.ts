import type { DataSource } from 'typeorm';

/** A batch may all be of one partition, and then the broker takes it as one message of at most a mebibyte. */
const BATCH_BYTES = 1_000_000;
const BATCH_ROWS = 500;
/** What headers, key and framing add to an event, generously. */
const ENVELOPE_BYTES = 512;

export interface OutboxRow {
  readonly id: string;
  readonly event_id: string;
  readonly topic: string;
  readonly type: string;
  readonly key: string;
  readonly aggregate_version: string;
  readonly data: string;
  readonly occurred_at: Date;
  readonly traceparent: string | null;
}

/** Rows, and the shards whose leases were held when they were read. */
export interface Batch {
  readonly shards: readonly number[];
  readonly rows: readonly OutboxRow[];
}

/** The outbox as its relay sees it. */
export class OutboxRows {
  constructor(private readonly database: DataSource) {}

  /** The oldest rows of these shards besides some in hand, up to as many bytes as the broker takes at once; a single event always fits. */
  async read(shards: readonly number[], notOf: readonly string[], except: readonly OutboxRow[]): Promise<Batch> {
    if (shards.length === 0) return { shards, rows: [] };
    const ids = except.map(({ id }) => id);
    return { shards, rows: await this.database.query(readSql, [shards, notOf, ids, BATCH_ROWS, BATCH_BYTES]) };
  }

  /** Removes what the broker has confirmed. */
  async forget(rows: readonly OutboxRow[]): Promise<void> {
    await this.database.query(forgetSql, [rows.map(({ id }) => id)]);
  }
}

const readSql = `
  SELECT id, event_id, topic, type, key, aggregate_version, data, occurred_at, traceparent FROM (
    SELECT *, sum(octet_length(data) + ${ENVELOPE_BYTES}) OVER (ORDER BY id) AS bytes FROM (
      SELECT * FROM outbox WHERE shard = ANY($1::smallint[]) AND topic <> ALL($2::text[]) AND id <> ALL($3::bigint[])
      ORDER BY id LIMIT $4
    ) oldest
  ) sized WHERE bytes <= $5 ORDER BY id`;

/** Does not wait for the disk: a deletion that a crash undoes only means a second copy, which its consumers leave out. */
const forgetSql = `
  WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
  DELETE FROM outbox USING quick WHERE id = ANY($1::bigint[])`;
