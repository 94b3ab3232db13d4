import { type Actor, reaches, type Tx } from '@janela/platform';
import { In } from 'typeorm';

import { type FormReference, formReference } from '../../household-records/form-reference.ts';
import { HouseholdEntity } from '../../household-records/household.entity.ts';
import type { Entry } from './entry.ts';
import { ImportedFormEntity } from './imported-form.entity.ts';

/** What the register knows of the number of one form. */
export interface KnownNumber {
  /** Forms with this number that were imported before, those of the same district first; of others only within reach. */
  imported: ImportedFormEntity[];
  /** A household of the district was registered in some other way under the number. */
  isForeign: boolean;
}

/** What the register knows of the numbers of some forms of one series. */
export class KnownForms {
  constructor(
    private readonly source: string,
    private readonly imported: ReadonlyMap<string, ImportedFormEntity[]>,
    private readonly foreign: ReadonlySet<string>,
  ) {}

  of({ ref, form }: Entry): KnownNumber {
    const reference = formReference(ref, form.areaCode, this.source);
    const isHere = ({ referenceArea }: ImportedFormEntity) => referenceArea === reference.area;
    const all = this.imported.get(reference.key) ?? [];
    return {
      imported: [...all.filter(isHere), ...all.filter((each) => !isHere(each))],
      isForeign: this.foreign.has(placeOf(reference)),
    };
  }

  /** Returns whether a form may be one that was not imported before. */
  mayBeNew(entry: Entry): boolean {
    const { imported, isForeign } = this.of(entry);
    return !isForeign && !imported.some((each) => this.isOfTheDistrict(entry, each));
  }

  /** Whether a form was given out in the district of another with the same number. */
  isOfTheDistrict({ ref, form }: Entry, { referenceArea }: ImportedFormEntity): boolean {
    return referenceArea === formReference(ref, form.areaCode, this.source).area;
  }
}

interface Looking {
  source: string;
  importer: Actor;
}

/** Looks numbers up; in a transaction that reaches every area. */
export async function findKnownForms(
  tx: Tx,
  entries: readonly Entry[],
  { source, importer }: Looking,
): Promise<KnownForms> {
  const keys = [...new Set(entries.map(({ ref, form }) => formReference(ref, form.areaCode, source).key))];
  const forms = await tx.findBy(ImportedFormEntity, { referenceSource: source, referenceKey: In(keys) });
  const households = await tx.find(HouseholdEntity, {
    where: { referenceSource: source, referenceKey: In(keys) },
    select: { id: true, areaCode: true, referenceArea: true, referenceKey: true },
  });
  const areas = new Map(households.map(({ id, areaCode }) => [id, areaCode]));
  const own = new Set(entries.map(({ ref, form }) => placeOf(formReference(ref, form.areaCode, source))));
  const isWithinReach = (form: ImportedFormEntity) =>
    reaches(importer, areas.get(form.householdId) ?? '') ||
    own.has(placeOf({ area: form.referenceArea, key: form.referenceKey }));
  const imported = new Set(forms.map(({ householdId }) => householdId));
  const foreign = households.filter(({ id }) => !imported.has(id));
  return new KnownForms(
    source,
    Map.groupBy(forms.filter(isWithinReach), ({ referenceKey }) => referenceKey),
    new Set(foreign.map(({ referenceArea, referenceKey }) => placeOf({ area: referenceArea, key: referenceKey }))),
  );
}

const placeOf = ({ area, key }: { area: string | null; key: string | null } | FormReference) => `${area} ${key}`;
