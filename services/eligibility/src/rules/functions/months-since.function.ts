import { partsOf } from '@janela/kernel';
import type { PlainDate } from '@janela/kernel';

import { intervalOf } from '../values/interval.ts';
import { defineFunction } from './define-function.ts';

/** Completed months from a date to the day of evaluation; below zero for a date that is still to come. */
export const monthsSince = defineFunction({
  code: 'monthsSince',
  resultOf: ([date]) => (date === 'date' ? 'int' : undefined),
  run: ([date], asOf) => (date ? intervalOf(monthsFrom(date.most, asOf), monthsFrom(date.least, asOf)) : null),
  cel: ([date]) =>
    `(as_of.getFullYear() - ${date}.getFullYear()) * 12 + as_of.getMonth() - ${date}.getMonth()` +
    ` - (as_of.getDate() < ${date}.getDate() ? 1 : 0)`,
});

/** A date is compared as the number YYYYMMDD, which keeps the order of dates. */
function monthsFrom(date: number, asOf: PlainDate): number {
  const to = partsOf(asOf);
  const months = (to.year - Math.floor(date / 10_000)) * 12 + to.month - (Math.floor(date / 100) % 100);
  return to.day < date % 100 ? months - 1 : months;
}
