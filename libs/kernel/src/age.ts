import { InvalidValue } from './invalid-value.ts';
import { addDays, addMonths, compareDates, partsOf, plainDateOf } from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';

/** How much of a birth date is known; what is not known stands as 01 in the date. */
export type DatePrecision = 'day' | 'month' | 'year';

/** The youngest and the oldest that a person can be, in completed years. */
export interface AgeRange {
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * Completed years on a day. Who was born on 29 February becomes a year older on 1 March where the year has no such day.
 * Throws `InvalidValue` for a day before the birth.
 */
export function ageAt(bornOn: PlainDate, on: PlainDate): number {
  return Math.floor(ageInMonthsAt(bornOn, on) / 12);
}

/** Completed months on a day, for rules about infants. Throws `InvalidValue` for a day before the birth. */
export function ageInMonthsAt(bornOn: PlainDate, on: PlainDate): number {
  if (on < bornOn) throw new InvalidValue('not_born_yet', `Who was born on ${bornOn} has no age on ${on}.`);
  const [born, then] = [partsOf(bornOn), partsOf(on)];
  const months = (then.year - born.year) * 12 + then.month - born.month;
  return then.day < born.day ? months - 1 : months;
}

/**
 * Returns the ages that a person can have on a day when only the month or the year of birth is known. Both are equal away from a
 * birthday. Throws `InvalidValue` when even the earliest possible birth lies after that day.
 */
export function ageRangeAt(bornOn: PlainDate, precision: DatePrecision, on: PlainDate): AgeRange {
  const { first, last } = possibleBirths(bornOn, precision);
  const youngest = compareDates(last, on) > 0 ? on : last;
  return { atLeast: ageAt(youngest, on), atMost: ageAt(first, on) };
}

/**
 * Returns whether a person has completed so many years by a day: true, false, or `null` while the birth date is not known well
 * enough. A person who is not born yet has reached no age.
 */
export function hasReachedAge(
  years: number,
  bornOn: PlainDate,
  precision: DatePrecision,
  on: PlainDate,
): boolean | null {
  const { first, last } = possibleBirths(bornOn, precision);
  if (reachesAgeOn(years, last) <= on) return true;
  return reachesAgeOn(years, first) <= on ? null : false;
}

/** Returns the day on which a person completes so many years. */
export function reachesAgeOn(years: number, bornOn: PlainDate): PlainDate {
  const birthday = addMonths(bornOn, years * 12);
  return partsOf(birthday).day < partsOf(bornOn).day ? addDays(birthday, 1) : birthday;
}

/** The first and the last day on which the birth can have been. */
function possibleBirths(bornOn: PlainDate, precision: DatePrecision): { first: PlainDate; last: PlainDate } {
  const { year, month } = partsOf(bornOn);
  switch (precision) {
    case 'day':
      return { first: bornOn, last: bornOn };
    case 'month': {
      const first = plainDateOf(year, month, 1);
      return { first, last: addDays(addMonths(first, 1), -1) };
    }
    case 'year':
      return { first: plainDateOf(year, 1, 1), last: plainDateOf(year, 12, 31) };
  }
}
