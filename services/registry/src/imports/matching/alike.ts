import type { DatePrecision } from '@janela/contracts';

import { lettersOf, plainWords, wholeNameOf } from '../../names/name-words.ts';
import { slipsBetween } from '../../names/word-distance.ts';

/** Births further apart than this are no slip of the pen. */
const mostYearsApart = 10;
/** A year of birth that is only said to be about that is off by no more. */
const yearsOfAGuess = 1;
/** In shorter words a single letter makes another name. */
const shortestWithSlip = 4;

export interface Named {
  givenNames: string;
  familyName: string;
  sex: string;
  bornOn: string;
  bornOnPrecision?: DatePrecision | undefined;
}

/** Whether two people have the same names, in whatever order and spelling of marks. */
export function haveSameName(one: Named, other: Named): boolean {
  return wholeNameOf(one) === wholeNameOf(other);
}

/** Whether two births may be one: the same day, or as near as the one that is known less exactly lets them be. */
export function mayBeSameBirth(one: Named, other: Named): boolean {
  const precisions = new Set([one.bornOnPrecision ?? 'day', other.bornOnPrecision ?? 'day']);
  if (precisions.has('year')) return yearsBetween(one, other) <= yearsOfAGuess;
  const length = precisions.has('month') ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length;
  return one.bornOn.slice(0, length) === other.bornOn.slice(0, length);
}

/** Whether two births are so near that a slip of the pen may lie between them; that alone makes no two people one. */
export function areNearBirths(one: Named, other: Named): boolean {
  return yearsBetween(one, other) <= mostYearsApart;
}

/** Whether two people share a birth that is known to the day, the sex, and one of their given names, give or take one letter. */
export function haveSameBirth(one: Named, other: Named): boolean {
  if (!isExact(one) || !isExact(other) || one.bornOn !== other.bornOn || one.sex !== other.sex) return false;
  const others = plainWords(other.givenNames);
  return plainWords(one.givenNames).some((word) => others.some((each) => isOneSlipAway(word, each)));
}

/** Whether two people are said to be of different sexes; an answer that was not given speaks against neither. */
export function areOfDifferentSex(one: Named, other: Named): boolean {
  return one.sex !== other.sex && one.sex !== 'unknown' && other.sex !== 'unknown';
}

/** The first of January is also written for a birthday that is not known. */
function isExact({ bornOn, bornOnPrecision = 'day' }: Named): boolean {
  return bornOnPrecision === 'day' && !bornOn.endsWith('-01-01');
}

function yearsBetween(one: Named, other: Named): number {
  return Math.abs(Number(one.bornOn.slice(0, 4)) - Number(other.bornOn.slice(0, 4)));
}

/** Whether a letter too many, too few, another one, or two that are swapped are all the difference between the words, or there is none. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (one === other) return true;
  const isLong = [one, other].every((word) => lettersOf(word).length >= shortestWithSlip);
  return isLong && slipsBetween(one, other) <= 1;
}
