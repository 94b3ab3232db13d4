import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import { Due } from './due.ts';
import type { AnyJob, IdsOf } from './job.ts';
import { Sweeper } from './sweeper.ts';

/** Has a job done as soon as possible. */
@Injectable()
export class Jobs {
  constructor(
    private readonly database: Database,
    private readonly due: Due,
    private readonly sweeper: Sweeper,
    private readonly jobs: DeclaredJobs,
  ) {}

  /**
   * For work that no transaction of yours makes necessary; inside of one it is `due.at(tx, …)`. Once this resolves the work
   * is stored and will be done. While it waits, enqueueing the same ids again changes nothing but the time.
   */
  async enqueue<J extends AnyJob>(job: J, ids: IdsOf<J>): Promise<void> {
    await this.database.write(systemActor(this.jobs.service), (tx) => this.due.at(tx, job, ids));
    this.sweeper.hurry();
  }
}
