import { Injectable } from '@nestjs/common';
import { Clock, insertAll, type Tx } from '@janela/platform';

import { SuspicionsService } from '../../duplicates/suspicions.service.ts';
import { NumberCipher } from '../../encryption/number-cipher.ts';
import { HouseholdStore } from '../../households/household-store.ts';
import { newHousehold } from '../../households/new-household.ts';
import { NumbersService } from '../../households/numbers.service.ts';
import type { Entry } from '../matching/entry.ts';
import { ImportedFormEntity } from '../matching/imported-form.entity.ts';
import type { ChunkJob } from './chunk-job.ts';
import { refusalCodeOf } from './refusal.ts';

/** Household numbers, drawn and not yet used, by the line of the form. */
export type DrawnNumbers = ReadonlyMap<number, string>;

/** The register has changed since the numbers were drawn: the chunk is tried again with what is true then. */
export class NumberMissing extends Error {
  override readonly name = 'NumberMissing';
}

/** Registers the households of forms that were not imported before. */
@Injectable()
export class HouseholdCreator {
  constructor(
    private readonly numbers: NumbersService,
    private readonly households: HouseholdStore,
    private readonly suspicions: SuspicionsService,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /** Draws the numbers for these forms; before the transaction that needs them, like everywhere. */
  async drawNumbers(entries: readonly Entry[]): Promise<DrawnNumbers> {
    const drawn = new Map<number, string>();
    for (const [areaCode, here] of Map.groupBy(entries, ({ form }) => form.areaCode)) {
      const numbers = await this.numbers.many(areaCode, here.length);
      for (const [index, number] of numbers.entries()) drawn.set(here[index]?.line ?? 0, number);
    }
    return drawn;
  }

  /** Takes all of them in a few statements. Where one stands in the way, it is looked for by halves, and left out alone. */
  async take(tx: Tx, work: ChunkJob, entries: readonly Entry[], numbers: DrawnNumbers): Promise<void> {
    if (entries.length === 0) return;
    if (entries.some(({ line }) => !numbers.has(line))) throw new NumberMissing();
    try {
      // A savepoint: what is refused half-way is undone without the others of its chunk.
      work.possibleDuplicates += await tx.transaction((part) => this.takeAll(part, work, entries, numbers));
      work.taken += entries.length;
    } catch (error) {
      const code = refusalCodeOf(error);
      if (code === undefined) throw error;
      const [only, another] = entries;
      if (only && !another) return work.refuse(only, code);
      const half = Math.ceil(entries.length / 2);
      await this.take(tx, work, entries.slice(0, half), numbers);
      await this.take(tx, work, entries.slice(half), numbers);
    }
  }

  /** Returns how many people may be in the register already. */
  private async takeAll(
    tx: Tx,
    { importer, importId, source: series }: ChunkJob,
    entries: readonly Entry[],
    numbers: DrawnNumbers,
  ): Promise<number> {
    const [at, today] = [this.clock.now(), this.clock.today()];
    const taken = entries.map((entry) => {
      const number = numbers.get(entry.line) ?? '';
      const record = newHousehold(entry.form, { number, source: 'import', at, today, cipher: this.cipher, series });
      return { record, known: knownForm(entry, record) };
    });
    const records = taken.map(({ record }) => record);
    await this.households.add(tx, importer, records, 'import');
    await insertAll(
      tx,
      ImportedFormEntity,
      taken.map(({ known }) => known),
    );
    const personIds = records.flatMap(({ people }) => people.map(({ id }) => id));
    return this.suspicions.findAmongNew(tx, importer, personIds, importId);
  }
}

function knownForm({ ref, prints }: Entry, { household, people }: ReturnType<typeof newHousehold>): ImportedFormEntity {
  const { id: householdId, referenceKey, referenceArea, referenceSource } = household;
  const members = people.map(({ id: personId }, index) => ({ personId, print: prints.members[index] ?? '' }));
  return {
    referenceKey: referenceKey ?? '',
    referenceArea: referenceArea ?? '',
    referenceSource: referenceSource ?? '',
    householdRef: ref,
    householdId,
    parts: prints.parts,
    members,
  };
}
