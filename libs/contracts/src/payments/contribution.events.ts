import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { Period, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';

/** What a contribution insures against. */
export const Branch = z.enum([
  'old_age',
  'survivors',
  'invalidity',
  'health',
  'maternity',
  'sickness',
  'unemployment',
  'work_injury',
  'family',
]);
export type Branch = z.infer<typeof Branch>;

/** How a contribution came in. */
export const ContributionChannel = z.enum(['window', 'mobile_money', 'bank_transfer', 'employer', 'agent']);
export type ContributionChannel = z.infer<typeof ContributionChannel>;

/** Why a contribution does not count after all. */
export const ReversalReason = z.enum(['bounced', 'entered_in_error', 'refunded']);
export type ReversalReason = z.infer<typeof ReversalReason>;

const contribution = {
  contributionId: Id.describe('The contribution.'),
  personId: Id.describe('For whom it counts.'),
  householdId: Id,
  areaCode: AreaCode,
  programme: ProgrammeCode,
  branch: Branch,
  period: Period,
  amountMinor: MinorAmount.describe('Minor units.'),
  currency: Currency,
  channel: ContributionChannel,
  receipt: z.string().min(1).max(64).describe('The number on the receipt.'),
  on: PlainDate,
};
const key = (data: { contributionId: string }) => data.contributionId;

export const ContributionReceived = defineEvent('payments.contribution.received.v1', {
  summary: 'A contribution was paid in and counts for its period.',
  key,
  data: z.object(contribution),
});

export const ContributionReversed = defineEvent('payments.contribution.reversed.v1', {
  summary: 'A contribution does not count after all.',
  key,
  data: z.object({ ...contribution, reason: ReversalReason }),
});
