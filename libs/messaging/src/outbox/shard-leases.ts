import { randomUUID } from 'node:crypto';

import type { DataSource } from 'typeorm';

/** The shards of an outbox. One relay owns a shard at a time, so this is also the most relays that share the work. */
export const shardCount = 8;

/** How long a shard stays with a relay that does not renew its lease. */
const defaultLeaseMs = 6_000;
const defaultRenewMs = 2_000;
/** A relay stops this long before the database would let another one in: room for clocks that run at different speeds. */
const marginMs = 500;

/**
 * Which shards this relay may publish. A shard has one owner; an owner that does not renew its lease loses it to another, and knows
 * by its own clock when that may have happened, so that after a pause it does not go on as if nothing had been.
 */
export class ShardLeases {
  readonly relayId = randomUUID();
  private shards: readonly number[] = [];
  private goodUntil = 0;
  private surplus = 0;
  private timer?: NodeJS.Timeout | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly leaseMs = defaultLeaseMs,
    private readonly renewMs = defaultRenewMs,
  ) {}

  /** Returns the shards that are ours at this moment; empty once the lease may have run out. */
  held(): readonly number[] {
    return performance.now() < this.goodUntil ? this.shards : [];
  }

  start(onFailure: (error: unknown) => void): void {
    this.timer = setInterval(() => void this.renew().catch(onFailure), this.renewMs);
  }

  /** Renews what is held and takes free shards up to a fair share of them. */
  renew(): Promise<void> {
    return this.oneAtATime(() => this.lease());
  }

  /** Gives back what is more than a fair share. Call it only between batches: what was read must have been marked. */
  async giveBackSurplus(): Promise<void> {
    if (this.surplus > 0) await this.oneAtATime(() => this.giveBack(this.surplus));
  }

  /** Stores whether this relay waits for a NOTIFY, or is awake and needs none. */
  async setWaiting(waiting: boolean): Promise<void> {
    // One at a time, for a renewal locks the same rows.
    await this.oneAtATime(() => this.database.query(waitingSql, [this.relayId, waiting]));
  }

  /** Gives everything back at once, so that another relay need not wait for the lease to run out. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.oneAtATime(() => this.giveBack(this.shards.length));
    await this.database.query('DELETE FROM outbox_relays WHERE id = $1', [this.relayId]);
  }

  private async lease(): Promise<void> {
    const asked = performance.now();
    const [row] = await this.database.transaction(async (tx): Promise<{ shards: number[]; surplus: number }[]> => {
      await tx.query(`DELETE FROM outbox_relays WHERE seen_at < now() - $1 * interval '1 ms'`, [10 * this.leaseMs]);
      await tx.query(seenSql, [this.relayId]);
      // A statement of its own: one that waits here and then updates passes over rows that were changed while it waited.
      await tx.query('SELECT FROM outbox_shards WHERE owner = $1 ORDER BY shard FOR UPDATE', [this.relayId]);
      return tx.query(leaseSql, [this.relayId, this.leaseMs, shardCount]);
    });
    this.shards = row?.shards ?? [];
    this.surplus = row?.surplus ?? 0;
    this.goodUntil = asked + this.leaseMs - marginMs;
  }

  private async giveBack(count: number): Promise<void> {
    const given = this.shards.slice(this.shards.length - count);
    this.shards = this.shards.slice(0, this.shards.length - count);
    this.surplus = 0;
    await this.database.query(giveBackSql, [this.relayId, given]);
  }

  /** One at a time: a renewal under way would bring back what is just being given away. */
  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.queue.then(work);
    this.queue = mine.catch(() => undefined);
    return mine;
  }
}

const seenSql = `INSERT INTO outbox_relays (id, seen_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET seen_at = now()`;

/** Ours that have not run out, and free ones up to the share; a row that someone else is just taking is skipped. */
const leaseSql = `
  WITH share AS (
    SELECT ceil($3::numeric / greatest(count(*), 1))::int AS most
    FROM outbox_relays WHERE seen_at > now() - $2 * interval '1 ms'
  ), ours AS (
    SELECT shard FROM outbox_shards WHERE owner = $1 AND leased_until > now()
  ), free AS (
    SELECT shard FROM outbox_shards WHERE leased_until <= now() ORDER BY shard
    LIMIT greatest((SELECT most FROM share) - (SELECT count(*) FROM ours), 0) FOR UPDATE SKIP LOCKED
  ), leased AS (
    UPDATE outbox_shards s SET
      owner = $1, leased_until = now() + $2 * interval '1 ms', waiting = CASE WHEN owner = $1 THEN waiting ELSE false END
    WHERE shard IN (SELECT shard FROM ours UNION ALL SELECT shard FROM free) RETURNING shard
  )
  SELECT coalesce(array_agg(shard ORDER BY shard), '{}') AS shards,
    greatest(count(*)::int - (SELECT most FROM share), 0) AS surplus
  FROM leased`;

const giveBackSql = `
  UPDATE outbox_shards SET owner = NULL, leased_until = '-infinity', waiting = false WHERE owner = $1 AND shard = ANY($2)`;

const waitingSql = 'UPDATE outbox_shards SET waiting = $2 WHERE owner = $1 AND waiting <> $2';
