import { describe, expect, it } from '@jest/globals';

import { dateNumber } from '../language/scope.ts';
import { monthsSince } from './months-since.function.ts';

const since = (from: string, to: `${number}-${number}-${number}`) => monthsSince.run([dateNumber(from)], to)?.least;

describe('months since a date', () => {
  it.each([
    ['the day before six months are complete', '2026-05-21', 5],
    ['on the day on which they are', '2026-05-20', 6],
    ['on the day after', '2026-05-19', 6],
  ] as const)('%s', (_, from, months) => {
    expect(since(from, '2026-11-20')).toBe(months);
  });

  it('are not complete at the end of a shorter month', () => {
    expect(since('2026-01-31', '2026-02-28')).toBe(0);
    expect(since('2026-01-31', '2026-03-01')).toBe(1);
  });

  it('are below nothing for a date to come', () => {
    expect(since('2026-12-20', '2026-11-20')).toBe(-1);
  });

  it('lie between two numbers where the date does', () => {
    const year = { least: 20160101, most: 20161231 };
    expect(monthsSince.run([year], '2026-11-20')).toEqual({ least: 118, most: 130 });
    expect(monthsSince.run([null], '2026-11-20')).toBeNull();
  });

  it('are asked of dates only', () => {
    expect(monthsSince.resultOf(['date'])).toBe('int');
    expect(monthsSince.resultOf(['int'])).toBeUndefined();
  });
});
