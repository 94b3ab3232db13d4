import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ageAt, ageInMonthsAt, ageRangeAt, hasReachedAge, reachesAgeOn } from './age.ts';
import type { DatePrecision } from './age.ts';
import { addDays, partsOf, plainDateOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

const anyDate = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1920-01-01', days));
const anyPrecision = fc.constantFrom<DatePrecision>('day', 'month', 'year');

/** A birth date as it is stored when only so much is known. */
function asKnown(bornOn: PlainDate, precision: DatePrecision): PlainDate {
  const { year, month, day } = partsOf(bornOn);
  return plainDateOf(year, precision === 'year' ? 1 : month, precision === 'day' ? day : 1);
}

describe('ages', () => {
  it('turns on the birthday, not the day before', () => {
    expect(ageAt('1961-11-20', '2026-11-19')).toBe(64);
    expect(ageAt('1961-11-20', '2026-11-20')).toBe(65);
    expect(ageAt('1961-11-20', '2026-11-21')).toBe(65);
  });

  it('turns on 1 March for who was born on 29 February, except in a leap year', () => {
    expect([ageAt('2008-02-29', '2026-02-28'), ageAt('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
    expect([ageAt('2008-02-29', '2028-02-28'), ageAt('2008-02-29', '2028-02-29')]).toEqual([19, 20]);
    expect([reachesAgeOn(18, '2008-02-29'), reachesAgeOn(20, '2008-02-29')]).toEqual(['2026-03-01', '2028-02-29']);
  });

  it('counts the months of an infant', () => {
    expect(ageInMonthsAt('2026-01-31', '2026-02-28')).toBe(0);
    expect(ageInMonthsAt('2026-01-31', '2026-03-01')).toBe(1);
    expect([ageInMonthsAt('2024-11-20', '2026-11-19'), ageInMonthsAt('2024-11-20', '2026-11-20')]).toEqual([23, 24]);
    expect(ageInMonthsAt('2026-11-20', '2026-11-20')).toBe(0);
  });

  it('has no age before the birth', () => {
    for (const early of [() => ageAt('2026-11-20', '2026-11-19'), () => ageRangeAt('2027-01-01', 'year', '2026-11-20')])
      expect(early).toThrow(expect.objectContaining({ code: 'not_born_yet' }));
  });

  it('reaches an age on the first day on which it has it', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 100 }), (bornOn, years) => {
        const birthday = reachesAgeOn(years, bornOn);
        expect(ageAt(bornOn, birthday)).toBe(years);
        expect(ageAt(bornOn, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});

describe('ages of which only the month or the year of birth is known', () => {
  it('is one of two ages between the first and the last possible birthday', () => {
    expect(ageRangeAt('1961-01-01', 'year', '2026-01-01')).toEqual({ atLeast: 64, atMost: 65 });
    expect(ageRangeAt('1961-01-01', 'year', '2026-12-30')).toEqual({ atLeast: 64, atMost: 65 });
    expect(ageRangeAt('1961-01-01', 'year', '2026-12-31')).toEqual({ atLeast: 65, atMost: 65 });
    expect(ageRangeAt('1961-11-01', 'month', '2026-10-31')).toEqual({ atLeast: 64, atMost: 64 });
    expect(ageRangeAt('1961-11-01', 'month', '2026-11-29')).toEqual({ atLeast: 64, atMost: 65 });
    expect(ageRangeAt('1961-11-01', 'month', '2026-11-30')).toEqual({ atLeast: 65, atMost: 65 });
    expect(ageRangeAt('1961-11-20', 'day', '2026-11-20')).toEqual({ atLeast: 65, atMost: 65 });
  });

  it('does not make a person younger than just born', () => {
    expect(ageRangeAt('2026-01-01', 'year', '2026-11-20')).toEqual({ atLeast: 0, atMost: 0 });
  });

  it('is not known to have reached an age in the year in which it may', () => {
    expect(hasReachedAge(65, '1961-01-01', 'year', '2025-12-31')).toBe(false);
    expect(hasReachedAge(65, '1961-01-01', 'year', '2026-01-01')).toBeNull();
    expect(hasReachedAge(65, '1961-01-01', 'year', '2026-12-31')).toBe(true);
    expect(hasReachedAge(65, '1961-11-20', 'day', '2026-11-19')).toBe(false);
    expect(hasReachedAge(65, '1961-11-20', 'day', '2026-11-20')).toBe(true);
    expect(hasReachedAge(0, '2027-01-01', 'year', '2026-11-20')).toBe(false);
  });

  it('never excludes the true age, and never claims an age that is not certain', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyPrecision, fc.nat(100), (bornOn, on, precision, years) => {
        fc.pre(on >= bornOn);
        const known = asKnown(bornOn, precision);
        const age = ageAt(bornOn, on);
        const { atLeast, atMost } = ageRangeAt(known, precision, on);
        expect(atLeast <= age && age <= atMost && atMost - atLeast <= 1).toBe(true);
        expect([null, age >= years]).toContain(hasReachedAge(years, known, precision, on));
      }),
    );
  });
});
