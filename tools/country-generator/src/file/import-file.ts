import { randomAt } from '@janela/random';

import { type Column, type Household, columns, householdColumns } from '../household/columns.ts';
import { householdAt, refAt } from '../household/household.ts';
import type { World } from '../household/world.ts';
import { csvLine } from './csv.ts';
import { makeMistake } from './mistakes.ts';
import { type Oddities, roleAt } from './plan.ts';
import { secondVisit } from './second-visit.ts';

/** A piece of the import file, with what its labels say of it; pieces make the file in the order in which they come. */
export interface Piece {
  rows: string;
  labels: string;
}

/** What the label file says of a row that is not what it should be. */
export const labelColumns = [
  'line',
  'household_ref',
  'member',
  'label',
  'what',
  'column',
  'of_household_ref',
  'of_member',
] as const;

interface Made {
  household: Household;
  labels: string[][];
}

/**
 * An import file and its labels, household by household, without ever holding more than one: a household that was registered twice
 * is simply made again.
 */
export function* importFile(world: World, households: number, oddities: Oddities): Generator<Piece> {
  yield { rows: csvLine(columns), labels: csvLine(labelColumns) };
  let line = 2;
  for (let index = 0; index < households; index += 1) {
    const { household, labels } = householdWith(world, oddities, index, line);
    yield { rows: rowsOf(household), labels: labels.map(csvLine).join('') };
    line += household.people.length;
  }
}

function householdWith(world: World, oddities: Oddities, index: number, line: number): Made {
  const role = roleAt(world.seed, oddities, index);
  const random = randomAt(world.seed, index, 1);
  switch (role.kind) {
    case 'plain':
      return { household: householdAt(world, index), labels: [] };
    case 'duplicate': {
      const { household, people } = secondVisit(world, householdAt(world, role.of), refAt(index), random);
      const labels = people.map(({ original, difference }, member) => [
        ...labelOf(line, household, member, ['duplicate', difference]),
        '',
        refAt(role.of),
        String(original + 1),
      ]);
      return { household, labels };
    }
    case 'wrong': {
      const household = householdAt(world, index);
      const { type } = world.recipe.identifier;
      const { member, column } = makeMistake(role.mistake, { household, random, identifierType: type });
      return { household, labels: [[...labelOf(line, household, member, ['wrong', role.mistake]), column, '', '']] };
    }
  }
}

function labelOf(line: number, { ref }: Household, member: number, label: [label: string, what: string]): string[] {
  return [String(line + member), ref, String(member + 1), ...label];
}

const ofHousehold: ReadonlySet<Column> = new Set(householdColumns);

/** A row for each person; what is said of the household stands on the first. */
function rowsOf({ ref, answers, people }: Household): string {
  return people
    .map((person, place) => {
      const row: Partial<Record<Column, string>> = { household_ref: ref, ...person, ...(place === 0 && answers) };
      return csvLine(columns.map((column) => (place > 0 && ofHousehold.has(column) ? '' : (row[column] ?? ''))));
    })
    .join('');
}
