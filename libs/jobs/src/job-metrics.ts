import { Injectable } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { DataSource } from 'typeorm';
import { Metrics, remembered } from '@janela/platform';

import { DeclaredJobs } from './declared-jobs.ts';

/** Work counts as overdue when it has waited this long; a healthy service is never that late. */
const overdueAfterS = 60;

const failed = 'failed_at IS NOT NULL';
const overdue = `done_at IS NULL AND failed_at IS NULL AND next_at < now() - interval '${overdueAfterS} s'`;

/** What an operator watches: how long jobs take and how they end, what failed for good, what is late. */
@Injectable()
export class JobMetrics {
  readonly attemptSeconds: Histogram<'job' | 'outcome'>;

  constructor(
    private readonly metrics: Metrics,
    private readonly dataSource: DataSource,
    private readonly jobs: DeclaredJobs,
  ) {
    this.attemptSeconds = new Histogram({
      name: 'janela_job_attempt_seconds',
      help: 'Time that attempts at jobs took, by how they ended: done, retried, failed, overtaken',
      labelNames: ['job', 'outcome'],
      buckets: [0.01, 0.05, 0.25, 1, 5, 30, 300],
      registers: [metrics.registry],
    });
    this.count('janela_jobs_failed', 'Jobs that failed for good and wait for an operator', failed);
    this.count('janela_jobs_overdue', `Jobs that should have begun more than ${overdueAfterS} seconds ago`, overdue);
  }

  /** A figure that is counted when it is read. */
  private count(name: string, help: string, condition: string): void {
    const sql = `
      SELECT job.name, count(due_work.id)::int AS count
      FROM unnest($1::text[]) AS job (name) LEFT JOIN due_work ON due_work.name = job.name AND ${condition}
      GROUP BY job.name`;
    const rows = remembered(() => this.dataSource.query<{ name: string; count: number }[]>(sql, [this.jobs.names]));
    new Gauge({
      name,
      help,
      labelNames: ['job'],
      registers: [this.metrics.registry],
      collect: async function () {
        for (const row of await rows()) this.set({ job: row.name }, row.count);
      },
    });
  }
}
