import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { InvariantError } from './invariant.ts';
import {
  addMoney,
  allocate,
  compareMoney,
  minorFromJson,
  minorToJson,
  money,
  moneyFromJson,
  moneyToJson,
} from './money.ts';
import { subtractMoney, sumMoney } from './money.ts';

const kwacha = (minor: bigint | number) => money(BigInt(minor), 'ZMW');
const anyAmount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe('computing with money', () => {
  it('adds, subtracts and compares amounts of one currency', () => {
    expect(addMoney(kwacha(40_000), kwacha(1))).toEqual(kwacha(40_001));
    expect(subtractMoney(kwacha(1), kwacha(40_000))).toEqual(kwacha(-39_999));
    expect([
      compareMoney(kwacha(1), kwacha(2)),
      compareMoney(kwacha(2), kwacha(2)),
      compareMoney(kwacha(3), kwacha(2)),
    ]).toEqual([-1, 0, 1]);
  });

  it('takes the sum of nothing to be nothing', () => {
    expect(sumMoney('ZMW', [])).toEqual(kwacha(0));
  });

  it('never adds two currencies together', () => {
    const meticais = money(1n, 'MZN');
    for (const mix of [addMoney, subtractMoney, compareMoney])
      expect(() => mix(kwacha(1), meticais)).toThrow(expect.objectContaining({ code: 'currency_differs' }));
    expect(() => sumMoney('ZMW', [meticais])).toThrow(expect.objectContaining({ code: 'currency_differs' }));
  });

  it('undoes an addition by a subtraction, at any size', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => {
        expect(subtractMoney(addMoney(kwacha(a), kwacha(b)), kwacha(b))).toEqual(kwacha(a));
      }),
    );
  });
});

describe('money at the border of JSON', () => {
  it('carries every safe integer there and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        expect(minorToJson(minorFromJson(minor))).toBe(minor);
        expect(moneyToJson(moneyFromJson({ amountMinor: minor, currency: 'ZMW' }))).toEqual({
          amountMinor: minor,
          currency: 'ZMW',
        });
      }),
    );
  });

  it('takes the largest safe amount and refuses the next', () => {
    expect(minorToJson(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(minorToJson(-(2n ** 53n - 1n))).toBe(Number.MIN_SAFE_INTEGER);
    for (const unsafe of [2n ** 53n, -(2n ** 53n), 10n ** 400n])
      expect(() => minorToJson(unsafe)).toThrow(expect.objectContaining({ code: 'amount_unsafe' }));
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p, which may have been rounded', (minor) => {
    expect(() => minorFromJson(minor)).toThrow(expect.objectContaining({ code: 'amount_unsafe' }));
  });

  it('refuses a currency that is not in use', () => {
    expect(() => moneyFromJson({ amountMinor: 1, currency: 'ZMK' })).toThrow(
      expect.objectContaining({ code: 'currency_unknown' }),
    );
  });
});

/** The parts always make the whole, and each is less than one minor unit from its exact share. */
function testAllocate(total: bigint, weights: readonly (number | bigint)[]): bigint[] {
  const parts = allocate(kwacha(total), weights).map(({ amountMinor }) => amountMinor);
  const whole = weights.reduce<bigint>((sum, weight) => sum + BigInt(weight), 0n);
  expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
  parts.forEach((part, index) => {
    const distance = part * whole - total * BigInt(weights[index] ?? 0);
    expect(distance < whole && distance > -whole).toBe(true);
  });
  return parts;
}

describe('sharing an amount out', () => {
  it('gives what rounding leaves to the largest remainders, the first of equals first', () => {
    expect(testAllocate(100n, [1, 1, 1])).toEqual([34n, 33n, 33n]);
    expect(testAllocate(5n, [3, 7])).toEqual([2n, 3n]);
    expect(testAllocate(10n, [1, 2, 4])).toEqual([1n, 3n, 6n]);
  });

  it('gives nothing to a weight of nothing', () => {
    expect(testAllocate(7n, [0, 1, 0, 1])).toEqual([0n, 4n, 0n, 3n]);
  });

  it('shares out a debt like a credit', () => {
    expect(testAllocate(-100n, [1, 1, 1])).toEqual([-34n, -33n, -33n]);
  });

  it('loses nothing, whatever the amount and the weights', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        anyAmount,
        weights.filter((all) => all.some((weight) => weight > 0n)),
        (total, those) => {
          const parts = testAllocate(total, those);
          those.forEach((weight, index) => expect(weight > 0n || parts[index] === 0n).toBe(true));
        },
      ),
    );
  });

  it.each([[[]], [[0, 0]], [[1, -1]]])('takes weights of %p for a bug', (weights) => {
    expect(() => allocate(kwacha(1), weights)).toThrow(InvariantError);
  });
});
