import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { compareIntervals, exactly, type Interval, intervalOf, type Order, orders } from './interval.ts';

const holds: Record<Order, (a: number, b: number) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const small = fc.integer({ min: -4, max: 4 });
const span = fc.tuple(small, small).map(([a, b]): Interval => ({ least: Math.min(a, b), most: Math.max(a, b) }));
const numbersIn = ({ least, most }: Interval) => Array.from({ length: most - least + 1 }, (_, index) => least + index);

describe('comparing what is partly known', () => {
  it('knows that a person born in a year long past is over 65', () => {
    expect(compareIntervals({ least: 69, most: 70 }, '>=', exactly(65))).toBe(true);
  });

  it('does not know whether a person who is 64 or 65 is at least 65', () => {
    expect(compareIntervals({ least: 64, most: 65 }, '>=', exactly(65))).toBeNull();
  });

  it('knows that a person who is 63 or 64 is not yet 65', () => {
    expect(compareIntervals({ least: 63, most: 64 }, '>=', exactly(65))).toBe(false);
  });

  it('knows nothing where one side is not known', () => {
    for (const op of orders) {
      expect(compareIntervals(null, op, exactly(1))).toBeNull();
      expect(compareIntervals(exactly(1), op, null)).toBeNull();
    }
  });

  it('answers exactly when every pair of numbers that the two may be agrees', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(...orders), span, (left, op, right) => {
        const answers = new Set(numbersIn(left).flatMap((a) => numbersIn(right).map((b) => holds[op](a, b))));
        const [only] = answers;
        expect(compareIntervals(left, op, right)).toBe(answers.size === 1 ? only : null);
      }),
    );
  });

  it('does not count on numbers that a computer rounds', () => {
    expect(intervalOf(0, Number.MAX_SAFE_INTEGER)).toEqual({ least: 0, most: Number.MAX_SAFE_INTEGER });
    expect(intervalOf(0, Number.MAX_SAFE_INTEGER + 1)).toBeNull();
    expect(intervalOf(Number.NaN, 1)).toBeNull();
  });
});
