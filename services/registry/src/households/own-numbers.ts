import type { MemberInput } from '@janela/contracts';

import { compareMarks } from '../household-records/compare-marks.ts';
import type { PersonEntity } from '../household-records/person.entity.ts';
import { IdentifierTwice } from '../registry.errors.ts';
import { type HouseholdRecord, membersOf } from '../household-records/household-record.ts';
import type { NumberCipher } from '../encryption/number-cipher.ts';

/** Refuses that a change gives one official number to two members. What two had before is no reason to refuse another change. */
export function mustHaveOwnNumbers(before: HouseholdRecord, after: HouseholdRecord): void {
  const had = holdersByMark(before);
  for (const [mark, holders] of holdersByMark(after))
    if (holders > Math.max(1, had.get(mark) ?? 0)) throw new IdentifierTwice();
}

/** Returns how many members have each official number; the dead are members, who left is not. */
function holdersByMark(record: HouseholdRecord): Map<string, number> {
  const present = new Set(membersOf(record).map(({ id }) => id));
  const own = record.identifiers.filter(({ personId }) => present.has(personId));
  const byMark = Map.groupBy(own, ({ mark }) => mark);
  return new Map([...byMark].map(([mark, each]) => [mark, new Set(each.map(({ personId }) => personId)).size]));
}

/** Returns the person who left this household and has the official number of a new member: that is the same person. */
export function findReturning(
  { people, identifiers }: HouseholdRecord,
  { identifiers: given = [], sex }: Pick<MemberInput, 'identifiers' | 'sex'>,
  cipher: NumberCipher,
): PersonEntity | undefined {
  const marked = given.map(({ type, value }) => ({ type, mark: cipher.markIdentifier(type, value) }));
  const isSame = ({ id, sex: own }: PersonEntity) =>
    (own === sex || own === 'unknown' || sex === 'unknown') &&
    compareMarks(
      identifiers.filter(({ personId }) => personId === id),
      marked,
    ) === 'equal';
  return people.find((person) => person.leftOn !== null && person.diedOn === null && isSame(person));
}
