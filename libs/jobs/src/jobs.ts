import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import { JobScheduler } from './job-scheduler.ts';
import type { AnyJob, IdsOf } from './job.ts';
import { Sweeper } from './sweeper.ts';

/** Runs jobs as soon as possible. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly scheduler: JobScheduler,
    private readonly sweeper: Sweeper,
    private readonly jobs: DeclaredJobs,
  ) {}

  /**
   * For work that no transaction of yours makes necessary; inside of one it is `scheduler.schedule(tx, …)`. Once this resolves the work
   * is stored and will be done. While it waits, enqueueing the same ids again changes nothing but the time.
   */
  async enqueue<J extends AnyJob>(job: J, ids: IdsOf<J>): Promise<void> {
    await this.database.write(systemActor(this.jobs.service), (tx) => this.scheduler.schedule(tx, job, ids));
    this.sweeper.sweepNow();
  }
}
