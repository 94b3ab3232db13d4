import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { allOf, anyOf, notOf, type Truth } from './truth.ts';

const table: [Truth, Truth, Truth, Truth][] = [
  [true, true, true, true],
  [true, null, null, true],
  [true, false, false, true],
  [null, true, null, true],
  [null, null, null, null],
  [null, false, false, null],
  [false, true, false, true],
  [false, null, false, null],
  [false, false, false, false],
];
const truth = fc.constantFrom<Truth>(true, false, null);

describe('what is known of several answers', () => {
  it.each(table)('%s and %s is %s, their "or" is %s', (a, b, both, either) => {
    expect(allOf([a, b])).toBe(both);
    expect(anyOf([a, b])).toBe(either);
  });

  it.each<[Truth, Truth]>([
    [true, false],
    [false, true],
    [null, null],
  ])('not %s is %s', (a, negated) => {
    expect(notOf(a)).toBe(negated);
  });

  it('calls no answers at all met when all are asked for, and not met when any is', () => {
    expect(allOf([])).toBe(true);
    expect(anyOf([])).toBe(false);
  });

  it('makes "any" of "all" by negation, whatever is known', () => {
    fc.assert(
      fc.property(fc.array(truth), (truths) => {
        expect(notOf(allOf(truths))).toBe(anyOf(truths.map(notOf)));
      }),
    );
  });

  it('never changes a known answer when something unknown becomes known', () => {
    fc.assert(
      fc.property(fc.array(truth), fc.nat(), fc.boolean(), (truths, at, found) => {
        const learnt = truths.map((each, index) => (index === at % truths.length && each === null ? found : each));
        for (const combine of [allOf, anyOf]) {
          const before = combine(truths);
          expect(before === null || combine(learnt) === before).toBe(true);
        }
      }),
    );
  });
});
