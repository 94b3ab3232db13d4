import { z } from 'zod';

import { Instant, PastDate, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, GivenMoney, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { line, paragraph } from '../values/text.ts';
import { ActedBy } from './two-people.api.ts';

/** An amount from outside that is not nothing. */
export const GivenPositiveMoney = GivenMoney.refine(({ amountMinor }) => amountMinor > 0, {
  path: ['amountMinor'],
  error: 'must be above zero',
  params: { code: 'amount_not_positive' },
});

/** Where money for a programme comes from: the treasury (`GRZ`), or a donor that pays for it. */
export const FundingSource = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{0,19}$/)
  .meta({ title: 'funding source' });
export type FundingSource = z.infer<typeof FundingSource>;

/** `POST /v1/funds`: a programme is to have this much more, once another person approves it. A reference of a source counts once. */
export const AddFunds = z.strictObject({
  programme: ProgrammeCode,
  amount: GivenPositiveMoney,
  source: FundingSource,
  reference: line(64).describe('The number of the warrant, release or grant.'),
  on: PastDate,
});
export type AddFunds = z.infer<typeof AddFunds>;

/** Only what is approved can be spent. */
export const FundsState = z.enum(['proposed', 'approved', 'refused']);
export type FundsState = z.infer<typeof FundsState>;

/** `POST /v1/funds/{id}/refuse` */
export const RefuseFunds = z.strictObject({ reason: paragraph(1000) });
export type RefuseFunds = z.infer<typeof RefuseFunds>;

export const Funds = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with the approval or refusal.'),
  state: FundsState,
  programme: ProgrammeCode,
  amountMinor: MinorAmount,
  currency: Currency,
  source: FundingSource,
  reference: z.string(),
  on: PlainDate,
  addedBy: z.string().describe('The id of who proposed them.'),
  addedAt: Instant,
  proposedBy: ActedBy,
  decidedBy: ActedBy.optional(),
  decidedAt: Instant.optional(),
  refusal: z.string().optional().describe('Why they were refused.'),
});
export type Funds = z.infer<typeof Funds>;

/** A row of `GET /v1/funds/balances`: what a programme can spend now, and what waits for an approval. */
export const FundsBalance = z.object({
  programme: ProgrammeCode,
  currency: Currency,
  spendableMinor: MinorAmount,
  proposedMinor: MinorAmount,
});
export type FundsBalance = z.infer<typeof FundsBalance>;

/** `GET /v1/funds` */
export const ListFunds = listQuery({ programme: ProgrammeCode.optional(), state: FundsState.optional() });
export type ListFunds = z.infer<typeof ListFunds>;
