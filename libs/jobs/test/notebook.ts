import { Injectable, type INestApplicationContext, Module } from '@nestjs/common';
import {
  appError,
  Database,
  definePermissions,
  Metrics,
  PlatformModule,
  readConfig,
  requestContext,
  serviceConfig,
  startContext,
  systemActor,
  type Tx,
} from '@janela/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import {
  defineJob,
  JobScheduler,
  type IdsOf,
  jobMigrations,
  Jobs,
  JobsModule,
  type JobsOptions,
  OnJob,
  OnJobFailed,
  type ReceivedJob,
} from '../src/index.ts';

class CreateNotes20261120090000 implements MigrationInterface {
  readonly name = 'CreateNotes20261120090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE notes (note_id uuid NOT NULL, due_at timestamptz NOT NULL, attempt int NOT NULL, trace_id text)',
    );
    await runner.query('CREATE TABLE ticks (due_at timestamptz NOT NULL)');
    await runner.query(
      'CREATE TABLE given_up (note_id uuid NOT NULL, due_at timestamptz NOT NULL, attempt int NOT NULL)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes, ticks, given_up');
  }
}

export const notebookMigrations = [...jobMigrations, CreateNotes20261120090000];

/** `manner` is what happens after the note is written and before that is committed. */
export const WriteNote = defineJob('notebook.write-note', { ids: { noteId: 'uuid', manner: 'code' }, attempts: 2 });
export const TickClock = defineJob('notebook.tick-clock', { every: '* * * * * *', attempts: 1 });
export const CloseDay = defineJob('notebook.close-day', { every: '10 0 * * *', attempts: 1 });
export const AskPatiently = defineJob('notebook.ask-patiently', { ids: { noteId: 'uuid' } });

export const notebookJobs = [WriteNote, AskPatiently];

export class NoteRefused extends appError('notebook.note_refused', 422, 'This note is not wanted') {}

export const hanging = 'in the middle of a note';

@Injectable()
export class Notes {
  constructor(private readonly scheduler: JobScheduler) {}

  @OnJob(WriteNote)
  async writeNote({ ids, dueAt, attempt }: ReceivedJob<typeof WriteNote>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO notes VALUES ($1, $2, $3, $4)', [
      ids.noteId,
      dueAt,
      attempt,
      requestContext()?.traceId,
    ]);
    await this.behave(ids, attempt, tx);
  }

  /** The last line of a note that was never written. */
  @OnJobFailed(WriteNote)
  async giveUp({ ids, dueAt, attempt }: ReceivedJob<typeof WriteNote>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO given_up VALUES ($1, $2, $3)', [ids.noteId, dueAt, attempt]);
    if (ids.manner === 'is-refused-twice') throw new NoteRefused();
  }

  @OnJob(AskPatiently)
  async askPatiently({ ids, dueAt, attempt }: ReceivedJob<typeof AskPatiently>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO notes VALUES ($1, $2, $3)', [ids.noteId, dueAt, attempt]);
    if (dueAt.getFullYear() < 2100)
      await this.scheduler.schedule(tx, AskPatiently, ids, new Date('2100-01-01T00:00:00Z'));
  }

  private async behave(ids: IdsOf<typeof WriteNote>, attempt: number, tx: Tx): Promise<void> {
    switch (ids.manner) {
      case 'breaks-once':
        if (attempt === 1) throw new Error('It broke');
        return;
      case 'breaks':
        throw new TypeError('The telephone number +260971234567 is not a thing');
      case 'is-refused':
      case 'is-refused-twice':
        throw new NoteRefused();
      case 'takes-a-while':
        await tx.query('SELECT pg_sleep(0.5)');
        return;
      case 'hangs':
        process.stdout.write(`${hanging}\n`);
        await new Promise(() => undefined);
    }
  }
}

@Injectable()
export class Clock {
  @OnJob(TickClock)
  async tickClock({ dueAt }: ReceivedJob<typeof TickClock>, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO ticks VALUES ($1)', [dueAt]);
    if (dueAt.getSeconds() % 2 === 0) throw new Error('Every second tick fails');
  }
}

@Injectable()
export class Calendar {
  @OnJob(CloseDay)
  async closeDay(): Promise<void> {
    await Promise.resolve();
  }
}

export interface Notebook {
  app: INestApplicationContext;
  scheduler: JobScheduler;
  jobs: Jobs;
  metrics: Metrics;
  /** Runs work in a transaction, as a request would. */
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

export interface Addresses {
  databaseUrl: string;
  redisUrl: string;
  timeZone?: string;
}

/** A service that writes notes, hurrying: what takes a minute elsewhere takes half a second here. */
export async function startNotebook(
  { databaseUrl, redisUrl, timeZone = 'Africa/Lusaka' }: Addresses,
  settings: Partial<JobsOptions> = {},
): Promise<Notebook> {
  const usual = { service: 'notebook', jobs: notebookJobs, remindAgainAfterMs: 500, sweepEveryMs: 50 };
  const platform = PlatformModule.forRoot({
    service: 'notebook',
    permissions: definePermissions('notebook', {}),
    entities: [],
  });

  @Module({
    imports: [platform, JobsModule.forService({ ...usual, ...settings })],
    providers: [
      Notes,
      ...(settings.jobs?.includes(TickClock) ? [Clock] : []),
      ...(settings.jobs?.includes(CloseDay) ? [Calendar] : []),
    ],
  })
  class NotebookModule {}

  const environment = {
    JANELA_MODE: 'development',
    JANELA_LOG_LEVEL: 'silent',
    JANELA_DATABASE_URL: databaseUrl,
    JANELA_REDIS_URL: redisUrl,
    JANELA_TIME_ZONE: timeZone,
  };
  const config = readConfig(serviceConfig('notebook', { port: 0 }), environment);
  const { app, close } = await startContext(NotebookModule, config, () => Promise.resolve());
  const database = app.get(Database, { strict: false });
  return {
    app,
    scheduler: app.get(JobScheduler, { strict: false }),
    jobs: app.get(Jobs, { strict: false }),
    metrics: app.get(Metrics, { strict: false }),
    write: (work) => database.write(systemActor('notebook'), work),
    close,
  };
}
