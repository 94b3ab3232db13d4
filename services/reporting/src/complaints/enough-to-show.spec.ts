import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { enoughToShow } from './enough-to-show.ts';

const rows = (...counts: number[]) => counts.map((filed) => ({ filed }));

describe('the categories of complaints that are shown', () => {
  it.each([
    ['those with as many as the minimum cell, or more', [10, 11], [10, 11]],
    ['not the next smallest either, by which a single complaint could be computed', [1, 10, 30], [30]],
    ['all others where those left out are enough together', [9, 1, 10], [10]],
    ['none where all are small', [9, 9], []],
    ['none where only one is small and only one is not', [9, 10], []],
    ['none where there are none', [], []],
  ])('are %s', (_, counts, expected) => {
    expect(enoughToShow(rows(...counts), 10)).toEqual(rows(...expected));
  });

  it('never show fewer than the minimum cell, nor by what is missing from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (counts) => {
        const shown = enoughToShow(rows(...counts), 10).map(({ filed }) => filed);
        const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
        const missing = sum(counts) - sum(shown);
        for (const filed of shown) expect(filed).toBeGreaterThanOrEqual(10);
        if (shown.length > 0) expect(missing === 0 || missing >= 10).toBe(true);
      }),
    );
  });
});
