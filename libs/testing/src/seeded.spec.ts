import { describe, expect, it } from '@jest/globals';

import { randomOf } from './seeded.ts';

describe('chance that can be repeated', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const numbers = (seed: number) => {
      const random = randomOf(seed);
      return Array.from({ length: 100 }, () => random.next());
    };
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  it('spreads evenly, and reaches both ends of a range', () => {
    const random = randomOf(1);
    const counts = new Map<number, number>();
    for (let at = 0; at < 6000; at += 1) {
      const face = random.between(1, 6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('picks nothing from nothing', () => {
    expect(() => randomOf(1).pick([])).toThrow('nothing to pick from');
  });
});
