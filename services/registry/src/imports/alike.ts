import { lettersOf, plainWords, wholeNameOf } from '../people/name-words.ts';
import { slipsBetween } from '../people/word-distance.ts';

/** Births further apart than this are no slip of the pen. */
const mostYearsApart = 10;
/** In shorter words a single letter makes another name. */
const shortestWithSlip = 4;

interface Named {
  givenNames: string;
  familyName: string;
  sex: string;
  bornOn: string;
}

/** Whether two people have the same names, in whatever order and spelling of marks, and births that may be one. */
export function haveSameName(one: Named, other: Named): boolean {
  const yearsApart = Math.abs(Number(one.bornOn.slice(0, 4)) - Number(other.bornOn.slice(0, 4)));
  return wholeNameOf(one) === wholeNameOf(other) && yearsApart <= mostYearsApart;
}

/** Whether two people share birth and sex, and one of their given names, give or take one letter. */
export function haveSameBirth(one: Named, other: Named): boolean {
  if (one.bornOn !== other.bornOn || one.sex !== other.sex) return false;
  const others = plainWords(other.givenNames);
  return plainWords(one.givenNames).some((word) => others.some((each) => isOneSlipAway(word, each)));
}

/** Whether a letter too many, too few, another one, or two that are swapped tell the words apart, or nothing does. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (one === other) return true;
  const isLong = [one, other].every((word) => lettersOf(word).length >= shortestWithSlip);
  return isLong && slipsBetween(one, other) <= 1;
}
