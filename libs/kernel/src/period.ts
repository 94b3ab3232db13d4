import { rangeContains } from './date-range.ts';
import type { DateRange } from './date-range.ts';
import { InvalidValue } from './invalid-value.ts';
import { addDays, addMonths, isPlainDate, partsOf, plainDate } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

/** What a payment is for, named by its first month, `YYYY-MM`. How many months it lasts is said beside it. */
export type Period = `${number}-${number}`;

/** Returns whether the text names a real month. */
export function isPeriod(text: string): text is Period {
  return text.length === 7 && isPlainDate(`${text}-01`);
}

/** Reads a period, or throws `InvalidValue`. */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new InvalidValue('period_malformed', `"${text.slice(0, 40)}" is not a period (YYYY-MM).`);
  return text;
}

/**
 * The period of so many months that a day falls in, where the first period of a year starts in January: with 2 months,
 * 2026-12-05 is in 2026-11. `months` divides the year: 1, 2, 3, 4, 6 or 12.
 */
export function periodOf(date: PlainDate, months: number): Period {
  const { year, month } = partsOf(date);
  return monthOf(year, month - ((month - 1) % months));
}

/** Returns whether a period of so many months may start here: 2026-11 may with 2 months, 2026-12 may not. */
export function startsPeriod(first: Period, months: number): boolean {
  return periodOf(firstDay(first), months) === first;
}

/** The days of a period that lasts so many months. */
export function daysOf(first: Period, months: number): DateRange {
  return { from: firstDay(first), to: addDays(addMonths(firstDay(first), months), -1) };
}

/** Returns whether a day falls in the period that lasts so many months. */
export function periodContains(first: Period, months: number, date: PlainDate): boolean {
  return rangeContains(daysOf(first, months), date);
}

/** The period that follows one of so many months. */
export function nextPeriod(first: Period, months: number): Period {
  return monthAt(addMonths(firstDay(first), months));
}

/** The period before, when each lasts so many months. */
export function previousPeriod(first: Period, months: number): Period {
  return nextPeriod(first, -months);
}

function firstDay(first: Period): PlainDate {
  return plainDate(`${period(first)}-01`);
}

function monthAt(date: PlainDate): Period {
  const { year, month } = partsOf(date);
  return monthOf(year, month);
}

function monthOf(year: number, month: number): Period {
  return period(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);
}
