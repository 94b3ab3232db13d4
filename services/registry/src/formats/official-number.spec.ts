import { describe, expect, it } from '@jest/globals';

import { readOfficialNumber } from './official-number.ts';

const nrc = '^[0-9]{6}/[0-9]{2}/[1-3]$';
const birth = '^[A-Z0-9/-]{4,20}$';
const passport = '^[A-Z]{2}[0-9]{6,7}$';

describe('an official number', () => {
  it.each([
    ['759909/52/1', nrc, '759909/52/1'],
    ['759909521', nrc, '759909/52/1'],
    ['759909 52 1', nrc, '759909/52/1'],
    [' 759909-52-1 ', nrc, '759909/52/1'],
    ['759909/ 52 / 1', nrc, '759909/52/1'],
    ['７５９９０９/52/1', nrc, '759909/52/1'],
    ['zn123456', passport, 'ZN123456'],
    ['ZN 123 4567', passport, 'ZN1234567'],
    ['lua/2016/00412', birth, 'LUA/2016/00412'],
    ['LUA 2016 00412', birth, 'LUA201600412'],
  ])('that is written %j is kept as its kind is written', (typed, pattern, kept) => {
    expect(readOfficialNumber(typed, pattern)).toBe(kept);
  });

  it.each([
    ['759909524', nrc],
    ['75990952', nrc],
    ['7599095211', nrc],
    ['+759909521', nrc],
    ['7.59909E+8', nrc],
    ['-', birth],
    ['Z1234567', passport],
  ])('is not %j for %s', (typed, pattern) => {
    expect(readOfficialNumber(typed, pattern)).toBeUndefined();
  });
});
