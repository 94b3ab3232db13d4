import type { DenominatorSex, SdgComponent, SdgRow, SdgSex } from '@janela/contracts';

import { type AgeGroup, sdmxAge } from '../denominators/age-group.ts';
import { measureOf, populationOf, type Figure, type Row } from '../denominators/choose-value.ts';
import { effectiveCoverage, sdgSeries, type Series } from './series.ts';

/**
 * People by sex; those whose sex is not recorded as either are in `_T` only, and so are those `apart`, who do not agree to
 * statistics.
 */
export type BySex = Readonly<Record<SdgSex | 'apart', number>>;

/** A programme as it is in force on the day. */
export interface Scheme {
  code: string;
  unit: 'household' | 'person';
  contributory: boolean;
  components: readonly SdgComponent[];
}

export interface Ages {
  pension: number;
  child: number;
}

/** All that a table is made from. */
export interface Counted {
  readonly areaCode: string;
  readonly asOf: SdgRow['asOf'];
  readonly ages: Ages;
  readonly schemes: readonly Scheme[];
  readonly people: ReadonlyMap<SdgComponent | 'roll', BySex>;
  readonly denominators: readonly Row[];
  readonly query: string;
}

const none: BySex = { _T: 0, F: 0, M: 0, apart: 0 };
const sexes: Record<SdgSex, DenominatorSex> = { _T: 'all', F: 'female', M: 'male' };

/** Returns the rows of SDG 1.3.1, one for each series and sex; what cannot be computed is null, and its note says why. */
export function sdgRows(counted: Counted): SdgRow[] {
  return sdgSeries.flatMap((series) => series.sexes.map((sex) => rowOf(counted, series, sex)));
}

function rowOf(counted: Counted, series: Series, sex: SdgSex): SdgRow {
  const ages = agesOf(series, counted.ages);
  const covered = coveredOf(counted, series, sex);
  const of = denominatorOf(counted, series.code, sex, ages);
  const share = shareOf(covered.value, of.value);
  const note = [covered.note, of.note, share.note].filter((each) => each !== undefined).join(' ');
  return {
    series: series.code,
    areaCode: counted.areaCode,
    sex,
    ageGroup: sdmxAge(ages),
    numerator: covered.value,
    denominator: of.value,
    value: share.value,
    unit: 'PT',
    asOf: counted.asOf,
    basis: basisOf(counted.schemes, series.code),
    definition: `${series.definition.en} ${effectiveCoverage.en}`,
    denominatorSource: of.source,
    query: `${counted.query}\n/* this figure: series ${series.code}, "${sex}" */`,
    ...(note !== '' && { note }),
  };
}

/** Returns the ages that a series is about, in this country. */
export function agesOf({ ages }: Series, { pension, child }: Ages): AgeGroup {
  if (ages === 'older') return { from: pension };
  return ages === 'children' ? { from: 0, to: child - 1 } : { from: 0 };
}

function coveredOf({ schemes, people }: Counted, { code, unknowable }: Series, sex: SdgSex): Omit<Figure, 'source'> {
  if (!schemes.some(({ components }) => components.includes(code)))
    return { value: null, note: 'No programme in force on this day counts towards it.' };
  if (unknowable !== undefined) return { value: null, note: unknowable };
  const bySex = people.get(code) ?? none;
  const others = bySex._T - bySex.apart - bySex.F - bySex.M;
  const notes = [
    ...(others > 0 ? [`${others} of them are recorded as neither female nor male.`] : []),
    ...(bySex.apart > 0 ? [`${bySex.apart} of them do not agree to statistics, and count in this total alone.`] : []),
  ];
  const note = sex === '_T' && notes.length > 0 ? notes.join(' ') : undefined;
  return { value: bySex[sex], note };
}

function denominatorOf(counted: Counted, code: SdgComponent, sex: SdgSex, ages: AgeGroup): Figure {
  const { denominators, areaCode, asOf } = counted;
  const year = Number(asOf.slice(0, 4));
  const people = () => populationOf(denominators, areaCode, year, { sex: sexes[sex], ages });
  const measure = (name: Parameters<typeof measureOf>[1]) => measureOf(denominators, name, areaCode, year, sexes[sex]);
  switch (code) {
    case 'SI_COV_BENFTS':
    case 'SI_COV_CHLD':
    case 'SI_COV_PENSN':
      return people();
    case 'SI_COV_VULN':
      return without(people(), counted.people.get('roll') ?? none, sex);
    case 'SI_COV_DISAB':
      return shared(people(), measure('severe_disability'));
    case 'SI_COV_POOR':
      return shared(people(), measure('poverty_headcount'));
    case 'SI_COV_MATNL':
      return measureOf(denominators, 'births', areaCode, year, 'all');
    case 'SI_COV_UEMP':
      return measure('unemployed');
    case 'SI_COV_WKINJRY':
      return measure('employed');
  }
}

/** A share of a population, both named; without either there is none. */
function shared(people: Figure, rate: Figure): Figure {
  const note = [people.note, rate.note].filter((each) => each !== undefined).join(' ') || undefined;
  if (people.value === null || rate.value === null)
    return { value: null, source: (rate.value === null ? rate : people).source, note };
  const source = `${rate.value} per cent (${rate.source}) of ${people.value} (${people.source})`;
  return { value: Math.round((people.value * rate.value) / 100), source, note };
}

/** The population without those on the contributory roll. */
function without(people: Figure, roll: BySex, sex: SdgSex): Figure {
  if (people.value === null) return people;
  const source = `${people.value} (${people.source}), less ${roll[sex]} on the contributory roll (events)`;
  return { ...people, value: Math.max(0, people.value - roll[sex]), source };
}

function shareOf(numerator: number | null, denominator: number | null): { value: number | null; note?: string } {
  if (numerator === null || denominator === null) return { value: null };
  if (denominator === 0) return { value: null, note: 'The denominator is zero.' };
  const value = Math.round((numerator / denominator) * 100 * 1e6) / 1e6;
  return value > 100 ? { value, note: 'More than all of them: the denominator is too small or too old.' } : { value };
}

function basisOf(schemes: readonly Scheme[], code: SdgComponent): string {
  const counting = schemes.filter(({ components }) => components.includes(code));
  if (counting.length === 0) return 'Persons.';
  const units = counting.map(
    ({ code: name, unit }) =>
      `${name}: ${unit === 'household' ? 'everybody in the household whom the enrolment covers' : 'the person enrolled'}`,
  );
  return `Persons. ${units.join('; ')}.`;
}
