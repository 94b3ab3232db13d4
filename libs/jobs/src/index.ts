export { jobMigrations } from './create-due-work.migration.ts';
export { JobScheduler } from './job-scheduler.ts';
export { type AnyJob, defineJob, type IdsOf, type Job } from './job.ts';
export { Jobs } from './jobs.ts';
export { JobsModule, type JobsOptions } from './jobs.module.ts';
export { OnJob, OnJobFailed, type ReceivedJob } from './on-job.ts';
export { RedisNotUsable } from './redis-check.ts';
export { sweepEvery } from './testing.ts';
