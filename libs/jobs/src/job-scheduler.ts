import { Injectable } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import { currentTraceparent, type Tx } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import { type AnyJob, type IdsOf, keyOf } from './job.ts';

const put = `
  INSERT INTO due_work (name, key, ids, due_at, next_at, traceparent)
  SELECT $1, key, ids::jsonb, at, at, $5
  FROM unnest($2::text[], $3::text[]) AS work (key, ids), COALESCE($4::timestamptz, now()) AS at
  ORDER BY key
  ON CONFLICT (name, key) WHERE done_at IS NULL AND failed_at IS NULL DO UPDATE
  SET due_at = excluded.due_at, next_at = excluded.next_at, traceparent = excluded.traceparent,
    hinted_at = NULL, attempts = 0, version = due_work.version + 1`;

const drop = `
  WITH dropped AS (DELETE FROM due_work WHERE name = $1 AND key = $2 AND done_at IS NULL AND failed_at IS NULL RETURNING id)
  SELECT id FROM dropped`;

/**
 * Schedules jobs, in the transaction that makes them necessary: both are committed, or neither.
 * The row outlives Redis; once it is due the job is done, however long the service was away.
 */
@Injectable()
export class JobScheduler {
  constructor(private readonly jobs: DeclaredJobs) {}

  /** Schedules the job for a moment, now when left out. While it waits there is one for the same ids: scheduling it again moves it. */
  schedule<J extends AnyJob>(tx: Tx, job: J, ids: IdsOf<J>, at?: Date): Promise<void> {
    return this.scheduleAll(tx, job, [ids], at);
  }

  /** Schedules many at once, in one statement. */
  async scheduleAll<J extends AnyJob>(tx: Tx, job: J, all: readonly IdsOf<J>[], at?: Date): Promise<void> {
    const { name } = this.jobs.get(job.name);
    invariant(tx.queryRunner?.isTransactionActive, `${name} is made due inside a transaction`);
    const work = new Map(all.map((given) => job.idsFrom(given)).map((ids) => [keyOf(ids), JSON.stringify(ids)]));
    await tx.query(put, [name, [...work.keys()], [...work.values()], at, currentTraceparent()]);
  }

  /** Cancels the job if it still waits. Returns whether there was one. */
  async cancel<J extends AnyJob>(tx: Tx, job: J, ids: IdsOf<J>): Promise<boolean> {
    const dropped: unknown[] = await tx.query(drop, [this.jobs.get(job.name).name, keyOf(job.idsFrom(ids))]);
    return dropped.length > 0;
  }
}
