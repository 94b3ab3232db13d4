import { describe, expect, it } from '@jest/globals';

import { randomAt } from '@janela/random';

import { loadCountry } from '../country/load-country.ts';
import { drawAge, pyramidOf } from './pyramid.ts';

const { denominators } = loadCountry('zambia');
const pyramid = pyramidOf(denominators, 'ZM', 2025);

describe('The age pyramid', () => {
  it('holds everybody up to 104, spread evenly within five-year groups', () => {
    const women = pyramid.female.reduce((sum, count) => sum + count, 0);

    expect(women / 10_695_752).toBeCloseTo(1, 4);
    expect(pyramid.male[30]).toBe(pyramid.male[34]);
    expect(pyramid.female[0]).toBeGreaterThan(pyramid.female[64] ?? 0);
  });

  it('gives ages between the two that were asked for, both included', () => {
    const random = randomAt(1);
    const ages = Array.from({ length: 2000 }, () => drawAge({ pyramid, random }, 'male', 62, 66));

    expect(new Set(ages)).toEqual(new Set([62, 63, 64, 65, 66]));
  });

  it('gives young ages more often than old ones, as the country has them', () => {
    const random = randomAt(2);
    const ages = Array.from({ length: 20_000 }, () => drawAge({ pyramid, random }, 'female', 0, 104));
    const share = (from: number, to: number): number =>
      ages.filter((age) => age >= from && age <= to).length / ages.length;

    expect(Math.abs(share(0, 14) - 0.417)).toBeLessThan(0.02);
    expect(Math.abs(share(65, 104) - 0.027)).toBeLessThan(0.006);
  });

  it('refuses a year for which there is no pyramid', () => {
    expect(() => pyramidOf(denominators, 'ZM', 1999)).toThrow('There is no population by sex and age of ZM in 1999.');
    expect(() => pyramidOf(denominators, 'ZM104', 2025)).toThrow(RangeError);
  });
});
