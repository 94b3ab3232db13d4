import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ageGroupOf, areComplete, sdmxAge, shareWithin } from './age-group.ts';

describe('age groups', () => {
  it('are read with both ends, and written as SDMX writes them', () => {
    expect(['all', '0-17', '65+', '15-64'].map((text) => sdmxAge(ageGroupOf(text)))).toEqual([
      '_T',
      'Y0T17',
      'Y_GE65',
      'Y15T64',
    ]);
  });

  it('give the share of their years that is wanted', () => {
    const children = { from: 0, to: 17 };
    expect(
      ['0-4', '10-14', '15-19', '17-17', '18-22', '100+'].map((text) => shareWithin(ageGroupOf(text), children)),
    ).toEqual([...[1, 1, 0.6, 1, 0, 0]]);
    const older = { from: 65 };
    expect(
      ['60-64', '63-67', '65-69', '65+', '100+', '60+'].map((text) => shareWithin(ageGroupOf(text), older)),
    ).toEqual([...[0, 0.6, 1, 1, 1, 0]]);
  });

  it('share everybody out, whatever the limit between two parts', () => {
    const group = fc.tuple(fc.nat(90), fc.nat(20)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 110 }), (own, limit) => {
        const parts = shareWithin(own, { from: 0, to: limit - 1 }) + shareWithin(own, { from: limit });
        expect(parts).toBeCloseTo(1);
      }),
    );
  });

  it('are complete from birth to an open end, without a gap, in any order', () => {
    const complete = (...groups: string[]) => areComplete(groups.map(ageGroupOf));
    expect(complete('5-9', '10+', '0-4')).toBe(true);
    expect(complete('0-4', '5-9')).toBe(false);
    expect(complete('1-4', '5+')).toBe(false);
    expect(complete('0-4', '6+')).toBe(false);
    expect(complete('0-4', '4-9', '10+')).toBe(false);
    expect(complete('0-4', '5+', '10+')).toBe(false);
  });
});
