import { invariant } from './invariant.ts';

const mostDoublings = 30;

/**
 * Returns the function that says how long to wait after the n-th failure in a row (from 1): `first`, doubled each time, `most`
 * at most. In whatever unit the two are given.
 */
export function backOff({ first, most }: { first: number; most: number }): (failures: number) => number {
  invariant(
    first > 0 && first <= most,
    `a back-off goes from more than nothing to at least as much, not ${first} to ${most}`,
  );
  return (failures) => Math.min(first * 2 ** Math.min(Math.max(failures - 1, 0), mostDoublings), most);
}
