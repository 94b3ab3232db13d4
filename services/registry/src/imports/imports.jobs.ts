import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { defineJob, Due, OnJob, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { ImportChecker, type Pulse } from './import-checker.ts';
import { ImportsStore } from './imports.store.ts';
import { ImportWriter } from './import-writer.ts';

export const WorkImport = defineJob('registry.work-import', { ids: { importId: 'uuid' } });
export const PurgeImports = defineJob('registry.purge-imports', { every: '17 2 * * *' });

/** Errors hold what cells held, which is about people: nobody corrects a file after so long. */
const errorsKeptDays = 90;
/** A file whose sender went away in the middle leaves parts that belong to nothing. */
const orphansKeptDays = 1;

/** The service stops: the work is put back as it is, to be gone on with by whoever comes next. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

@Injectable()
export class ImportJobs implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly imports: ImportsStore,
    private readonly checker: ImportChecker,
    private readonly writer: ImportWriter,
    private readonly due: Due,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * Works on a file to its end, in many transactions of its own; the job's own one stays open all the while, so that nobody else
   * works on it, and falls with the process. Whoever takes it up again goes on after the last chunk that was committed.
   */
  @OnJob(WorkImport)
  async workImport({ ids, attempt }: ReceivedJob<typeof WorkImport>, tx: Tx): Promise<void> {
    const pulse: Pulse = async () => {
      // An idle transaction is ended by the database after a while.
      await tx.query('SELECT 1');
      if (this.stopping) throw new Stopping();
    };
    try {
      await this.goOn(ids.importId, pulse);
    } catch (error) {
      if (error instanceof Stopping) return this.due.at(tx, WorkImport, ids);
      if (attempt >= WorkImport.attempts) await this.giveUp(ids.importId);
      throw error;
    }
  }

  /** Forgets what of old files nobody needs any more. */
  @OnJob(PurgeImports)
  async purgeImports(_job: ReceivedJob<typeof PurgeImports>, tx: Tx): Promise<void> {
    await tx.query(
      `DELETE FROM import_errors e USING imports i
       WHERE e.import_id = i.id AND i.finished_at < now() - make_interval(days => $1)`,
      [errorsKeptDays],
    );
    await tx.query(
      `DELETE FROM import_parts p WHERE NOT EXISTS (SELECT FROM imports i WHERE i.id = p.import_id)
       AND uuid_extract_timestamp(p.import_id) < now() - make_interval(days => $1)`,
      [orphansKeptDays],
    );
  }

  private async goOn(importId: string, pulse: Pulse): Promise<void> {
    const isAt = async (...states: string[]) => states.includes((await this.imports.get(importId)).state);
    if (await isAt('received', 'checking')) await this.checker.check(importId, pulse);
    if (await isAt('writing')) await this.writer.write(importId, pulse);
  }

  private async giveUp(importId: string): Promise<void> {
    await this.imports.write(async (tx) => {
      const held = await this.imports.hold(tx, importId);
      if (held.finishedAt === null)
        await this.imports.advance(tx, held, 'failed', { failure: 'registry.import_given_up' });
    });
  }
}
