import { z } from 'zod';

import { Currency, MinorAmount } from '../values/money.ts';
import { Frequency } from './programme.ts';

/** What is due, each time, how often. */
export const Entitlement = z.object({
  amountMinor: MinorAmount.describe('Minor units, for each payment.'),
  currency: Currency,
  frequency: Frequency,
});
export type Entitlement = z.infer<typeof Entitlement>;
