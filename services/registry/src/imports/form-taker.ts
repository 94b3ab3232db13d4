import { Injectable } from '@nestjs/common';
import { Clock, insertAll, type Tx } from '@janela/platform';

import { HouseholdStore } from '../households/household-store.ts';
import { newHousehold } from '../households/new-household.ts';
import { NumbersService } from '../households/numbers.service.ts';
import { Vault } from '../households/vault.ts';
import type { ChunkWork, Entry } from './chunk-work.ts';
import { ImportedFormEntity } from './imported-form.entity.ts';

/** Household numbers by area, drawn and not yet used. */
export type DrawnNumbers = Map<string, string[]>;

/** Takes forms in that nobody has seen before. */
@Injectable()
export class FormTaker {
  constructor(
    private readonly numbers: NumbersService,
    private readonly households: HouseholdStore,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Draws the numbers for these forms; before the transaction that needs them, like everywhere. */
  async drawNumbers(entries: readonly Entry[]): Promise<DrawnNumbers> {
    const drawn: DrawnNumbers = new Map();
    for (const [areaCode, { length }] of Map.groupBy(entries, ({ form }) => form.areaCode))
      drawn.set(areaCode, await this.numbers.many(areaCode, length));
    return drawn;
  }

  async take(tx: Tx, work: ChunkWork, entries: readonly Entry[], numbers: DrawnNumbers): Promise<void> {
    const [at, today] = [this.clock.now(), this.clock.today()];
    const taken = entries.map(({ ref, form, prints }) => {
      const number = numbers.get(form.areaCode)?.shift();
      // The register has changed since the numbers were drawn: the chunk is tried again with what is true then.
      if (number === undefined) throw new Error('The chunk needs more numbers than were drawn for it');
      const record = newHousehold(form, { number, source: 'import', at, today, vault: this.vault });
      const members = record.people.map(({ id: personId }, index) => ({
        personId,
        print: prints.members[index] ?? '',
      }));
      const known: ImportedFormEntity = {
        ...{ householdRef: ref, householdId: record.household.id, parts: prints.parts, members },
      };
      return { record, known };
    });
    const records = taken.map(({ record }) => record);
    const forms = taken.map(({ known }) => known);
    await this.households.add(tx, work.importer, records, 'import');
    await insertAll(tx, ImportedFormEntity, forms);
    work.taken += taken.length;
  }
}
