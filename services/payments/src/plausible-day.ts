import type { PlainDate } from '@janela/contracts';

import { DayInFuture, DayLongAgo } from './payments.errors.ts';

/** Refuses a day that has not come in the country, or of so long ago that it is a slip of the pen. */
export function mustBePlausible(today: PlainDate, day: string, oldestYears: number): void {
  if (day > today) throw new DayInFuture(`Today is ${today}`);
  if (day < yearsBefore(today, oldestYears)) throw new DayLongAgo(`It is more than ${oldestYears} years ago`);
}

/** The same day so many years ago; 29 February, where there was none, sorts before 1 March all the same. */
export function yearsBefore(today: PlainDate, years: number): string {
  return `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;
}
