import { districtOf } from '../households/form-reference.ts';
import { type HouseholdRecord, livingMembersOf, membersOf } from '../households/household-record.ts';
import type { Vault } from '../households/vault.ts';
import type { IdentifierEntity } from '../people/identifier.entity.ts';
import type { Entry } from './chunk-work.ts';
import type { ImportedFormEntity } from './imported-form.entity.ts';
import { type KnownRow, matchMembers, type Numbers, type Rows, type Sign } from './match-members.ts';

type Marked = Pick<IdentifierEntity, 'type' | 'mark'>;

const byNumber: ReadonlySet<Sign> = new Set(['number']);
/** Signs that are enough alone. */
const sure: ReadonlySet<Sign> = new Set(['number', 'print', 'name']);
/** Signs that count where somebody is surely on the form. */
const bySigns: ReadonlySet<Sign> = new Set([...sure, 'birth']);

/** Whether a form is about the household that has its number: it is, only some of its people are, or it is about others. */
export interface Verdict {
  verdict: 'same' | 'half' | 'others';
  /** How many of the people who live in the household are on the form. */
  matched: number;
  living: number;
}

/**
 * Compares the people of a form with those who live in a household. It is the same household when its head is on the form, and at
 * least half of the people whom the form named before; people who are new on the form say nothing against it. Somebody whom the
 * form named before and does not now has not left by that: a person decides. A head of whom only
 * the birthday and a given name agree is enough where somebody else is surely on the form. A household that would come into another
 * district by the form is the same only by official numbers: there the number of the form is another's.
 */
export function judgeForm(record: HouseholdRecord, known: ImportedFormEntity, entry: Entry, vault: Vault): Verdict {
  const living = livingMembersOf(record);
  const prints = new Map(known.members.map(({ personId, print }) => [personId, print]));
  const matches = matchMembers(rowsOf(record, entry, { known: known.members, vault }));
  const found = new Map(matches.flatMap(({ personId, sign }) => (personId && sign ? [[personId, sign] as const] : [])));
  const comes = comesFromElsewhere(record, known, entry);
  const counted = comes ? byNumber : bySigns;
  const isFound = (by: ReadonlySet<Sign>) => {
    return ({ id }: { id: string }) => by.has(found.get(id) ?? 'name_alone');
  };
  const isSure = living.some(isFound(sure));
  const named = living.filter(({ id }) => prints.has(id));
  const head = named.find(({ relationship }) => relationship === 'head');
  const hasHead = !head || isFound(counted)(head);
  const hasHalf = named.filter(isFound(counted)).length * 2 >= named.length && named.length > 0;
  const present = living.filter(({ id }) => found.has(id));
  const counts = { matched: present.length, living: living.length };
  const hasAll = named.every(({ id }) => found.has(id));
  if (isSure && hasHead && hasHalf && hasAll) return { verdict: 'same', ...counts };
  const isLike = comes ? isSure : present.length > 0;
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

/**
 * What the rows of a form are compared with, to judge it and to apply it: whoever is in the household, however they came into it, and
 * then those who left.
 */
export function rowsOf(
  record: HouseholdRecord,
  { form, prints }: Pick<Entry, 'form' | 'prints'>,
  { known, vault }: { known: readonly KnownRow[]; vault: Vault },
): Rows {
  const own = Map.groupBy(record.identifiers, ({ personId }) => personId);
  const named = new Map(known.map(({ personId, print }) => [personId, print]));
  const gone = record.people.filter(({ leftOn }) => leftOn !== null);
  return {
    known: [...membersOf(record), ...gone].map(({ id }) => ({ personId: id, print: named.get(id) ?? '' })),
    byNumberOnly: new Set(gone.flatMap(({ id }) => (named.has(id) ? [] : [id]))),
    people: record.people,
    members: form.members,
    prints: prints.members,
    compareNumbers: (personId, { identifiers = [] }) => {
      const marked = identifiers.map(({ type, value }) => ({ type, mark: vault.markIdentifier(type, value) }));
      return compareMarks(own.get(personId) ?? [], marked);
    },
  };
}

/** One number of a kind that both have in common is enough for this kind; a kind in which all differ tells two people apart. */
function compareMarks(own: readonly Marked[], others: readonly Marked[]): Numbers {
  const marks = new Set(own.map(({ mark }) => mark));
  const types = new Set(own.map(({ type }) => type));
  const byType = Map.groupBy(
    others.filter(({ type }) => types.has(type)),
    ({ type }) => type,
  );
  const kinds = [...byType.values()].map((each) => each.some(({ mark }) => marks.has(mark)));
  if (kinds.includes(false)) return 'differing';
  return kinds.length > 0 ? 'equal' : 'unknown';
}
