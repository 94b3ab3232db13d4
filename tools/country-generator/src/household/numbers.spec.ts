import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { numberIn, phoneNumber, shuffled } from './numbers.ts';

describe('Numbers of people', () => {
  it('never gives two people the same place in a shuffle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (size, offset) => {
        const places = new Set(Array.from({ length: size }, (_, value) => shuffled(value, size, offset)));

        expect(places.size).toBe(size);
        expect(Math.max(...places)).toBe(size - 1);
      }),
    );
  });

  it('puts neighbours where no one would guess', () => {
    const steps = Array.from(
      { length: 200 },
      (_, value) => shuffled(value + 1, 100_000_000, 7) - shuffled(value, 100_000_000, 7),
    );

    expect(new Set(steps).size).toBe(200);
  });

  it('writes a registration number in its form', () => {
    const numbers = Array.from({ length: 1000 }, (_, ordinal) => numberIn('######/##/1', ordinal, 4711));

    for (const number of numbers) expect(number).toMatch(/^\d{6}\/\d{2}\/1$/);
    expect(new Set(numbers).size).toBe(1000);
  });

  it('gives a phone number only an ending it was allowed', () => {
    const form = { beginnings: ['+26097', '+26096'], digits: 7 };
    const numbers = Array.from({ length: 1000 }, (_, ordinal) => phoneNumber(form, ['10', '11', '99'], ordinal, 5));

    for (const number of numbers) expect(number).toMatch(/^\+2609[67]\d{5}(10|11|99)$/);
    expect(new Set(numbers).size).toBe(1000);
  });
});
