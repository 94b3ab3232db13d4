import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  addDays,
  addMonths,
  compareDates,
  dateIn,
  daysBetween,
  isPlainDate,
  partsOf,
  plainDate,
  plainDateOf,
  weekdayOf,
} from './plain-date.ts';

const anyDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((instant) => plainDate(instant.toISOString().slice(0, 10)));

describe('dates', () => {
  it.each(['2026-01-31', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s for a day', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(plainDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '02.05.2004',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('refuses %p', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(expect.objectContaining({ code: 'date_malformed' }));
  });

  it('knows exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const instant = new Date(`${text}T00:00:00Z`);
        expect(isPlainDate(text)).toBe(!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text));
      }),
    );
  });

  it('puts a day together from its parts, or refuses', () => {
    expect(plainDateOf(26, 2, 3)).toBe('0026-02-03');
    expect(() => plainDateOf(2026, 2, 29)).toThrow(expect.objectContaining({ code: 'date_malformed' }));
    expect(partsOf('2026-11-20')).toEqual({ year: 2026, month: 11, day: 20 });
  });

  it('counts days across months, years and centuries', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('1900-01-01', '2000-01-01')).toBe(36_524);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        fc.pre(daysBetween('0001-01-01', date) + days >= 0 && daysBetween(date, '9999-12-31') - days >= 0);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('goes to the last day of a month that has no such day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 14)).toBe('2028-01-30');
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28');
    expect(addMonths('2026-05-15', 0)).toBe('2026-05-15');
  });

  it('stays in the month that it was sent to', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const { year, month } = partsOf(date);
        const target = year * 12 + month - 1 + months;
        fc.pre(target >= 12 && target < 10_000 * 12);
        const there = partsOf(addMonths(date, months));
        expect(there.year * 12 + there.month - 1).toBe(target);
        expect(there.day).toBeLessThanOrEqual(partsOf(date).day);
      }),
    );
  });

  it('ends with the years of four digits', () => {
    for (const beyond of [
      () => addDays('9999-12-31', 1),
      () => addDays('0001-01-01', -1),
      () => addMonths('9999-12-01', 1),
    ])
      expect(beyond).toThrow(expect.objectContaining({ code: 'date_out_of_range' }));
  });

  it('orders days as text does', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(daysBetween(b, a)));
      }),
    );
  });

  it('knows the day of the week, Monday being the first', () => {
    expect(weekdayOf('2026-11-16')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(weekdayOf('0001-01-01')).toBe(1);
  });

  it('is the day of the calendar in that zone', () => {
    const lateAtNight = new Date('2026-11-02T22:30:00Z');
    expect(dateIn('Africa/Lusaka', lateAtNight)).toBe('2026-11-03');
    expect(dateIn('UTC', lateAtNight)).toBe('2026-11-02');
    expect(dateIn('America/New_York', lateAtNight)).toBe('2026-11-02');
  });
});
