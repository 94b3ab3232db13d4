import type { DenominatorMeasure, DenominatorSex } from '@janela/contracts';

import { type AgeGroup, ageGroupOf, shareWithin } from './age-group.ts';
import type { DenominatorEntity } from './denominator.entity.ts';

export type Row = Pick<
  DenominatorEntity,
  'measure' | 'areaCode' | 'year' | 'sex' | 'ageGroup' | 'value' | 'kind' | 'status' | 'sourceKey' | 'source' | 'note'
>;

/** All rows of one area, one year and one source: they belong together, and rows of two sets are never added up. */
export interface RowSet {
  readonly rows: readonly Row[];
  readonly year: number;
  readonly revision: number;
  readonly isDetailed: boolean;
}

export interface AreaAndYear {
  readonly areaCode: string;
  readonly year: number;
}

/** People of a sex and of some ages. */
export interface Group {
  readonly sex: DenominatorSex;
  readonly ages: AgeGroup;
}

/** Returns sets with sexes and ages before bare totals, so that the parts add up to the whole; then the newest revision and year. */
export function findBestSet(
  rows: readonly Row[],
  measure: DenominatorMeasure,
  { areaCode, year }: AreaAndYear,
): RowSet | undefined {
  const known = rows.filter((row) => row.measure === measure && row.areaCode === areaCode && row.value !== null);
  const sets = [...Map.groupBy(known, (row) => `${row.sourceKey} ${row.year}`).values()].map(toSet);
  return sets.sort(
    (a, b) =>
      Number(b.isDetailed) - Number(a.isDetailed) ||
      b.revision - a.revision ||
      Number(b.year <= year) - Number(a.year <= year) ||
      (a.year <= year ? b.year - a.year : a.year - b.year),
  )[0];
}

function toSet(rows: Row[]): RowSet {
  const isDetailed = rows.some(({ sex, ageGroup }) => sex !== 'all' && ageGroup !== 'all');
  return { rows, isDetailed, year: rows[0]?.year ?? 0, revision: rows[0]?.source?.year ?? 0 };
}

/** Returns how many people of a group a set counts, or undefined where it does not say. */
export function countIn({ rows }: RowSet, { sex, ages }: Group): { count: number; note?: string } | undefined {
  const total = rows.find((row) => row.sex === sex && row.ageGroup === 'all');
  if (ages.from === 0 && ages.to === undefined && total) return { count: Number(total.value) };
  const ofSexes = rows.filter((row) => row.ageGroup !== 'all' && (sex === 'all' ? row.sex !== 'all' : row.sex === sex));
  const groups = ofSexes.length > 0 ? ofSexes : rows.filter((row) => row.ageGroup !== 'all' && row.sex === sex);
  if (groups.length === 0) return undefined;
  const shares = groups.map((row) => ({ row, share: shareWithin(ageGroupOf(row.ageGroup), ages) }));
  const count = shares.reduce((sum, { row, share }) => sum + Number(row.value) * share, 0);
  const cut = shares.find(({ share }) => share > 0 && share < 1);
  return cut ? { count, note: `Of those aged ${cut.row.ageGroup} the part by years is taken.` } : { count };
}
