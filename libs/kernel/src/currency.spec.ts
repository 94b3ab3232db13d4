import { describe, expect, it } from '@jest/globals';

import { currencies, isCurrency, minorUnits } from './currency.ts';
import { InvalidValue } from './invalid-value.ts';

describe('currencies', () => {
  it.each([
    ['ZMW', 2],
    ['MZN', 2],
    ['UGX', 0],
    ['JPY', 0],
    ['XOF', 0],
    ['TND', 3],
    ['BHD', 3],
    ['UYW', 4],
  ])('knows that %s has %i decimals', (currency, units) => {
    expect(minorUnits(currency)).toBe(units);
  });

  it.each(['ZMK', 'XAU', 'zmw', 'ZM', '', 'toString'])('refuses %p, in which no payment can be made', (currency) => {
    expect(isCurrency(currency)).toBe(false);
    expect(() => minorUnits(currency)).toThrow(InvalidValue);
  });

  it('lists each currency once', () => {
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});
