import { Injectable, Logger } from '@nestjs/common';
import { AppError, Database, systemActor, type Tx, withTraceparent } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import { type Attempt, JobStore } from './job-store.ts';
import { JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import type { ReceivedJob } from './on-job.ts';
import { Recurring } from './recurring.ts';

/** Another attempt at the same work has begun, so this one leaves nothing behind. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** It was begun as often as it may be and no attempt came to an end: what it does kills the process. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Runs one job that is due: once, however often and in whatever process it is started. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('Jobs');

  constructor(
    private readonly database: Database,
    private readonly work: JobStore,
    private readonly jobs: DeclaredJobs,
    private readonly handlers: JobHandlers,
    private readonly recurring: Recurring,
    private readonly metrics: JobMetrics,
  ) {}

  /** Does not throw for what the handler throws; the row says how it ended. Throws when the database cannot be reached. */
  async run(id: string): Promise<void> {
    const attempt = await this.work.begin(id);
    if (!attempt) return;
    const { name } = attempt.job;
    const span = { name, attributes: { 'janela.due_work': id, 'janela.attempt': attempt.number } };
    const end = this.metrics.attemptSeconds.startTimer({ job: name });
    try {
      if (attempt.number > attempt.job.attempts) throw new Interrupted();
      await withTraceparent(attempt.traceparent, () => this.handle(attempt), span);
      end({ outcome: 'done' });
    } catch (error) {
      end({ outcome: error instanceof Overtaken ? 'overtaken' : await this.failed(attempt, error) });
    }
  }

  private async handle(attempt: Attempt): Promise<void> {
    const { job, dueAt } = attempt;
    const received = receivedOf(attempt);
    await this.database.write(systemActor(this.jobs.service), async (tx) => {
      if (!(await this.work.lock(tx, attempt))) throw new Overtaken();
      await this.handlers.of(job)(received, tx);
      if (!(await this.work.finish(tx, attempt))) throw new Overtaken();
      await this.recurring.scheduleNext(tx, job, dueAt);
    });
  }

  /** Keeps what went wrong. One failed night is not the end of a nightly job, so that is due again all the same. */
  private async failed(attempt: Attempt, error: unknown): Promise<'failed' | 'retried'> {
    const { id, job, number, dueAt } = attempt;
    const forGood = error instanceof AppError || number >= job.attempts;
    const line = `${job.name} failed ${forGood ? 'for good' : 'and is tried again'}, attempt ${number} of ${job.attempts}`;
    this.log[forGood ? 'error' : 'warn']({ err: error, dueWorkId: id }, line);
    await this.database.write(systemActor(this.jobs.service), async (tx) => {
      const noted = await this.work.note(tx, attempt, kindOf(error), forGood);
      if (!noted || !forGood) return;
      await this.end(tx, attempt);
      await this.recurring.scheduleNext(tx, job, dueAt);
    });
    return forGood ? 'failed' : 'retried';
  }

  /** Calls the handler that ends what a failed job had begun. That it failed is stored also where this goes wrong. */
  private async end(tx: Tx, attempt: Attempt): Promise<void> {
    const whenFailed = this.handlers.whenFailed(attempt.job);
    if (!whenFailed) return;
    try {
      await tx.transaction((part) => whenFailed(receivedOf(attempt), part));
    } catch (error) {
      this.log.error({ err: error, dueWorkId: attempt.id }, `${attempt.job.name} could not be ended after it failed`);
    }
  }
}

function receivedOf({ id, job, ids, dueAt, number }: Attempt): ReceivedJob {
  return { id, name: job.name, ids: job.idsFrom(ids), dueAt, attempt: number };
}

/** `HouseholdNotFound registry.household_not_found`, `QueryFailedError 23505`: enough to find it in the log by its trace. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`.slice(0, 200);
}
