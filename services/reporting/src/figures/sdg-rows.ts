import type { SdgComponent, SdgRow, SdgSex } from '@janela/contracts';

import { type AgeGroup, sdmxAge } from '../denominators/age-group.ts';
import type { Figure } from '../denominators/choose-value.ts';
import { type Ages, type Counted, none, type Scheme } from './counted.ts';
import { denominatorOf } from './sdg-denominators.ts';
import { effectiveCoverage, sdgSeries, type Series } from './series.ts';

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
