import { daysBetween } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

/** Days from the first to the last, both of them in it; without `to`, for ever. */
export interface DateRange {
  readonly from: PlainDate;
  readonly to?: PlainDate | undefined;
}

/** Returns whether a day lies in the range. */
export function rangeContains({ from, to }: DateRange, date: PlainDate): boolean {
  return date >= from && (to === undefined || date <= to);
}

/** The days that two ranges share, or nothing. */
export function intersect(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = earlier(a.to, b.to);
  if (to === undefined) return { from };
  return from <= to ? { from, to } : undefined;
}

/** Returns whether two ranges share a day. */
export function overlap(a: DateRange, b: DateRange): boolean {
  return intersect(a, b) !== undefined;
}

/** Returns how many days are in a range: 1 when it starts and ends on one day, `Infinity` without an end. */
export function daysIn({ from, to }: DateRange): number {
  return to === undefined ? Infinity : Math.max(0, daysBetween(from, to) + 1);
}

function earlier(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
