import { Injectable } from '@nestjs/common';
import { getNextMillis } from 'bullmq';
import { invariant } from '@janela/kernel';
import { Database, InjectConfig, type ServiceConfig, systemActor, type Tx } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import { JobScheduler } from './job-scheduler.ts';
import type { AnyJob } from './job.ts';

// What is overdue stays: a night that was missed is made up for, once.
const settle = `
  INSERT INTO due_work (name, key, ids, due_at, next_at) VALUES ($1, '', '{}', $2, $2)
  ON CONFLICT (name, key) WHERE done_at IS NULL AND failed_at IS NULL DO UPDATE
  SET due_at = excluded.due_at, next_at = excluded.next_at, hinted_at = NULL, attempts = 0, version = due_work.version + 1
  WHERE due_work.due_at > now() AND due_work.due_at <> excluded.due_at`;

/** Keeps one row of due work for the next time of every job that recurs. */
@Injectable()
export class Recurring {
  constructor(
    private readonly jobs: DeclaredJobs,
    private readonly scheduler: JobScheduler,
    private readonly database: Database,
    @InjectConfig() private readonly config: ServiceConfig,
  ) {}

  /** At boot: a row for what is new, another time where the pattern has changed. */
  async synchronise(): Promise<void> {
    await this.database.write(systemActor(this.jobs.service), async (tx) => {
      for (const job of this.jobs.recurring) await tx.query(settle, [job.name, this.next(job, new Date())]);
    });
  }

  /** After one time the next: strictly later than that one and than now, so that a week away is made up for by one run. */
  async scheduleNext(tx: Tx, job: AnyJob, dueAt: Date): Promise<void> {
    if (job.every === undefined) return;
    await this.scheduler.schedule(tx, job, {}, this.next(job, new Date(Math.max(Date.now(), dueAt.getTime()))));
  }

  private next({ name, every = '' }: AnyJob, after: Date): Date {
    const nextMs = getNextMillis(after.getTime(), { pattern: every, tz: this.config.JANELA_TIME_ZONE });
    invariant(nextMs !== undefined, `${name}: the time "${every}" never comes`);
    return new Date(nextMs);
  }
}
