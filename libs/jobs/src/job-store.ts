import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '@janela/platform';

import { backOffMs } from './back-off.ts';
import { DeclaredJobs } from './declared-jobs.ts';
import type { AnyJob } from './job.ts';

/** What the queue receives: which row, which of its versions, and how long it can wait. */
export interface DueReminder {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly delayMs: number;
}

/** An attempt that has begun. `version` is its right to end the work; an attempt that begins later takes it over. */
export interface Attempt {
  readonly id: string;
  readonly job: AnyJob;
  readonly ids: unknown;
  readonly dueAt: Date;
  readonly version: number;
  readonly number: number;
  /** Of the work that made it due. */
  readonly traceparent: string | undefined;
}

interface BegunRow {
  name: string;
  ids: unknown;
  due_at: Date;
  version: number;
  attempts: number;
  traceparent: string | null;
}

const open = 'done_at IS NULL AND failed_at IS NULL';
// Held for as long as the handler's transaction, and never waited for. A lock on the row itself would make every transaction that
// moves the work wait for the handler, and deadlock with it.
const mine = (id: string) => `pg_try_advisory_xact_lock(hashtextextended(${id}::text, 0))`;

const claimReminders = `
  WITH due AS (
    SELECT id FROM due_work
    WHERE ${open} AND name = ANY ($1) AND next_at <= now() + $2 * interval '1 ms'
      AND (hinted_at IS NULL OR hinted_at < now() - $3 * interval '1 ms')
    ORDER BY next_at LIMIT $4 FOR UPDATE SKIP LOCKED
  ), reminded AS (
    UPDATE due_work SET hinted_at = now() FROM due WHERE due_work.id = due.id
    RETURNING due_work.id, name, version, greatest(0, ceil(extract(epoch FROM next_at - now()) * 1000))::int AS "delayMs"
  )
  SELECT * FROM reminded`;

const begin = `
  WITH begun AS (
    UPDATE due_work SET attempts = attempts + 1, version = version + 1, hinted_at = NULL,
      next_at = now() + ($2::float8[])[least(attempts + 1, cardinality($2::float8[]))] * interval '1 ms'
    WHERE id = $1 AND name = ANY ($3) AND ${open} AND next_at <= now() AND ${mine('id')}
    RETURNING id, name, ids, due_at, version, attempts, traceparent
  )
  SELECT * FROM begun`;

const lock = `SELECT FROM due_work WHERE id = $1 AND version = $2 AND ${open} AND ${mine('id')}`;

const finish = `
  WITH finished AS (UPDATE due_work SET done_at = now() WHERE id = $1 AND version = $2 AND ${open} RETURNING id)
  SELECT EXISTS (SELECT FROM finished) AS finished,
    EXISTS (SELECT FROM due_work WHERE id = $1 AND (attempts > 0 OR NOT (${open}))) AS taken`;

const note = `
  WITH noted AS (
    UPDATE due_work SET last_error = $3, failed_at = CASE WHEN $4 THEN now() END WHERE id = $1 AND version = $2 AND ${open}
    RETURNING id
  )
  SELECT id FROM noted`;

const keepDoneDays = 30;
const forgetAtOnce = 10_000;
const longestBackOffAt = 13;
const backOffs = Array.from({ length: longestBackOffAt }, (_, index) => backOffMs(index + 1));

/** The statements on `due_work` outside the transactions of the work itself. */
@Injectable()
export class JobStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: DeclaredJobs,
  ) {}

  /** Marks what is due within `aheadMs` as passed to the queue. Several sweepers share it out. */
  claimReminders({
    aheadMs,
    againAfterMs,
    limit,
  }: {
    aheadMs: number;
    againAfterMs: number;
    limit: number;
  }): Promise<DueReminder[]> {
    return this.dataSource.query(claimReminders, [this.jobs.names, aheadMs, againAfterMs, limit]);
  }

  /** The open row of a job that has no ids. */
  async findRecurring(name: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM due_work WHERE name = $1 AND key = '' AND ${open}`,
      [name],
    );
    return row?.id;
  }

  /** Undoes `claimReminders`: these were not passed to the queue after all. */
  async releaseReminders(reminders: readonly DueReminder[]): Promise<void> {
    await this.dataSource.query('UPDATE due_work SET hinted_at = NULL WHERE id = ANY ($1)', [
      reminders.map(({ id }) => id),
    ]);
  }

  /** Counts one more attempt, unless the work is done, cancelled, moved to later or being done. */
  async begin(id: string): Promise<Attempt | undefined> {
    const [row] = await this.dataSource.query<BegunRow[]>(begin, [id, backOffs, this.jobs.names]);
    if (!row) return undefined;
    const { name, ids, due_at: dueAt, version, attempts: number, traceparent } = row;
    return { id, job: this.jobs.get(name), ids, dueAt, version, number, traceparent: traceparent ?? undefined };
  }

  /** Locks the row for an attempt, first in the handler's transaction. Returns whether the attempt may go on. */
  async lock(tx: Tx, { id, version }: Attempt): Promise<boolean> {
    const rows: unknown[] = await tx.query(lock, [id, version]);
    return rows.length > 0;
  }

  /**
   * Marks the row as done, last in the handler's transaction. Returns false when another attempt has begun meanwhile, so that this one must not commit.
   * Work that was moved or cancelled while it was being done counts as done before that.
   */
  async finish(tx: Tx, { id, version }: Attempt): Promise<boolean> {
    const [row] = await tx.query(finish, [id, version]);
    return row.finished || !row.taken;
  }

  /** Stores what went wrong; the work fails for good, or is tried again. Returns false when the attempt was overtaken. */
  async note(tx: Tx, { id, version }: Attempt, error: string, forGood: boolean): Promise<boolean> {
    const rows: unknown[] = await tx.query(note, [id, version, error, forGood]);
    return rows.length > 0;
  }

  /** Deletes what was done long ago, one batch so that the next sweep is not late; what failed stays until an operator has seen to it. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM due_work WHERE id IN (
         SELECT id FROM due_work WHERE done_at < now() - $1 * interval '1 day' LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [keepDoneDays, forgetAtOnce],
    );
  }
}
