import { Injectable } from '@nestjs/common';
import { type Actor, Clock, mustReach, type Tx } from '@janela/platform';

import { NumberCipher } from '../../encryption/number-cipher.ts';
import { findRecord } from '../../household-records/household-record.ts';
import { HouseholdChanges } from '../../households/household-changes.ts';
import type { Entry } from '../matching/entry.ts';
import { differingParts } from '../matching/form-fingerprints.ts';
import { ImportedFormEntity } from '../matching/imported-form.entity.ts';
import { judgeForm, type Verdict } from '../matching/judge-form.ts';
import type { KnownForms } from '../matching/known-forms.ts';
import { applyForm } from './apply-form.ts';
import type { ChunkJob } from './chunk-job.ts';
import { refusalCodeOf } from './refusal.ts';

/** What a form with a number that is known amounts to. */
export type FormRuling =
  | { is: 'new' | 'others' | 'foreign' }
  | { is: 'correction' | 'unchanged'; known: ImportedFormEntity }
  | { is: 'half'; known: ImportedFormEntity; verdict: Verdict };

/** Corrects households by forms that were imported before, where they say something else now. */
@Injectable()
export class HouseholdUpdater {
  constructor(
    private readonly changes: HouseholdChanges,
    private readonly cipher: NumberCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns what a form is. It corrects the household with its number whose people are on it; one of another district, which has moved
   * then, only by official numbers. Where only some people are on it, a person decides. With none in common it is about another household,
   * which in the same district cannot have the number too.
   */
  async rule(tx: Tx, entry: Entry, forms: KnownForms): Promise<FormRuling> {
    const { imported, isForeign } = forms.of(entry);
    const unchanged = imported.find((known) => saysTheSame(entry, known));
    if (unchanged) return { is: 'unchanged', known: unchanged };
    let half: FormRuling | undefined;
    for (const known of imported) {
      const record = await findRecord(tx, known.householdId);
      if (!record) continue;
      const verdict = judgeForm(record, known, entry, this.cipher);
      if (verdict.verdict === 'same') return { is: 'correction', known };
      if (verdict.verdict === 'half') half ??= { is: 'half', known, verdict };
    }
    if (half) return half;
    if (imported.some((known) => forms.isOfTheDistrict(entry, known))) return { is: 'others' };
    return { is: isForeign ? 'foreign' : 'new' };
  }

  /** A household that cannot be changed so is left out, like one with a wrong row; nothing of it is written. */
  async correct(tx: Tx, work: ChunkJob, entry: Entry, known: ImportedFormEntity): Promise<void> {
    try {
      // A savepoint: what a household refuses half-way is undone without the others of its chunk.
      work.possibleDuplicates += await tx.transaction((part) => this.change(part, work, entry, known));
      work.taken += 1;
    } catch (error) {
      const code = refusalCodeOf(error);
      if (code === undefined) throw error;
      work.refuse(entry, code);
    }
  }

  /** Changes the household into what the form says; returns how many people may be in the register already. */
  async change(
    tx: Tx,
    { importer, importId }: { importer: Actor; importId: string },
    { form, prints, ref }: Pick<Entry, 'form' | 'prints' | 'ref'>,
    { referenceKey, referenceArea, referenceSource, ...known }: ImportedFormEntity,
  ): Promise<number> {
    const { householdId, parts, members } = known;
    const context = { form, prints, before: { parts, members }, cipher: this.cipher, today: this.clock.today() };
    let personIds: string[] = [];
    const action = { householdId, what: 'updated', reason: 'import', source: 'import', importId } as const;
    const { duplicates } = await this.changes.apply(tx, importer, action, (each) => {
      mustReach(importer, each.household.areaCode);
      personIds = applyForm(each, context);
    });
    const rows = personIds.map((personId, index) => ({ personId, print: prints.members[index] ?? '' }));
    const place = { referenceKey, referenceArea, referenceSource };
    await tx.update(ImportedFormEntity, place, { householdRef: ref, parts: prints.parts, members: rows });
    return duplicates;
  }
}

function saysTheSame({ prints }: Entry, { parts, members }: ImportedFormEntity): boolean {
  const rows = members.map(({ print }) => print);
  return differingParts(prints, { parts, members: [] }).size === 0 && rows.join() === prints.members.join();
}
