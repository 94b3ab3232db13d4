import { Injectable } from '@nestjs/common';

import { ChunkWork, type Entry } from './chunk-work.ts';
import { FormCorrector } from './form-corrector.ts';
import { FormPrints } from './form-prints.ts';
import { FormTaker } from './form-taker.ts';
import type { Chunk, Pulse } from './import-checker.ts';
import { ImportEntity } from './import.entity.ts';
import { importerOf } from './importer.ts';
import { ImportsStore } from './imports.store.ts';
import { findKnownForms } from './known-forms.ts';
import { SealedStore } from './sealed-store.ts';

/** Any number that no other lock has. Two files take turns: they may hold the same forms. */
const writersLock = 5_310_301;

/** Writes checked chunks into the register, each in one transaction that also says how far it is. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly imports: ImportsStore,
    private readonly store: SealedStore,
    private readonly prints: FormPrints,
    private readonly taker: FormTaker,
    private readonly corrector: FormCorrector,
  ) {}

  /** Goes on after the last chunk that was committed. */
  async write(importId: string, pulse: Pulse): Promise<void> {
    const { chunks, chunksWritten } = await this.imports.get(importId);
    for (let number = chunksWritten; number < chunks; number += 1) {
      await this.writeChunk(importId, number);
      await pulse();
    }
    await this.imports.write(async (tx) => this.imports.advance(tx, await this.imports.hold(tx, importId), 'finished'));
  }

  private async writeChunk(importId: string, number: number): Promise<void> {
    const all = await this.open(importId, number);
    const { entries, known } = await this.imports.write(async (tx) => {
      const scattered = await this.imports.refsWith(tx, importId, 'household_ref_scattered');
      const wanted = all.filter(({ ref }) => !scattered.has(ref));
      return { entries: wanted, known: await findKnownForms(tx, refsOf(wanted)) };
    });
    const numbers = await this.taker.drawNumbers(
      entries.filter(({ ref }) => !known.imported.has(ref) && !known.foreign.has(ref)),
    );

    await this.imports.write(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [writersLock]);
      const held = await this.imports.hold(tx, importId);
      if (held.chunksWritten !== number) return;
      const work = new ChunkWork(importerOf(held));
      const { imported, foreign } = await findKnownForms(tx, refsOf(entries));
      const fresh = entries.filter(({ ref }) => !imported.has(ref) && !foreign.has(ref));
      await this.taker.take(tx, work, fresh, numbers);
      for (const entry of entries) {
        const form = imported.get(entry.ref);
        if (form) await this.corrector.correct(tx, work, entry, form);
        else if (foreign.has(entry.ref)) work.refuse(entry, 'reference_taken');
      }
      await this.imports.addErrors(tx, importId, work.errors);
      await tx.update(ImportEntity, { id: importId }, work.countsAfter(held, all.length - entries.length));
      await this.store.drop(tx, 'import_chunks', importId, number);
    });
  }

  private async open(importId: string, number: number): Promise<Entry[]> {
    const bytes = await this.imports.write((tx) => this.store.find(tx, 'import_chunks', importId, number));
    // A chunk that is gone was written by somebody else meanwhile, as its transaction will find.
    const { households } = JSON.parse(bytes?.toString('utf8') ?? '{"households":[]}') as Chunk;
    return households.map(({ line, form }) => {
      return { line, form, ref: form.externalReference ?? '', prints: this.prints.of(form) };
    });
  }
}

const refsOf = (entries: readonly Entry[]) => entries.map(({ ref }) => ref);
