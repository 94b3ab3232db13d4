export { currencies, isCurrency, minorUnits } from './currency.ts';
export type { Currency } from './currency.ts';
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
export { defineStates, ForbiddenTransition } from './states.ts';
export type { States, StatesOptions } from './states.ts';
