import { describe, expect, it } from '@jest/globals';

import { minorOf } from './amount.ts';

describe('a typed amount', () => {
  it.each([
    ['200000', 20_000_000],
    ['200,000.5', 20_000_050],
    [' 1 200.05 ', 120_005],
    ['0', 0],
    ['0.01', 1],
  ])('of %j is %i in minor units', (typed, minor) => {
    expect(minorOf(typed)).toBe(minor);
  });

  it.each([
    '',
    '-1',
    '1.005',
    'ten',
    '1.',
    '12345678901234',
    '1e5',
    '2,00,0',
    '1,0',
    ',100',
    '1,000,00',
    '1000,000',
    '1 2',
    '1,000.0,5',
  ])('of %j is none', (typed) => {
    expect(minorOf(typed)).toBeUndefined();
  });
});
