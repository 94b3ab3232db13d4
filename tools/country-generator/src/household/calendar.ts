/**
 * Days counted from 1970-01-01. The command runs without a build, so it cannot lean on the kernel's dates; whole numbers also
 * keep a million birthdays quick.
 */
export type Day = number;

/** The mean length of a year, good enough to place a birth some years before another day. */
export const yearDays = 365.25;

/** The day of `YYYY-MM-DD`. Throws where there is no such day. */
export function dayOf(text: string): Day {
  const day = Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day) || textOf(day) !== text)
    throw new RangeError(`"${text}" is not a date (YYYY-MM-DD).`);
  return day;
}

/** `YYYY-MM-DD`. */
export function textOf(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Completed years from a birth to a day. */
export function ageOn(born: Day, on: Day): number {
  const [from, to] = [new Date(born * 86_400_000), new Date(on * 86_400_000)];
  const birthdayIsAhead =
    to.getUTCMonth() < from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate());
  return to.getUTCFullYear() - from.getUTCFullYear() - (birthdayIsAhead ? 1 : 0);
}
