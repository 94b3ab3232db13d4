import {
  type DynamicModule,
  Injectable,
  Global,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { DeclaredJobs } from './declared-jobs.ts';
import { JobScheduler } from './job-scheduler.ts';
import { JobStore } from './job-store.ts';
import type { AnyJob } from './job.ts';
import { JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import { JobQueue } from './job-queue.ts';
import { JobRunner } from './job-runner.ts';
import { Jobs } from './jobs.ts';
import { jobSettingsToken, type JobSettings, usualSettings } from './job-settings.ts';
import { Recurring } from './recurring.ts';
import { Sweeper } from './sweeper.ts';

/** What a service says about its jobs. */
export interface JobsOptions extends Partial<JobSettings> {
  /** `registry` */
  service: string;
  /** Every job of the service; one that is not here is refused at boot. */
  jobs: readonly AnyJob[];
}

/** Starts after everything else, and stops while the database is still connected. */
@Injectable()
class JobsLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly work: JobStore,
    private readonly recurring: Recurring,
    private readonly sweeper: Sweeper,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.recurring.synchronise();
    await this.queue.open(async (name, id) => {
      const row = id ?? (await this.work.findRecurring(name));
      if (row !== undefined) await this.runner.run(row);
    });
    this.sweeper.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sweeper.stop();
    await this.queue.close();
  }
}

/** Provides a service with `JobScheduler` and `Jobs`, and runs its jobs when they are due. Needs `jobMigrations` in the service's data source. */
@Global()
@Module({})
export class JobsModule {
  static forService({ service, jobs, ...settings }: JobsOptions): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: DeclaredJobs, useValue: new DeclaredJobs(service, jobs) },
        { provide: jobSettingsToken, useValue: { ...usualSettings, ...settings } },
        JobScheduler,
        JobStore,
        JobHandlers,
        JobMetrics,
        JobQueue,
        JobRunner,
        Jobs,
        JobsLifecycle,
        Recurring,
        Sweeper,
      ],
      exports: [JobScheduler, Jobs],
    };
  }
}
