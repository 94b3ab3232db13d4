import { z } from 'zod';

import { Instant, PastDate, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, GivenMoney, MinorAmount } from '../values/money.ts';
import { line } from '../values/text.ts';

/** An amount from outside that is not nothing. */
export const GivenPositiveMoney = GivenMoney.refine(({ amountMinor }) => amountMinor > 0, {
  path: ['amountMinor'],
  error: 'must be above zero',
  params: { code: 'amount_not_positive' },
});

/** Where money for a programme comes from: the treasury (`GRZ`), or whoever else pays for it. */
export const FundingSource = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,19}$/)
  .meta({ title: 'funding source' });
export type FundingSource = z.infer<typeof FundingSource>;

/** `POST /v1/funds`: a programme may spend this much more. The same reference of the same source counts once. */
export const AddFunds = z.strictObject({
  programme: ProgrammeCode,
  amount: GivenPositiveMoney,
  source: FundingSource,
  reference: line(64).describe('The number of the warrant, release or grant.'),
  on: PastDate,
});
export type AddFunds = z.infer<typeof AddFunds>;

export const Funds = z.object({
  id: Id,
  programme: ProgrammeCode,
  amountMinor: MinorAmount,
  currency: Currency,
  source: FundingSource,
  reference: z.string(),
  on: PlainDate,
  addedBy: z.string(),
  addedAt: Instant,
});
export type Funds = z.infer<typeof Funds>;
