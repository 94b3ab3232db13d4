import { districtOf } from '../../household-records/form-reference.ts';
import { type HouseholdRecord, livingMembersOf } from '../../household-records/household-record.ts';
import type { NumberCipher } from '../../encryption/number-cipher.ts';
import type { Entry } from './entry.ts';
import type { ImportedFormEntity } from './imported-form.entity.ts';
import { matchForm } from './match-form.ts';
import type { Sign } from './match-members.ts';

const byNumber: ReadonlySet<Sign> = new Set(['number']);
/** Signs that are enough alone. */
const sure: ReadonlySet<Sign> = new Set(['number', 'print', 'name']);
/** Signs that count where another person is surely on the form. */
const bySigns: ReadonlySet<Sign> = new Set([...sure, 'birth']);

/** Whether a form is about the household that has its number: it is, only some of its people are, or it is about others. */
export interface Verdict {
  verdict: 'same' | 'half' | 'others';
  /** How many of the people who live in the household are on the form. */
  matched: number;
  living: number;
  /** Who lives there and was on the form before, and is on it no more. */
  leaving: string[];
}

/**
 * Compares the people of a form with those who live in a household. It is the same household when its head is on the form, and at least
 * half of the people whom the form named before; in another district only by official numbers. Where a person is missing on the form,
 * or only a namesake fits, it is for a person to decide.
 */
export function judgeForm(
  record: HouseholdRecord,
  known: ImportedFormEntity,
  entry: Entry,
  cipher: NumberCipher,
): Verdict {
  const living = livingMembersOf(record);
  const { matches, missing } = matchForm(record, { ...entry, known: known.members }, cipher);
  const before = new Set(known.members.map(({ personId }) => personId));
  const signs = matches.flatMap(({ personId, sign }) => (personId && sign ? [[personId, sign] as const] : []));
  const found = new Map(signs.filter(([personId]) => living.some(({ id }) => id === personId)));
  const comes = comesFromElsewhere(record, known, entry);
  const counted = comes ? byNumber : bySigns;
  const isFound = (by: ReadonlySet<Sign>) => {
    return ({ id }: { id: string }) => by.has(found.get(id) ?? 'name_alone');
  };
  const isSure = living.some(isFound(sure));
  const named = living.filter(({ id }) => before.has(id));
  const head = named.find(({ relationship }) => relationship === 'head');
  const hasHead = !head || isFound(counted)(head);
  const hasHalf = named.filter(isFound(counted)).length * 2 >= named.length && named.length > 0;
  const counts = { matched: found.size, living: living.length, leaving: missing.map(({ id }) => id) };
  const isGuess = signs.some(([personId, sign]) => sign === 'name_alone' && !before.has(personId));
  if (isSure && hasHead && hasHalf && missing.length === 0 && !isGuess) return { verdict: 'same', ...counts };
  const isLike = comes ? isSure : found.size > 0;
  return { verdict: isLike ? 'half' : 'others', ...counts };
}

/** Whether by a form a household would come from another district, or its number be one that another district gave out. */
function comesFromElsewhere(
  { household }: HouseholdRecord,
  known: ImportedFormEntity,
  { form, prints }: Entry,
): boolean {
  if (known.parts.areaCode === prints.parts.areaCode) return false;
  const district = districtOf(form.areaCode);
  return districtOf(household.areaCode) !== district || known.referenceArea !== district;
}
