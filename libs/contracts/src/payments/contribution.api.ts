import { z } from 'zod';

import { Instant, PastDate, Period, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { line } from '../values/text.ts';
import { Branch, ContributionChannel, ReversalReason } from './contribution.events.ts';
import { GivenPositiveMoney } from './funds.api.ts';

/** Ten thousand million of a currency with hundredths: what is more is a slip of the pen, and a few such could not be booked. */
const mostMinor = 1_000_000_000_000;

/** `POST /v1/contributions` */
export const RecordContribution = z.strictObject({
  personId: Id,
  programme: ProgrammeCode,
  branch: Branch,
  period: Period,
  amount: GivenPositiveMoney.refine(({ amountMinor }) => amountMinor <= mostMinor, {
    path: ['amountMinor'],
    error: 'is more than is paid in at once',
    params: { code: 'amount_too_large' },
  }),
  channel: ContributionChannel,
  receipt: line(64).describe('The number on the receipt; the same receipt counts once.'),
  on: PastDate,
});
export type RecordContribution = z.infer<typeof RecordContribution>;

/** `POST /v1/contributions/{id}/reverse` */
export const ReverseContribution = z.strictObject({ reason: ReversalReason });
export type ReverseContribution = z.infer<typeof ReverseContribution>;

export const Contribution = z.object({
  id: Id,
  personId: Id,
  householdId: Id,
  programme: ProgrammeCode,
  branch: Branch,
  period: Period,
  amountMinor: MinorAmount,
  currency: Currency,
  channel: ContributionChannel,
  receipt: z.string(),
  on: PlainDate,
  reversedAt: Instant.optional(),
  reversedBecause: ReversalReason.optional(),
});
export type Contribution = z.infer<typeof Contribution>;

/** `GET /v1/contributions` */
export const ListContributions = listQuery({ personId: Id, programme: ProgrammeCode.optional() });
export type ListContributions = z.infer<typeof ListContributions>;
