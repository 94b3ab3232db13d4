import type { Random } from '@janela/random';

import type { Column, Household, PersonAnswers, PersonColumn } from '../household/columns.ts';

/** Where a mistake was made: the member's place from 0, and the column. */
export interface Mistake {
  member: number;
  column: Column;
}

interface Scene {
  household: Household;
  random: Random;
  /** The kind of identity document that people have. */
  identifierType: string;
}

/** Names of these many letters are longer than any register takes. */
const endlessName = 240;

/** Every kind of mistake that an import must refuse, made in a household that was right. */
const mistakes = {
  head_missing: ({ household }) => change(household, 0, 'relationship', () => 'other_relative'),
  two_heads: ({ household }) => {
    const [head] = household.people;
    if (head && household.people.length === 1)
      household.people.push({ ...head, identifier_type: '', identifier_value: '', payee: '' });
    return change(household, 1, 'relationship', () => 'head');
  },
  impossible_date: (scene) => change(scene.household, anyone(scene), 'born_on', (date) => `${date.slice(0, 4)}-02-30`),
  unknown_area: ({ household }) => {
    household.answers.area_code = `${household.answers.area_code.slice(0, -2)}99`;
    return { member: 0, column: 'area_code' };
  },
  malformed_identifier: ({ household, random, identifierType }) => {
    const owner = Math.max(
      0,
      household.people.findIndex(({ identifier_value }) => identifier_value !== ''),
    );
    change(household, owner, 'identifier_type', () => identifierType);
    return change(
      household,
      owner,
      'identifier_value',
      (value) => random.pick([value.slice(1), value.replaceAll('/', ''), `${value}/9`]) || '12345',
    );
  },
  sex_outside_list: (scene) => change(scene.household, anyone(scene), 'sex', () => 'X'),
  payee_not_a_member: ({ household }) => {
    for (const person of household.people) person.payee = '';
    return change(household, 0, 'payee', () => 'neighbour');
  },
  future_birth: (scene) =>
    change(scene.household, anyone(scene), 'born_on', (date) => {
      const century = Math.max(2060, Number(date.slice(0, 4)) + 100);
      return `${century}${date.slice(4)}`.replace('-02-29', '-02-28');
    }),
  name_too_long: (scene) =>
    change(scene.household, anyone(scene), 'given_names', (names) =>
      `${names} `.repeat(endlessName / names.length + 1).trim(),
    ),
} satisfies Record<string, (scene: Scene) => Mistake>;

export type MistakeKind = keyof typeof mistakes;
export const mistakeKinds = Object.keys(mistakes) as MistakeKind[];

/** Makes the mistake in the household, and says where. */
export function makeMistake(kind: MistakeKind, scene: Scene): Mistake {
  return mistakes[kind](scene);
}

function change(household: Household, member: number, column: PersonColumn, to: (answer: string) => string): Mistake {
  const person: PersonAnswers | undefined = household.people[member];
  if (person) person[column] = to(person[column]);
  return { member, column };
}

function anyone({ household, random }: Scene): number {
  return random.between(0, household.people.length - 1);
}
