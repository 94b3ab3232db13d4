import { type HouseholdRecord, livingMembersOf, membersOf } from '../../household-records/household-record.ts';
import { findReturning } from '../../households/own-numbers.ts';
import type { NumberCipher } from '../../encryption/number-cipher.ts';
import { compareMarks } from '../../household-records/compare-marks.ts';
import type { PersonEntity } from '../../household-records/person.entity.ts';
import type { Entry } from './entry.ts';
import { type KnownRow, matchMembers, type RowMatch } from './match-members.ts';

/** A form, and what it said before of whom. */
export interface FormRows extends Pick<Entry, 'form' | 'prints'> {
  known: readonly KnownRow[];
}

export interface FormMatches {
  /** For each row of the form. */
  matches: RowMatch[];
  /** Who lives in the household and was on the form before, and is on it no more. */
  missing: PersonEntity[];
}

/**
 * Finds out which row of a form is about whom: of all members, however they came into the household, and of those who left by an
 * official number alone. The one answer for judging a form and for taking it in.
 */
export function matchForm(
  record: HouseholdRecord,
  { form, prints, known }: FormRows,
  cipher: NumberCipher,
): FormMatches {
  const printOf = new Map(known.map(({ personId, print }) => [personId, print]));
  const marksOf = Map.groupBy(record.identifiers, ({ personId }) => personId);
  const present = matchMembers({
    known: membersOf(record).map(({ id }) => ({ personId: id, print: printOf.get(id) ?? '' })),
    people: record.people,
    members: form.members,
    prints: prints.members,
    compareNumbers: (personId, { identifiers = [] }) => {
      const marked = identifiers.map(({ type, value }) => ({ type, mark: cipher.markIdentifier(type, value) }));
      return compareMarks(marksOf.get(personId) ?? [], marked);
    },
  });
  const found = new Set(present.map(({ personId }) => personId));
  const matches = present.map((match, index): RowMatch => {
    const member = form.members[index];
    if (match.personId !== undefined || !member) return match;
    const returning = findReturning(record, member, cipher);
    if (!returning || found.has(returning.id)) return match;
    found.add(returning.id);
    return { personId: returning.id, same: false, sign: 'number' };
  });
  return { matches, missing: livingMembersOf(record).filter(({ id }) => printOf.has(id) && !found.has(id)) };
}
