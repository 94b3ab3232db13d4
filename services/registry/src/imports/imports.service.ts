import { randomUUIDv7 } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { Import, ListImports, Page } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { type Actor, Audit, Clock, Cursors, Database, type Tx } from '@janela/platform';
import { LessThan } from 'typeorm';
import { z } from 'zod';

import { ImportNotFound } from '../registry.errors.ts';
import { ImportEntity } from './import.entity.ts';
import { isFor } from './import-sender.ts';
import { WorkImport } from './imports.jobs.ts';
import { ImportsStore } from './imports.store.ts';
import { toImport } from './to-import.ts';
import { ReceiveFileService, type ReceivedFile } from './receive-file.ts';

const noHouseholds = { taken: 0, unchanged: 0, refused: 0, waiting: 0, possibleDuplicates: 0 };

/** A file on its way in. */
export interface Upload {
  fileName: string;
  /** The series to which the numbers of its forms belong. */
  source: string;
  /** Its bytes; a request may come without. */
  body: AsyncIterable<Buffer> | undefined;
  key: string | undefined;
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsStore,
    private readonly receiver: ReceiveFileService,
    private readonly scheduler: JobScheduler,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Receives a file and schedules the work on it. Sent again with the same key it is the same import, and this copy is deleted. */
  async start(actor: Actor, upload: Upload): Promise<Import> {
    const id = randomUUIDv7();
    const file = await this.receiver.receive(actor, id, upload.body ?? []);
    let first: Import | undefined;
    try {
      first = await this.take(actor, id, upload, file);
      return first;
    } finally {
      if (first?.id !== id) await this.receiver.forget(actor, id);
    }
  }

  private take(
    actor: Actor,
    id: string,
    { fileName, source, key }: Upload,
    { bytes, hash }: ReceivedFile,
  ): Promise<Import> {
    return this.database.once(actor, { key, body: { fileName, source, hash } }, async (tx) => {
      const nothing = { ...noHouseholds, rows: 0, rowsWithErrors: 0, chunks: 0, chunksWritten: 0 };
      const started: ImportEntity = {
        id,
        state: 'received',
        fileName,
        source,
        bytes: String(bytes),
        bytesChecked: '0',
        ...nothing,
        actor: actor.id,
        actorName: actor.name,
        actorKind: actor.kind,
        actorAreas: [...actor.areas],
        failure: null,
        startedAt: this.clock.now(),
        finishedAt: null,
      };
      await tx.insert(ImportEntity, { ...started });
      await this.audit.add(tx, actor, { action: 'import.started', subject: `import:${id}`, details: { bytes, hash } });
      await this.scheduler.schedule(tx, WorkImport, { importId: id });
      return toImport(started);
    });
  }

  async get(actor: Actor, id: string): Promise<Import> {
    const found = await this.imports.get(id);
    const waiting = await this.database.read(actor, (tx) => waitingOf(tx, actor, [found]));
    if (!isFor(actor, found) && !waiting.has(id)) throw new ImportNotFound();
    return toImport(found, waiting.get(id));
  }

  /** The imports that the actor has started, and those of which forms wait or waited within reach, the latest first. */
  list(actor: Actor, { limit, after }: ListImports): Promise<Page<Import>> {
    const from = this.cursors.read('imports', z.uuid(), after);
    return this.database.read(actor, async (tx) => {
      const rows = await tx
        .createQueryBuilder(ImportEntity, 'import')
        .where(from === undefined ? {} : { id: LessThan(from) })
        .andWhere(
          '(import.actor = :actor OR EXISTS (SELECT FROM import_waiting AS form WHERE form.import_id = import.id))',
          { actor: actor.id },
        )
        .orderBy('import.id', 'DESC')
        .take(limit + 1)
        .getMany();
      const waiting = await waitingOf(tx, actor, rows);
      return this.cursors.page('imports', rows, limit, {
        item: (row) => toImport(row, waiting.get(row.id)),
        position: ({ id }) => id,
      });
    });
  }
}

/** How many forms wait within reach, of the imports that another person sent and that had any there. */
async function waitingOf(tx: Tx, actor: Actor, imports: readonly ImportEntity[]): Promise<Map<string, number>> {
  const ids = imports.filter((each) => !isFor(actor, each)).map(({ id }) => id);
  const rows = await tx.query<{ id: string; waiting: number }[]>(
    `SELECT import_id AS id, count(*) FILTER (WHERE state = 'waiting')::int AS waiting
     FROM import_waiting WHERE import_id = ANY ($1) GROUP BY import_id`,
    [ids],
  );
  return new Map(rows.map(({ id, waiting }) => [id, waiting]));
}
