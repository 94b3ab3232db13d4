import type { Tx } from '@janela/platform';
import { In } from 'typeorm';

import { HouseholdEntity } from '../households/household.entity.ts';
import { ImportedFormEntity } from './imported-form.entity.ts';

/** What the register knows of some references. */
export interface KnownForms {
  /** Imported before. */
  imported: Map<string, ImportedFormEntity>;
  /** Registered in some other way under the same reference. */
  foreign: Set<string>;
}

/** Looks references up; in a transaction that reaches every area. */
export async function findKnownForms(tx: Tx, refs: readonly string[]): Promise<KnownForms> {
  const forms = await tx.findBy(ImportedFormEntity, { householdRef: In([...refs]) });
  const imported = new Map(forms.map((form) => [form.householdRef, form]));
  const households = await tx.find(HouseholdEntity, {
    where: { externalReference: In(refs.filter((ref) => !imported.has(ref))) },
    select: { id: true, externalReference: true },
  });
  return { imported, foreign: new Set(households.flatMap(({ externalReference }) => externalReference ?? [])) };
}
