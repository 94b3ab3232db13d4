import { plainWords } from '../duplicates/likeness.ts';

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
  return allWords(one) === allWords(other) && yearsApart <= mostYearsApart;
}

/** Whether two people share birth and sex, and one of their given names, give or take one letter. */
export function haveSameBirth(one: Named, other: Named): boolean {
  if (one.bornOn !== other.bornOn || one.sex !== other.sex) return false;
  const others = plainWords(other.givenNames);
  return plainWords(one.givenNames).some((word) => others.some((each) => isOneSlipAway(word, each)));
}

function allWords({ givenNames, familyName }: Named): string {
  return plainWords(`${givenNames} ${familyName}`).sort().join(' ');
}

/** Whether a letter too many, too few, another one, or two that are swapped tell the words apart, or nothing does. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < shortestWithSlip || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}
