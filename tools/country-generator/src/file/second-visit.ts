import type { Random } from '@janela/random';

import { textOf } from '../household/calendar.ts';
import type { Household, PersonAnswers } from '../household/columns.ts';
import type { World } from '../household/world.ts';

/** What a second visitor wrote differently of a person; `same` when nothing. */
export type Difference = 'same' | 'misspelt' | 'swapped_names' | 'other_birth_date' | 'first_name_only';

/** A household that was registered twice: the second registration, and for each person whom it is and what differs. */
export interface SecondVisit {
  household: Household;
  people: { original: number; difference: Difference }[];
}

/** Letters that are written one for the other in Zambian names. */
const confusions: readonly (readonly [string, string])[] = [
  ['l', 'r'],
  ['r', 'l'],
  ['b', 'w'],
  ['ch', 'c'],
  ['mw', 'mu'],
  ['sh', 's'],
  ['k', 'c'],
  ['ph', 'p'],
  ['i', 'e'],
  ['y', 'i'],
];

/** Returns the form of another visitor to the same household, who spells and remembers some things otherwise. */
export function secondVisit(world: World, original: Household, ref: string, random: Random): SecondVisit {
  const answers = { ...original.answers };
  if (random.chance(0.5))
    answers.address = answers.address.replace(/, [^,]*$/, `, ${random.pick(world.recipe.landmarks)}`);
  if (answers.consent_given_on !== '') answers.consent_given_on = textOf(world.asOf - random.between(0, 10));

  // A household of several sometimes leaves out its last child; the head is always there.
  const forgotten = original.people.length > 2 && random.chance(0.2) ? original.people.length - 1 : undefined;
  const found = original.people.flatMap((person, place) => (place === forgotten ? [] : [{ person, place }]));
  const visits = found.map(({ person, place }) => ({ ...revisited(person, random), original: place }));
  return {
    household: { ref, answers, people: visits.map(({ person }) => person) },
    people: visits.map(({ original: place, difference }) => ({ original: place, difference })),
  };
}

function revisited(original: PersonAnswers, random: Random): { person: PersonAnswers; difference: Difference } {
  const person = { ...original };
  // Half the cards are not there the second time.
  if (random.chance(0.5)) [person.identifier_type, person.identifier_value] = ['', ''];
  const difference = random.weighted({
    same: 45,
    misspelt: 28,
    swapped_names: 7,
    other_birth_date: 14,
    first_name_only: 6,
  });
  switch (difference) {
    case 'same':
      return { person, difference };
    case 'misspelt':
      if (random.chance(0.5)) person.given_names = misspelt(person.given_names, random);
      else person.family_name = misspelt(person.family_name, random);
      return { person, difference };
    case 'swapped_names':
      [person.given_names, person.family_name] = [original.family_name, original.given_names];
      return { person, difference: person.given_names === original.given_names ? 'same' : difference };
    case 'other_birth_date':
      Object.assign(person, otherBirthDate(original, random));
      return { person, difference };
    case 'first_name_only':
      person.given_names = original.given_names.split(' ')[0] ?? '';
      return { person, difference: person.given_names === original.given_names ? 'same' : difference };
  }
}

/** One slip of the ear or the pen; never the name as it was. */
function misspelt(name: string, random: Random): string {
  const fitting = confusions.filter(([from]) => name.toLowerCase().includes(from));
  if (fitting.length > 0 && random.chance(0.6)) {
    const [from, to] = random.pick(fitting);
    return likeBefore(name, name.toLowerCase().replace(from, to));
  }
  const at = random.between(1, name.length - 2);
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const slips = [
    `${before}${after}`,
    `${before}${letter}${letter}${after}`,
    `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
  ];
  return random.pick(slips.filter((slip) => slip !== name));
}

/** Capital letters where words begin, as in the name that was meant. */
function likeBefore(name: string, misheard: string): string {
  return name === name.toLowerCase() ? misheard : misheard.replace(/(^| )\p{L}/gu, (start) => start.toUpperCase());
}

function otherBirthDate({ born_on, born_on_precision }: PersonAnswers, random: Random) {
  const [year = '', month = '', day = ''] = born_on.split('-');
  if (born_on_precision !== 'year' && random.chance(0.5))
    return { born_on: `${year}-01-01`, born_on_precision: 'year' };
  if (Number(day) <= 12 && day !== month && born_on_precision === 'day') return { born_on: `${year}-${day}-${month}` };
  return { born_on: `${Number(year) - 1}-${month}-${day}`.replace('-02-29', '-02-28') };
}
