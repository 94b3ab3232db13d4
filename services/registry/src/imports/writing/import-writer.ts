import { Injectable } from '@nestjs/common';
import type { Tx } from '@janela/platform';

import { SuspicionsService } from '../../duplicates/suspicions.service.ts';
import { districtOf } from '../../household-records/form-reference.ts';
import type { Chunk, Pulse } from '../checking/import-checker.ts';
import { importerOf } from '../import-sender.ts';
import { ImportEntity } from '../import.entity.ts';
import { ImportsStore, scatterKey } from '../imports.store.ts';
import type { Entry } from '../matching/entry.ts';
import { FormFingerprints } from '../matching/form-fingerprints.ts';
import type { ImportedFormEntity } from '../matching/imported-form.entity.ts';
import { findKnownForms, type KnownForms } from '../matching/known-forms.ts';
import { SealedStore } from '../sealed-store.ts';
import { ChunkJob } from './chunk-job.ts';
import { type DrawnNumbers, HouseholdCreator } from './household-creator.ts';
import { HouseholdUpdater, type FormRuling } from './household-updater.ts';
import { WaitingHouseholdsStore } from './waiting-households.store.ts';

/** Any number that no other lock has. Two files are written one after the other: they may hold the same forms. */
const writersLock = 5_310_301;

/** Writes checked chunks into the register, each in one transaction that also says how far it is. */
@Injectable()
export class ImportWriter {
  constructor(
    private readonly imports: ImportsStore,
    private readonly store: SealedStore,
    private readonly prints: FormFingerprints,
    private readonly taker: HouseholdCreator,
    private readonly corrector: HouseholdUpdater,
    private readonly waiting: WaitingHouseholdsStore,
    private readonly suspicions: SuspicionsService,
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
      const held = await this.imports.hold(tx, importId);
      const scattered = await this.imports.findScattered(tx, importId);
      const wanted = all.filter(({ ref, form }) => !scattered.has(scatterKey(ref, districtOf(form.areaCode))));
      return { entries: wanted, known: await findKnownForms(tx, wanted, lookingFor(held)) };
    });
    const numbers = await this.taker.drawNumbers(entries.filter((entry) => known.mayBeNew(entry)));

    await this.imports.write(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [writersLock]);
      const held = await this.imports.hold(tx, importId);
      if (held.chunksWritten !== number) return;
      const work = new ChunkJob(held);
      await this.writeEntries(tx, work, entries, {
        numbers,
        known: await findKnownForms(tx, entries, lookingFor(held)),
      });
      await this.imports.addErrors(tx, importId, work.errors);
      await tx.update(ImportEntity, { id: importId }, work.countsAfter(held, all.length - entries.length));
      await this.store.drop(tx, 'import_chunks', importId, number);
    });
  }

  private async writeEntries(
    tx: Tx,
    work: ChunkJob,
    entries: readonly Entry[],
    { numbers, known }: { numbers: DrawnNumbers; known: KnownForms },
  ): Promise<void> {
    await this.suspicions.lockNumbers(
      tx,
      entries.flatMap(({ form }) => form.members),
    );
    const rulings: { entry: Entry; ruling: FormRuling }[] = [];
    for (const entry of entries) rulings.push({ entry, ruling: await this.corrector.rule(tx, entry, known) });
    const fresh = rulings.flatMap(({ entry, ruling }) => (ruling.is === 'new' ? [entry] : []));
    await this.taker.take(tx, work, fresh, numbers);
    for (const { entry, ruling } of rulings)
      if (ruling.is === 'correction') await this.correct(tx, work, entry, ruling.known);
      else if (ruling.is === 'half') await this.waiting.put(tx, work, entry, ruling);
      else if (ruling.is === 'others') work.refuse(entry, 'household_ref_of_others');
      else if (ruling.is === 'foreign') work.refuse(entry, 'duplicate_reference');
      else if (ruling.is === 'unchanged') await this.leave(tx, work, ruling.known);
  }

  private async correct(tx: Tx, work: ChunkJob, entry: Entry, known: ImportedFormEntity): Promise<void> {
    await this.corrector.correct(tx, work, entry, known);
    await this.waiting.replace(tx, known.householdId);
  }

  /** A form that says what it said before; what an older file said in between, and waits, is said no more. */
  private async leave(tx: Tx, work: ChunkJob, { householdId }: ImportedFormEntity): Promise<void> {
    await this.waiting.replace(tx, householdId);
    work.unchanged += 1;
  }

  private async open(importId: string, number: number): Promise<Entry[]> {
    const bytes = await this.imports.write((tx) => this.store.find(tx, 'import_chunks', importId, number));
    // A chunk that is gone was written by another instance meanwhile, as its transaction will find.
    const { households } = JSON.parse(bytes?.toString('utf8') ?? '{"households":[]}') as Chunk;
    return households.map(({ line, form }) => {
      return { line, form, ref: form.externalReference ?? '', prints: this.prints.of(form) };
    });
  }
}

const lookingFor = (held: ImportEntity) => ({ source: held.source, importer: importerOf(held) });
