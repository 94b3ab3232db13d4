import { isCurrency } from '@janela/kernel';
import { z } from 'zod';

/** An ISO 4217 code. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ title: 'currency' });
export type Currency = z.infer<typeof Currency>;

/** A currency from outside: one that is in use. */
export const GivenCurrency = Currency.refine(isCurrency, {
  error: 'is not a currency in use',
  params: { code: 'currency_unknown' },
});

/** Whole minor units (ngwee, cents), never negative, small enough for JSON to carry exactly. */
export const MinorAmount = z.int().min(0);
export type MinorAmount = z.infer<typeof MinorAmount>;

/** An amount as it travels: minor units and their currency. */
export const Money = z.object({ amountMinor: MinorAmount, currency: Currency });
export type Money = z.infer<typeof Money>;

/** An amount from outside. */
export const GivenMoney = z.strictObject({ amountMinor: MinorAmount, currency: GivenCurrency });
