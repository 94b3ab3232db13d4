import { partsOf } from '@janela/kernel';
import type { DatePrecision, PersonFound, PlainDate, Sex } from '@janela/contracts';
import { known } from '@janela/platform';

import { nameColumns } from '../names/name-words.ts';
import { maxWordsAlike } from './search-query.ts';
import type { NameTerm, SearchTerms } from './search-terms.ts';
import { distanceTo } from '../names/word-distance.ts';

/** A person whom a search has found. */
export interface FoundRow {
  personId: string;
  householdId: string;
  householdNumber: string;
  givenNames: string;
  familyName: string;
  sex: Sex;
  bornOn: PlainDate;
  bornOnPrecision: DatePrecision;
  areaCode: string;
  diedOn: PlainDate | null;
  /** The earlier it was found, the likelier it is. */
  tier: number;
  byNumber: boolean;
  byIdentifier: boolean;
  byPhone: boolean;
}

type Match = PersonFound['matched'][number];

export interface Ranked {
  row: FoundRow;
  matched: Match[];
  rank: number;
  distance: number;
}

const weights: Record<Match, number> = {
  identifier: 100,
  number: 100,
  phone: 60,
  name: 40,
  sounds_like_name: 20,
  birth_date: 25,
  birth_year: 10,
};

/** Returns those who fit what was looked for, the likeliest first; among equals by how near the name is, the living before the dead, then by the alphabet. */
export function rankPeople(rows: readonly FoundRow[], { names }: Pick<SearchTerms, 'names'>): Ranked[] {
  return rows
    .map((row): Ranked => {
      const { matched, distance } = matchesOf(row, names);
      return { row, matched, distance, rank: matched.reduce((sum, match) => sum + weights[match], 0) };
    })
    .filter(({ matched }) => matched.length > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        a.distance - b.distance ||
        Number(a.row.diedOn !== null) - Number(b.row.diedOn !== null) ||
        a.row.tier - b.row.tier ||
        a.row.familyName.localeCompare(b.row.familyName) ||
        a.row.givenNames.localeCompare(b.row.givenNames) ||
        a.row.householdNumber.localeCompare(b.row.householdNumber),
    );
}

function matchesOf(row: FoundRow, names: readonly NameTerm[]): { matched: Match[]; distance: number } {
  const words = nameColumns(row).nameWords;
  const asked = names.filter((term) => term.words.length > 0);
  const distance = Math.min(...asked.map((term) => distanceOf(term, words)), Infinity);
  const isFoundByName = asked.length > 0 && !row.byNumber && !row.byIdentifier && !row.byPhone;
  const matched = [
    row.byNumber && ('number' as const),
    row.byIdentifier && ('identifier' as const),
    row.byPhone && ('phone' as const),
    distance === 0 ? ('name' as const) : isFoundByName && ('sounds_like_name' as const),
    ...birthMatches(row, names.find(({ born }) => born)?.born),
  ].filter((match) => match !== false);
  return { matched, distance: Number.isFinite(distance) ? distance : 0 };
}

/** How far the words are from those of the name that are nearest to them, together. */
function distanceOf({ words }: NameTerm, own: readonly string[]): number {
  const apart = words.filter((word) => !own.includes(word));
  const nearest = (word: string) => Math.min(...own.map((other) => distanceTo(word, other)), word.length);
  return apart.slice(0, maxWordsAlike).reduce((sum, word) => sum + nearest(word), 0);
}

function birthMatches({ bornOn, bornOnPrecision }: FoundRow, born: NameTerm['born']): (Match | false)[] {
  if (!born) return [];
  const years = Math.abs(partsOf(born.from).year - partsOf(bornOn).year);
  const isWithin = bornOn >= born.from && bornOn <= born.to;
  const isDay = born.precision === 'day' && bornOnPrecision === 'day';
  return [isDay && isWithin && 'birth_date', years <= 1 && 'birth_year'];
}

export function toPersonFound({ row, matched }: Pick<Ranked, 'row' | 'matched'>): PersonFound {
  const { personId, householdId, householdNumber, givenNames, familyName, sex, bornOn, bornOnPrecision, areaCode } =
    row;
  return {
    personId,
    householdId,
    householdNumber,
    givenNames,
    familyName,
    sex,
    bornOn,
    bornOnPrecision,
    areaCode,
    ...known({ diedOn: row.diedOn }),
    matched,
  };
}
