import { z } from 'zod';

import { Instant, PastDate, Period, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, GivenMoney, MinorAmount } from '../values/money.ts';
import { line } from '../values/text.ts';
import { Branch, ContributionChannel } from './contribution.events.ts';

/** `POST /v1/contributions` */
export const RecordContribution = z.strictObject({
  personId: Id,
  programme: ProgrammeCode,
  branch: Branch,
  period: Period,
  amount: GivenMoney,
  channel: ContributionChannel,
  receipt: line(64).describe('The number on the receipt; the same receipt counts once.'),
  on: PastDate,
});
export type RecordContribution = z.infer<typeof RecordContribution>;

export const Contribution = z.object({
  id: Id,
  personId: Id,
  programme: ProgrammeCode,
  branch: Branch,
  period: Period,
  amountMinor: MinorAmount,
  currency: Currency,
  channel: ContributionChannel,
  receipt: z.string(),
  on: PlainDate,
  reversedAt: Instant.optional(),
});
export type Contribution = z.infer<typeof Contribution>;
