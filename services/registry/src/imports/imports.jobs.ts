import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { defineJob, JobScheduler, OnJob, OnJobFailed, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { ImportChecker, type Pulse } from './checking/import-checker.ts';
import { ImportsStore } from './imports.store.ts';
import { ImportWriter } from './writing/import-writer.ts';
import { SealedStore } from './sealed-store.ts';

export const WorkImport = defineJob('registry.work-import', { ids: { importId: 'uuid' } });
export const PurgeImports = defineJob('registry.purge-imports', { every: '17 2 * * *' });

/** Errors hold what cells held, which is about people: no file is corrected after so long. */
const errorsKeptDays = 90;
/** A file that is not finished after so long is thrown away. */
const filesKeptDays = 14;
/** A file whose sender went away in the middle leaves parts that belong to nothing. */
const orphansKeptDays = 1;

/** The service stops: the work is put back as it is, for another instance to continue. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

@Injectable()
export class ImportsJobs implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly imports: ImportsStore,
    private readonly store: SealedStore,
    private readonly checker: ImportChecker,
    private readonly writer: ImportWriter,
    private readonly scheduler: JobScheduler,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * Works on a file to its end, in many transactions of its own. The job's own one stays open all the while, so that no other instance
   * works on it, and ends with the process; the next attempt continues after the last chunk that was committed.
   */
  @OnJob(WorkImport)
  async workImport({ ids }: ReceivedJob<typeof WorkImport>, tx: Tx): Promise<void> {
    const pulse: Pulse = async () => {
      // An idle transaction is ended by the database after a while.
      await tx.query('SELECT 1');
      if (this.stopping) throw new Stopping();
    };
    try {
      await this.goOn(ids.importId, pulse);
    } catch (error) {
      if (error instanceof Stopping) return this.scheduler.schedule(tx, WorkImport, ids);
      throw error;
    }
  }

  /** Ends an import that cannot be worked on, and throws its file away. */
  @OnJobFailed(WorkImport)
  async giveUp({ ids }: ReceivedJob<typeof WorkImport>, tx: Tx): Promise<void> {
    const held = await this.imports.hold(tx, ids.importId);
    if (held.finishedAt === null)
      await this.imports.advance(tx, held, 'failed', { failure: 'registry.import_given_up' });
    await this.store.drop(tx, 'import_parts', held.id);
    await this.store.drop(tx, 'import_chunks', held.id);
  }

  /** Deletes what is needed no more of old files. */
  @OnJob(PurgeImports)
  async purgeImports(_job: ReceivedJob<typeof PurgeImports>, tx: Tx): Promise<void> {
    await tx.query(
      `DELETE FROM import_errors e USING imports i
       WHERE e.import_id = i.id AND i.started_at < now() - make_interval(days => $1)`,
      [errorsKeptDays],
    );
    await tx.query(
      `WITH old AS (
         UPDATE imports SET refused = refused + waiting, waiting = 0
         WHERE waiting > 0 AND started_at < now() - make_interval(days => $1) RETURNING id)
       UPDATE import_waiting w SET state = 'expired', sealed = NULL FROM old WHERE w.import_id = old.id AND w.state = 'waiting'`,
      [errorsKeptDays],
    );
    await tx.query(
      `UPDATE imports SET state = 'failed', failure = 'registry.import_given_up', finished_at = now()
       WHERE finished_at IS NULL AND started_at < now() - make_interval(days => $1)`,
      [filesKeptDays],
    );
    // By age, whatever has become of the import: its id says when it came.
    for (const table of ['import_parts', 'import_chunks'])
      await tx.query(
        `DELETE FROM ${table} p USING (
           SELECT DISTINCT s.import_id AS id FROM ${table} s LEFT JOIN imports i ON i.id = s.import_id
           WHERE uuid_extract_timestamp(s.import_id) < now() - make_interval(days =>
             CASE WHEN i.id IS NULL OR i.finished_at IS NOT NULL THEN $1::int ELSE $2::int END)) AS old
         WHERE p.import_id = old.id`,
        [orphansKeptDays, filesKeptDays],
      );
  }

  private async goOn(importId: string, pulse: Pulse): Promise<void> {
    const isAt = async (...states: string[]) => states.includes((await this.imports.get(importId)).state);
    if (await isAt('received', 'checking')) await this.checker.check(importId, pulse);
    if (await isAt('writing')) await this.writer.write(importId, pulse);
  }
}
