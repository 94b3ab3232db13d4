import { describe, expect, it } from '@jest/globals';

import { distanceTo, slipsBetween } from './word-distance.ts';

describe('slips of the pen', () => {
  it.each([
    ['kasoma', 'kasoma', 0],
    ['kasomba', 'kasoma', 1],
    ['kasma', 'kasoma', 1],
    ['naomy', 'naomi', 1],
    ['noami', 'naomi', 1],
    ['አበበ', 'አበባ', 1],
    ['banda', 'bnadaa', 2],
    ['', 'abc', 3],
  ])('between %s and %s are %i', (one, other, slips) => {
    expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([slips, slips]);
  });

  it('count less when the word is only begun', () => {
    expect([distanceTo('kas', 'kasoma'), distanceTo('kasoma', 'kas')]).toEqual([0.5, 3]);
  });
});
