import type { DenominatorRow, LoadDenominators } from '@janela/contracts';

import { AgeGroupsIncomplete, CountedInFuture, DuplicateDenominator } from '../reporting.errors.ts';
import { ageGroupOf, areComplete } from './age-group.ts';
import type { DenominatorEntity } from './denominator.entity.ts';

/** Returns what no two rows that hold have in common. */
export const identityOf = ({ measure, areaCode, year, sex, ageGroup, sourceKey }: DenominatorEntity): string =>
  [measure, areaCode, year, sex, ageGroup, sourceKey ?? ''].join(' ');

const counted: readonly DenominatorRow['kind'][] = ['census', 'preliminary', 'survey'];

/** Throws `CountedInFuture` where a row or a source is of a year that has yet to come, unless it is a projection. */
export function mustHaveHappened(
  rows: readonly DenominatorRow[],
  sources: LoadDenominators['sources'],
  thisYear: number,
): void {
  const errors = [
    ...rows.flatMap(({ kind, year }, index) =>
      counted.includes(kind) && Number(year) > thisYear ? [notYet(`/rows/${index}/year`)] : [],
    ),
    ...Object.entries(sources).flatMap(([key, { year }]) => (year > thisYear ? [notYet(`/sources/${key}/year`)] : [])),
  ];
  if (errors.length > 0) throw new CountedInFuture(`It is ${thisYear}`, { errors: errors.slice(0, 100) });
}

function notYet(pointer: string) {
  return { in: 'body' as const, pointer, code: 'date_in_future', message: 'has yet to come' };
}

/** Throws `DuplicateDenominator`. */
export function mustNotRepeat(rows: readonly DenominatorEntity[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const identity = identityOf(row);
    if (seen.has(identity)) throw new DuplicateDenominator(`Twice: ${identity}`);
    seen.add(identity);
  }
}

/** Throws `AgeGroupsIncomplete` where the age groups of a table overlap or leave ages out. */
export function mustHaveAllAges(rows: readonly DenominatorEntity[]): void {
  const byAge = rows.filter(({ ageGroup }) => ageGroup !== 'all');
  const tables = Map.groupBy(byAge, ({ ageGroup: _, ...row }) => identityOf({ ...row, ageGroup: 'by age' }));
  for (const [table, groups] of tables) {
    if (!areComplete(groups.map(({ ageGroup }) => ageGroupOf(ageGroup)))) throw new AgeGroupsIncomplete(`In ${table}`);
  }
}
