import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { randomAt } from './index.ts';

const drawn = (seed: number, ...place: number[]): number[] => {
  const random = randomAt(seed, ...place);
  return Array.from({ length: 8 }, () => random.next());
};

describe('Random', () => {
  it('draws the same for the same seed and place', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), (seed, place) => {
        expect(drawn(seed, place)).toEqual(drawn(seed, place));
      }),
    );
  });

  it('keeps to known numbers, so that a file made years ago can be made again', () => {
    expect(drawn(7, 0).map((value) => Math.floor(value * 1e6))).toEqual([
      4769, 10097, 490369, 356235, 109798, 51226, 667783, 701308,
    ]);
  });

  it('gives neighbouring places unrelated streams', () => {
    const starts = new Set(Array.from({ length: 100_000 }, (_, place) => randomAt(7, place).next()));

    expect(starts.size).toBeGreaterThan(99_990);
  });

  it('draws every whole number of a range about equally often', () => {
    const random = randomAt(1, 2);
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 50_000; draw += 1) {
      const place = random.between(3, 7) - 3;
      counts[place] = (counts[place] ?? 0) + 1;
    }

    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('draws keys as often as their weights say', () => {
    const random = randomAt(3);
    const draws = Array.from({ length: 20_000 }, () => random.weighted({ rare: 1, never: 0, often: 9 }));

    expect(draws.filter((key) => key === 'rare').length / draws.length).toBeCloseTo(0.1, 1);
    expect(draws).not.toContain('never');
  });

  it('spreads its normal numbers with deviation one around zero, within four', () => {
    const random = randomAt(4);
    const draws = Array.from({ length: 50_000 }, () => random.normal());
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
    const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;

    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    expect(Math.max(...draws.map(Math.abs))).toBeLessThan(4);
  });

  it('refuses to pick from nothing', () => {
    expect(() => randomAt(1).pick([])).toThrow(RangeError);
    expect(() => randomAt(1).weighted({ a: 0 })).toThrow(RangeError);
  });
});
