export { ageAt, ageInMonthsAt, ageRangeAt, hasReachedAge, reachesAgeOn } from './age.ts';
export type { AgeRange, DatePrecision } from './age.ts';
export {
  anyAreaContains,
  areaAtLevel,
  areaCode,
  areaContains,
  areaCountry,
  areaLevel,
  areaParent,
  areaPath,
  everywhere,
  isAreaCode,
} from './area-code.ts';
export type { AreaCode } from './area-code.ts';
export { backOff } from './back-off.ts';
export { checkDigit, hasValidCheckDigit } from './check-digit.ts';
export { currencies, isCurrency, minorUnits } from './currency.ts';
export type { Currency } from './currency.ts';
export { daysIn, intersect, overlap, rangeContains } from './date-range.ts';
export type { DateRange } from './date-range.ts';
export { formatHouseholdNumber, parseHouseholdNumber } from './household-number.ts';
export type { HouseholdNumber } from './household-number.ts';
export { InvalidValue } from './invalid-value.ts';
export type { InvalidValueCode } from './invalid-value.ts';
export { invariant, InvariantError } from './invariant.ts';
export {
  addMoney,
  allocate,
  compareMoney,
  minorFromJson,
  minorToJson,
  money,
  moneyFromJson,
  moneyToJson,
  subtractMoney,
  sumMoney,
} from './money.ts';
export type { JsonMoney, Money } from './money.ts';
export { displayMoney, formatMoney, parseMoney } from './money-text.ts';
export {
  daysOf,
  isPeriod,
  nextPeriod,
  period,
  periodContains,
  periodOf,
  previousPeriod,
  startsPeriod,
} from './period.ts';
export type { Period } from './period.ts';
export {
  addDays,
  addMonths,
  compareDates,
  dateIn,
  daysBetween,
  daysInMonth,
  isPlainDate,
  partsOf,
  plainDate,
  plainDateOf,
  weekdayOf,
} from './plain-date.ts';
export type { PlainDate } from './plain-date.ts';
export { referenceKey } from './reference-key.ts';
export { defineStates, ForbiddenTransition } from './states.ts';
export type { States, StatesOptions } from './states.ts';
export { formatTrackingNumber, parseTrackingNumber, trackingNumberCount } from './tracking-number.ts';
