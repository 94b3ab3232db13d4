import type { MemberInput } from '@janela/contracts';

import type { PersonEntity } from '../people/person.entity.ts';
import { haveSameBirth, haveSameName } from './alike.ts';

/** A row of the form as it was imported last, and the person that it became. */
export interface KnownRow {
  personId: string;
  print: string;
}

/** For each row of a corrected form the person it is about; undefined for somebody new. `same` rows say nothing new. */
export interface RowMatch {
  personId: string | undefined;
  same: boolean;
}

export interface Rows {
  known: readonly KnownRow[];
  people: readonly PersonEntity[];
  members: readonly MemberInput[];
  prints: readonly string[];
  /** Whether one of the numbers of a row is one of the person's. */
  sharesIdentifier: (personId: string, member: MemberInput) => boolean;
}

type Sign = (person: PersonEntity, member: MemberInput) => boolean;

/**
 * Finds out which row of a corrected form is about whom. Rows that say what they said before are certain; of the others each takes
 * the first person left over with whom it shares a number, else the names, else a birth, a sex and a given name. A row is never
 * taken for somebody of whom it says nothing that is known.
 */
export function matchMembers({ known, people, members, prints, sharesIdentifier }: Rows): RowMatch[] {
  const left = [...known];
  const take = (fits: (row: KnownRow) => boolean) => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0]?.personId;
  };
  const matches: (RowMatch | undefined)[] = prints.map((print) => {
    const personId = take((row) => row.print === print);
    return personId === undefined ? undefined : { personId, same: true };
  });
  const signs: Sign[] = [({ id }, member) => sharesIdentifier(id, member), haveSameName, haveSameBirth];
  for (const sign of signs)
    for (const [index, member] of members.entries()) {
      if (matches[index]) continue;
      const personId = take((row) => people.some((person) => person.id === row.personId && sign(person, member)));
      if (personId !== undefined) matches[index] = { personId, same: false };
    }
  return matches.map((match) => match ?? { personId: undefined, same: false });
}
