import { Injectable } from '@nestjs/common';
import { AppError, Clock, mustReach, type Tx } from '@janela/platform';

import { HouseholdChanges } from '../households/household-changes.ts';
import { Vault } from '../households/vault.ts';
import { applyForm } from './apply-form.ts';
import type { ChunkWork, Entry } from './chunk-work.ts';
import { differingParts } from './form-prints.ts';
import { ImportedFormEntity } from './imported-form.entity.ts';

/** Takes in forms that were imported before: what they say now, where that is something else. */
@Injectable()
export class FormCorrector {
  constructor(
    private readonly changes: HouseholdChanges,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** A household that cannot be changed so is left out, like one with a wrong row; nothing of it is written. */
  async correct(tx: Tx, work: ChunkWork, entry: Entry, known: ImportedFormEntity): Promise<void> {
    if (saysTheSame(entry, known)) {
      work.unchanged += 1;
      return;
    }
    try {
      // A savepoint: what a household refuses half-way is undone without the others of its chunk.
      await tx.transaction((part) => this.change(part, work, entry, known));
      work.taken += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      work.refuse(entry, error.code.replace(/^[a-z]+\./, ''));
    }
  }

  private async change(tx: Tx, { importer }: ChunkWork, entry: Entry, known: ImportedFormEntity): Promise<void> {
    const { form, prints } = entry;
    const { householdRef, householdId, parts, members } = known;
    const context = { form, prints, before: { parts, members }, vault: this.vault, today: this.clock.today() };
    let personIds: string[] = [];
    const deed = { what: 'updated', reason: 'import', source: 'import' } as const;
    await this.changes.apply(tx, importer, householdId, deed, (record) => {
      mustReach(importer, record.household.areaCode);
      personIds = applyForm(record, context);
    });
    const rows = personIds.map((personId, index) => ({ personId, print: prints.members[index] ?? '' }));
    await tx.update(ImportedFormEntity, { householdRef }, { parts: prints.parts, members: rows });
  }
}

function saysTheSame({ prints }: Entry, { parts, members }: ImportedFormEntity): boolean {
  const rows = members.map(({ print }) => print);
  return differingParts(prints, { parts, members: [] }).size === 0 && rows.join() === prints.members.join();
}
