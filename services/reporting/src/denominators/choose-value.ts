import { areaCountry } from '@janela/kernel';
import type { DenominatorMeasure, DenominatorSex } from '@janela/contracts';

import { type AreaAndYear, countIn, findBestSet, type Group, type Row, type RowSet } from './row-set.ts';

/** What is known, or why nothing is. `source` names revision and year; `note` says what a reader must know besides. */
export interface Figure {
  readonly value: number | null;
  readonly source: string;
  readonly note?: string | undefined;
}

interface MeasureAt extends AreaAndYear {
  readonly measure: Exclude<DenominatorMeasure, 'population'>;
  readonly sex: DenominatorSex;
}

const noSource = 'No denominator';

/** Returns the people of an area, of a sex and of some ages, by what is known for a year. */
export function populationOf(rows: readonly Row[], { areaCode, year }: AreaAndYear, group: Group): Figure {
  const own = findBestSet(rows, 'population', { areaCode, year });
  if (!own) return missing(rows, { measure: 'population', areaCode }, `No population is known for ${areaCode}.`);
  const direct = countIn(own, group);
  const source = sourceOf(own);
  if (direct) return { value: Math.round(direct.count), source, note: direct.note };
  const country = areaCountry(areaCode);
  const ofCountry = country === areaCode ? undefined : findBestSet(rows, 'population', { areaCode: country, year });
  return scaled(own, ofCountry, group);
}

/** Returns a rate, in per cent, or a count, that holds for this area, this sex and all ages. It is never carried over from another. */
export function measureOf(rows: readonly Row[], { measure, areaCode, year, sex }: MeasureAt): Figure {
  const ofSex = rows.filter((row) => row.sex === sex && row.ageGroup === 'all');
  const set = findBestSet(ofSex, measure, { areaCode, year });
  const [row] = set?.rows ?? [];
  const of = sex === 'all' ? '' : ` of one sex`;
  if (!set || row?.value == null)
    return missing(rows, { measure, areaCode, sex }, `${words[measure]}${of} is not known for ${areaCode}.`);
  return { value: Number(row.value), source: sourceOf(set), note: caveatOf(row) };
}

const words: Record<MeasureAt['measure'], string> = {
  births: 'The number of births',
  poverty_headcount: 'The share of the poor',
  severe_disability: 'The share of people with severe disabilities',
  employed: 'The number of the employed',
  unemployed: 'The number of the unemployed',
};

/** Returns a total that is known, with the sexes and ages of the country. */
function scaled(own: RowSet, country: RowSet | undefined, group: Group): Figure {
  const everyone: Group = { sex: 'all', ages: { from: 0 } };
  const total = countIn(own, everyone);
  const part = country && countIn(country, group);
  const whole = country && countIn(country, everyone);
  if (!total || !part || !whole || !country) {
    return { value: null, source: sourceOf(own), note: 'The population is known in all only, not by sex and age.' };
  }
  return {
    value: Math.round((total.count * part.count) / whole.count),
    source: sourceOf(own),
    note: `Scaled: the area's population is known in all only; sex and age are shared out as in the country (${sourceOf(country)}).`,
  };
}

/** Returns a figure without a value; its note says, where the country was asked and does not know, what it says of that. */
function missing(
  rows: readonly Row[],
  { measure, areaCode, sex }: Pick<Row, 'measure' | 'areaCode'> & { sex?: DenominatorSex },
  note: string,
): Figure {
  const row = rows
    .filter((each) => each.measure === measure && each.areaCode === areaCode && (!sex || each.sex === sex))
    .find(({ status }) => status === 'missing');
  return { value: null, source: noSource, note: row?.note ? `${note} ${sentence(row.note)}` : note };
}

function sourceOf({ rows: [row], year }: RowSet): string {
  return row?.source ? `${row.source.title}, ${row.source.publisher}; ${row.kind ?? 'value'} for ${year}` : noSource;
}

const caveatOf = ({ status, note }: Row): string | undefined =>
  status === 'illustrative' ? `Illustrative. ${note ? sentence(note) : ''}`.trim() : undefined;

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
