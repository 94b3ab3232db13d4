import { describe, expect, it } from '@jest/globals';

import { known, minorUnits, wholeNumbers } from './columns.ts';

describe('a row', () => {
  it('is answered without what is not known', () => {
    expect(known({ name: 'Chanda', bornOn: null, stars: 0, note: '' })).toEqual({ name: 'Chanda', stars: 0, note: '' });
  });

  it('keeps an amount exactly, however large', () => {
    const amount = 2n ** 62n + 1n;
    expect(minorUnits.from(minorUnits.to(amount))).toBe(amount);
    expect(minorUnits.to(0n)).toBe('0');
    expect([minorUnits.to(null), minorUnits.from(null)]).toEqual([null, null]);
  });

  it('keeps whole numbers, and the gaps between them', () => {
    expect(wholeNumbers.from(['7', null, '-3'])).toEqual([7, null, -3]);
  });
});
