import { describe, expect, it } from '@jest/globals';

import { type Language, languages, locales } from '../language/words.ts';
import { minorOf } from './amount.ts';

describe('a typed amount', () => {
  it.each<[Language, string, number]>([
    ['en', '200000', 20_000_000],
    ['en', '200,000.5', 20_000_050],
    ['en', ' 1 200.05 ', 120_005],
    ['en', '0', 0],
    ['en', '0.01', 1],
    ['en', '1,500', 150_000],
    ['pt', '4750,00', 475_000],
    ['pt', '246 800,00', 24_680_000],
    ['pt', '246\u00a0800,00', 24_680_000],
    ['pt', '1,5', 150],
    ['fr', '246\u202f800,00', 24_680_000],
    ['fr', '246 800', 24_680_000],
    ['fr', '0,01', 1],
  ])('in %s of %j is %i in minor units', (language, typed, minor) => {
    expect(minorOf(typed, language)).toBe(minor);
  });

  it.each<[Language, string]>([
    ['en', ''],
    ['en', '-1'],
    ['en', '1.005'],
    ['en', 'ten'],
    ['en', '1.'],
    ['en', '12345678901234'],
    ['en', '1e5'],
    ['en', '2,00,0'],
    ['en', '1,0'],
    ['en', ',100'],
    ['en', '1,000,00'],
    ['en', '1000,000'],
    ['en', '1 2'],
    ['en', '1,000.0,5'],
    ['en', '4750,00'],
    ['en', '1.000.000'],
    ['pt', '1,500'],
    ['pt', '1.500'],
    ['pt', '1.50'],
    ['pt', '1.500,00'],
    ['pt', '1,0,0'],
    ['fr', '1,500'],
    ['fr', '2000.50'],
    ['fr', '2,'],
    ['fr', ',5'],
  ])('in %s of %j is none', (language, typed) => {
    expect(minorOf(typed, language)).toBeUndefined();
  });

  it.each(languages)('in %s is read as the window writes it', (language) => {
    const format = new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2 });
    for (const minor of [1, 99_95, 475_000, 24_680_000, 123_456_789_01])
      expect(minorOf(format.format(minor / 100), language)).toBe(minor);
  });
});
