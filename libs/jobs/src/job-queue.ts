import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Job as BullJob, Queue, Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { invariant } from '@janela/kernel';
import { InjectConfig, redisTls, type ServiceConfig } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';
import type { DueReminder } from './job-store.ts';
import { jobSettingsToken, type JobSettings } from './job-settings.ts';
import { checkRedis } from './redis-check.ts';

/** All that Redis ever holds of a job: which row to look at, or nothing where the job recurs. */
interface Reminder {
  id?: string;
}

// Reminders leave no trace once they are received: how the work ended is in its row.
const forgotten = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/** The one queue of the service. It holds reminders of rows in `due_work`; losing all of them loses nothing. */
@Injectable()
export class JobQueue {
  private readonly log = new Logger('Jobs');
  private queue?: Queue<Reminder>;
  private worker?: Worker<Reminder>;
  private isFailing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: DeclaredJobs,
    @Inject(jobSettingsToken) private readonly settings: JobSettings,
    @InjectConfig() private readonly config: ServiceConfig,
  ) {}

  /** Connects and starts to receive reminders. Throws `RedisNotUsable`. */
  async open(take: (name: string, id: string | undefined) => Promise<void>): Promise<void> {
    const { JANELA_REDIS_URL: url } = this.config;
    invariant(url, `${this.jobs.service} has jobs, but its configuration has no JANELA_REDIS_URL`);
    const tls = redisTls(this.config);
    await checkRedis(url, tls);
    const prefix = await this.prefix();
    this.queue = new Queue<Reminder>(this.jobs.service, {
      prefix,
      connection: { url, ...tls, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
    });
    this.worker = new Worker<Reminder>(this.jobs.service, ({ name, data }: BullJob<Reminder>) => take(name, data.id), {
      prefix,
      concurrency: this.settings.concurrency,
      connection: { url, ...tls, maxRetriesPerRequest: null },
    });
    this.queue.on('error', (error) => this.noteFailure(error));
    this.worker.on('error', (error) => this.noteFailure(error));
    this.worker.on('active', () => this.noteRecovery());
    await Promise.all([this.queue.waitUntilReady(), this.worker.waitUntilReady()]);
  }

  /** Adds reminders of these rows; the same one twice is one. Throws while Redis is away. */
  async enqueue(reminders: readonly DueReminder[]): Promise<void> {
    const queued = reminders.map(({ id, name, version, delayMs }) => ({
      name,
      data: { id },
      opts: { jobId: `${id}.${version}`, delay: delayMs, ...forgotten },
    }));
    await this.queue?.addBulk(queued);
  }

  /** Keeps one scheduler for every job that recurs, and for no other. A running one is left as it is, so that it misses no tick. */
  async keepSchedulers(): Promise<void> {
    const known = new Map((await this.queue?.getJobSchedulers())?.map((scheduler) => [scheduler.key, scheduler]));
    const tz = this.config.JANELA_TIME_ZONE;
    for (const { name, every } of this.jobs.recurring) {
      const running = known.get(name);
      known.delete(name);
      if (running?.pattern === every && running.tz === tz) continue;
      const repeat = { pattern: every, tz };
      await this.queue?.upsertJobScheduler(name, repeat, { name, data: {}, opts: forgotten });
    }
    for (const name of known.keys()) await this.queue?.removeJobScheduler(name);
  }

  /** Waits for the running jobs. */
  async close(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
  }

  /** Reminders lie under the name of the database that holds the work, so that installations, and tests, can share a Redis. */
  private async prefix(): Promise<string> {
    const [row] = await this.dataSource.query<{ name: string }[]>('SELECT current_database() AS name');
    return `janela:${row?.name}`;
  }

  private noteFailure(error: Error): void {
    if (this.isFailing) return;
    this.isFailing = true;
    this.log.warn({ err: error }, 'Redis is away; jobs wait in the database until it is back');
  }

  private noteRecovery(): void {
    this.isFailing = false;
  }
}
