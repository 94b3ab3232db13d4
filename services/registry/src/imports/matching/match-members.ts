import type { MemberInput } from '@janela/contracts';

import type { Numbers } from '../../household-records/compare-marks.ts';
import type { PersonEntity } from '../../household-records/person.entity.ts';
import { areNearBirths, areOfDifferentSex, haveSameBirth, haveSameName, mayBeSameBirth } from './alike.ts';

/** A row of the form as it was imported last, and the person that it became. */
export interface KnownRow {
  personId: string;
  print: string;
}

/**
 * By what a row is known to be about a person, the surest first: an official number; that it says what it said before; the names with
 * a birth that fits; a birth with a given name; the names alone.
 */
export type Sign = 'number' | 'print' | 'name' | 'birth' | 'name_alone';

/** For each row of a corrected form the person it is about; undefined for a new person. `same` rows say nothing new. */
export interface RowMatch {
  personId: string | undefined;
  same: boolean;
  sign?: Sign;
}

export interface Rows {
  known: readonly KnownRow[];
  people: readonly PersonEntity[];
  members: readonly MemberInput[];
  prints: readonly string[];
  /** What the official numbers of a row say beside those of the person. */
  compareNumbers: (personId: string, member: MemberInput) => Numbers;
}

type Fits = (person: PersonEntity, member: MemberInput) => boolean;

/**
 * Returns which row of a corrected form is about whom: each about the first person left over with whom it has the surest sign in common.
 * A row that says what it said before is about the same person; no other is about a person of another sex, or with another official
 * number of the same kind.
 */
export function matchMembers({ known, people, members, prints, compareNumbers }: Rows): RowMatch[] {
  const left = [...known];
  const take = (fits: (row: KnownRow) => boolean) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0]?.personId;
  };
  const isPossible: Fits = (person, member) =>
    !areOfDifferentSex(person, member) && compareNumbers(person.id, member) !== 'differing';
  const hasNumber: Fits = ({ id }, member) => compareNumbers(id, member) === 'equal';
  const matches: (RowMatch | undefined)[] = prints.map((print, index) => {
    const personId = take((row) => row.print === print);
    if (personId === undefined) return undefined;
    const member = members[index];
    const hasSame = member && compareNumbers(personId, member) === 'equal';
    return { personId, same: true, sign: hasSame ? 'number' : 'print' };
  });
  const ladder: [Sign, Fits][] = [
    ['number', hasNumber],
    ['name', (person, member) => haveSameName(person, member) && mayBeSameBirth(person, member)],
    ['birth', haveSameBirth],
    ['name_alone', (person, member) => haveSameName(person, member) && areNearBirths(person, member)],
  ];
  for (const [sign, fits] of ladder)
    for (const [index, member] of members.entries()) {
      if (matches[index]) continue;
      const isAbout: Fits = (person, each) => isPossible(person, each) && fits(person, each);
      const personId = take((row) => people.some((person) => person.id === row.personId && isAbout(person, member)));
      if (personId !== undefined) matches[index] = { personId, same: false, sign };
    }
  return matches.map((match) => match ?? { personId: undefined, same: false });
}
