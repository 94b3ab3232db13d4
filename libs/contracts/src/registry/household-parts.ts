import { z } from 'zod';

import { Asset } from '../codes/assets.ts';
import { ConsentMethod, ConsentPurpose } from '../codes/consent.ts';
import { DeliveryChannel } from '../codes/delivery.ts';
import { dwellingShape } from '../codes/dwelling.ts';
import { PastDate, PlainDate } from '../values/dates.ts';
import { ProviderCode } from '../values/identity.ts';
import { line } from '../values/text.ts';
import { maxMembers } from './household-facts.ts';

/** Where the household lives within its area, as a person would find it. */
export const Address = line(200);

export const Residence = z.strictObject({
  months: z.int().min(0).max(1560).optional().describe('Whole months lived in the area, on the day of the answer.'),
  urban: z.boolean().optional(),
});
export type Residence = z.infer<typeof Residence>;

export const Dwelling = z.strictObject(dwellingShape);
export type Dwelling = z.infer<typeof Dwelling>;

/** A complete list: what is not in it, the household does not have. */
export const Assets = z
  .array(Asset)
  .max(Asset.options.length)
  .refine((assets) => new Set(assets).size === assets.length, {
    error: 'names something twice',
    params: { code: 'listed_twice' },
  });

export const Consumption = z.strictObject({
  dairyInTwoWeeks: z.boolean().optional().describe('Milk or food made of it in the last two weeks.'),
});
export type Consumption = z.infer<typeof Consumption>;

/** How the money of a household reaches it. Everything but cash at a pay point needs an account. */
export const deliveryShape = {
  channel: DeliveryChannel,
  provider: ProviderCode.optional(),
  account: line(64).optional().describe('The wallet, telephone or account number, as people write it.'),
};

/** Who collects, by the place of the member in the list that is sent with it, counted from 0. */
export const PayeeOfNewHousehold = z.strictObject({
  member: z
    .int()
    .min(0)
    .max(maxMembers - 1),
  deputy: z
    .int()
    .min(0)
    .max(maxMembers - 1)
    .optional(),
  ...deliveryShape,
});
export type PayeeOfNewHousehold = z.infer<typeof PayeeOfNewHousehold>;

export const Consent = z.strictObject({
  purposes: z.array(ConsentPurpose).min(1).max(ConsentPurpose.options.length),
  givenOn: PastDate,
  method: ConsentMethod,
});
export type Consent = z.infer<typeof Consent>;

/** Takes a consent back, for some purposes or, where none is named, for all. */
export const WithdrawConsent = z.strictObject({
  purposes: z.array(ConsentPurpose).min(1).max(ConsentPurpose.options.length).optional(),
  on: PastDate.optional().describe('Today when left out.'),
});
export type WithdrawConsent = z.infer<typeof WithdrawConsent>;

/** A consent to one purpose, as the register answers. */
export const ConsentGiven = z.object({
  purpose: ConsentPurpose,
  givenOn: PlainDate,
  method: ConsentMethod,
  withdrawnOn: PlainDate.optional().describe('Not there while it holds.'),
});
export type ConsentGiven = z.infer<typeof ConsentGiven>;
