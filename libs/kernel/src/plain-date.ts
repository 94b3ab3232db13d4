import { InvalidValue } from './invalid-value.ts';

/** A day of the calendar without a time or a zone, `YYYY-MM-DD`, from 0001-01-01 to 9999-12-31. Comparable as text. */
export type PlainDate = `${number}-${number}-${number}`;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Returns whether the text is a real day: `2028-02-29` is, `2026-02-29` and `2026-2-1` are not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!datePattern.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads a date, or throws `InvalidValue`. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text))
    throw new InvalidValue('date_malformed', `"${text.slice(0, 40)}" is not a date (YYYY-MM-DD).`);
  return text;
}

/** The day of a year, a month from 1 and a day from 1, or throws `InvalidValue` when there is no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Year, month from 1 and day from 1 of a date. */
export function partsOf(date: string): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day that many days later; earlier when `days` is negative. Throws `InvalidValue` outside the years 1 to 9999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of a later month, or that month's last day where it has no such day: 31 January + 1 is 28 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const total = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  if (newYear < 1 || newYear > 9999) throw outOfRange();
  return plainDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from the first date to the second: 1 from today to tomorrow, negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Below zero, zero or above, as `a` is before, the same as or after `b`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Returns how many days a month has, months counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date that a clock on the wall shows in a time zone such as `Africa/Lusaka` at an instant. */
export function dateIn(timeZone: string, instant: Date): PlainDate {
  const [month = 0, day = 0, year = 0] = calendarIn(timeZone).format(instant).split('/').map(Number);
  return plainDateOf(year, month, day);
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and a file of a million people uses it often. */
function calendarIn(timeZone: string): Intl.DateTimeFormat {
  const made = calendars.get(timeZone);
  if (made) return made;
  const calendar = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  calendars.set(timeZone, calendar);
  return calendar;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01. Not through `Date.UTC`, which reads the years 0 to 99 as 1900 to 1999. */
function dayNumber(date: PlainDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

function fromDayNumber(days: number): PlainDate {
  const instant = new Date(days * 86_400_000);
  const year = instant.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw outOfRange();
  return plainDateOf(year, instant.getUTCMonth() + 1, instant.getUTCDate());
}

function outOfRange(): InvalidValue {
  return new InvalidValue('date_out_of_range', 'Dates reach from 0001-01-01 to 9999-12-31.');
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
