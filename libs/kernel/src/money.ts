import { minorUnits } from './currency.ts';
import type { Currency } from './currency.ts';
import { InvalidValue } from './invalid-value.ts';
import { invariant } from './invariant.ts';

/** An exact amount in minor units (ngwee, cents) of its currency. Negative amounts are legal: the ledger needs them. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

/** The same amount as it crosses a process boundary: a safe integer, because JSON has no other. */
export interface JsonMoney {
  readonly amountMinor: number;
  readonly currency: Currency;
}

/** Makes money of minor units. Throws `InvalidValue` when the currency is unknown. */
export function money(amountMinor: bigint, currency: Currency): Money {
  minorUnits(currency);
  return { amountMinor, currency };
}

/** Adds two amounts of one currency. Throws `InvalidValue` when the currencies differ: nothing is ever converted. */
export function addMoney(a: Money, b: Money): Money {
  refuseOtherCurrency(a, b);
  return { amountMinor: a.amountMinor + b.amountMinor, currency: a.currency };
}

/** Subtracts `b` from `a`. Throws `InvalidValue` when the currencies differ. */
export function subtractMoney(a: Money, b: Money): Money {
  return addMoney(a, { amountMinor: -b.amountMinor, currency: b.currency });
}

/** Adds up any number of amounts of one currency; of none, the sum is zero of that currency. */
export function sumMoney(currency: Currency, amounts: readonly Money[]): Money {
  return amounts.reduce(addMoney, money(0n, currency));
}

/** Below zero, zero or above, as `a` is less than, the same as or more than `b`. Throws when the currencies differ. */
export function compareMoney(a: Money, b: Money): number {
  refuseOtherCurrency(a, b);
  if (a.amountMinor === b.amountMinor) return 0;
  return a.amountMinor < b.amountMinor ? -1 : 1;
}

/** Minor units ready for JSON. Throws `InvalidValue` above ±(2^53 − 1), where JSON readers start to round. */
export function minorToJson(amountMinor: bigint): number {
  const asNumber = Number(amountMinor);
  if (!Number.isSafeInteger(asNumber)) throw unsafe(String(amountMinor));
  return asNumber;
}

/** Minor units read from JSON. Throws `InvalidValue` for a fraction or a number that may already have been rounded. */
export function minorFromJson(amountMinor: number): bigint {
  if (!Number.isSafeInteger(amountMinor)) throw unsafe(String(amountMinor));
  return BigInt(amountMinor);
}

/** Money ready for JSON, under the conditions of `minorToJson`. */
export function moneyToJson({ amountMinor, currency }: Money): JsonMoney {
  return { amountMinor: minorToJson(amountMinor), currency };
}

/** Money read from JSON, under the conditions of `minorFromJson` and `money`. */
export function moneyFromJson({ amountMinor, currency }: JsonMoney): Money {
  return money(minorFromJson(amountMinor), currency);
}

/**
 * Splits an amount in proportion to whole, non-negative weights; the parts always add up to the whole. Each part is less
 * than one minor unit from its exact share; what rounding leaves goes to the largest remainders, the first of equals first.
 */
export function allocate(total: Money, weights: readonly (number | bigint)[]): Money[] {
  const shares = weights.map((weight) => BigInt(weight));
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  invariant(
    shares.every((share) => share >= 0n) && whole > 0n,
    'weights are not negative, and one at least is not zero',
  );

  const sign = total.amountMinor < 0n ? -1n : 1n;
  const amount = total.amountMinor * sign;
  const parts = shares.map((share, index) => ({
    index,
    minor: (amount * share) / whole,
    left: (amount * share) % whole,
  }));
  const unplaced = Number(amount - parts.reduce((sum, part) => sum + part.minor, 0n));
  const byRemainder = parts.toSorted((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  for (const part of byRemainder.slice(0, unplaced)) part.minor += 1n;
  return parts.map((part) => ({ amountMinor: part.minor * sign, currency: total.currency }));
}

function refuseOtherCurrency(a: Money, b: Money): void {
  if (a.currency === b.currency) return;
  throw new InvalidValue('currency_differs', `${a.currency} and ${b.currency} cannot be added together.`);
}

function unsafe(amount: string): InvalidValue {
  return new InvalidValue('amount_unsafe', `${amount} is not a whole number that JSON can carry exactly.`);
}
