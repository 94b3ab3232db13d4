import { areaCountry } from '@janela/kernel';
import type { DenominatorMeasure, DenominatorSex } from '@janela/contracts';

import { ageGroupOf, shareWithin, type AgeGroup } from './age-group.ts';
import type { DenominatorEntity } from './denominator.entity.ts';

/** What is known, or why nothing is. `source` names revision and year; `note` says what a reader must know besides. */
export interface Figure {
  readonly value: number | null;
  readonly source: string;
  readonly note?: string | undefined;
}

export type Row = Pick<
  DenominatorEntity,
  'measure' | 'areaCode' | 'year' | 'sex' | 'ageGroup' | 'value' | 'kind' | 'status' | 'sourceKey' | 'source' | 'note'
>;

/** All rows of one area, one year and one source: they belong together, and rows of two sets are never added up. */
interface RowSet {
  readonly rows: readonly Row[];
  readonly year: number;
  readonly revision: number;
  readonly isDetailed: boolean;
}

interface Wanted {
  readonly sex: DenominatorSex;
  readonly ages: AgeGroup;
}

const noSource = 'No denominator';

/** The people of an area, of a sex and of some ages, by what is known for a year. */
export function populationOf(rows: readonly Row[], areaCode: string, year: number, wanted: Wanted): Figure {
  const own = bestSet(rows, 'population', areaCode, year);
  if (!own) return missing(rows, 'population', areaCode, `No population is known for ${areaCode}.`);
  const direct = countIn(own, wanted);
  const source = sourceOf(own);
  if (direct) return { value: Math.round(direct.count), source, note: direct.note };
  const country = areaCountry(areaCode);
  return scaled(own, country === areaCode ? undefined : bestSet(rows, 'population', country, year), wanted);
}

/** A rate, in per cent, or a count, that holds for this area, this sex and all ages. It is never carried over from another. */
export function measureOf(
  rows: readonly Row[],
  measure: Exclude<DenominatorMeasure, 'population'>,
  areaCode: string,
  year: number,
  sex: DenominatorSex,
): Figure {
  const set = bestSet(
    rows.filter((row) => row.sex === sex && row.ageGroup === 'all'),
    measure,
    areaCode,
    year,
  );
  const [row] = set?.rows ?? [];
  const of = sex === 'all' ? '' : ` of one sex`;
  if (!set || row?.value == null) {
    return missing(rows, measure, areaCode, `${words[measure]}${of} is not known for ${areaCode}.`, sex);
  }
  return { value: Number(row.value), source: sourceOf(set), note: caveatOf(row) };
}

const words: Record<DenominatorMeasure, string> = {
  population: 'The population',
  births: 'The number of births',
  poverty_headcount: 'The share of the poor',
  severe_disability: 'The share of people with severe disabilities',
  employed: 'The number of the employed',
  unemployed: 'The number of the unemployed',
};

/** Sets with sexes and ages before bare totals, so that the parts add up to the whole; then the newest revision and year. */
function bestSet(
  rows: readonly Row[],
  measure: DenominatorMeasure,
  areaCode: string,
  year: number,
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

function countIn({ rows }: RowSet, { sex, ages }: Wanted): { count: number; note?: string } | undefined {
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

/** A total that is known, with the sexes and ages of the country. */
function scaled(own: RowSet, country: RowSet | undefined, wanted: Wanted): Figure {
  const total = countIn(own, { sex: 'all', ages: { from: 0 } });
  const part = country && countIn(country, wanted);
  const whole = country && countIn(country, { sex: 'all', ages: { from: 0 } });
  if (!total || !part || !whole || !country) {
    return { value: null, source: sourceOf(own), note: 'The population is known in all only, not by sex and age.' };
  }
  return {
    value: Math.round((total.count * part.count) / whole.count),
    source: sourceOf(own),
    note: `Scaled: the area's population is known in all only; sex and age are shared out as in the country (${sourceOf(country)}).`,
  };
}

function missing(
  rows: readonly Row[],
  measure: DenominatorMeasure,
  areaCode: string,
  otherwise: string,
  sex?: DenominatorSex,
): Figure {
  const row = rows
    .filter((each) => each.measure === measure && each.areaCode === areaCode && (!sex || each.sex === sex))
    .find(({ status }) => status === 'missing');
  return { value: null, source: noSource, note: row?.note ? `${otherwise} ${sentence(row.note)}` : otherwise };
}

function sourceOf({ rows: [row], year }: RowSet): string {
  return row?.source ? `${row.source.title}, ${row.source.publisher}; ${row.kind ?? 'value'} for ${year}` : noSource;
}

const caveatOf = ({ status, note }: Row): string | undefined =>
  status === 'illustrative' ? `Illustrative. ${note ? sentence(note) : ''}`.trim() : undefined;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
