import { z } from 'zod';

import { Frequency } from '../eligibility/programme.ts';
import { DuplicateEvidence } from '../registry/person.events.ts';
import { Instant, Period, PlainDate } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { cycleStates } from './cycle.states.ts';
import { Difference } from './difference.api.ts';
import { paymentStates } from './payment.states.ts';

/** `POST /v1/cycles` */
export const OpenCycle = z.strictObject({ programme: ProgrammeCode, period: Period });
export type OpenCycle = z.infer<typeof OpenCycle>;

/** `POST /v1/cycles/{id}/reject` */
export const RejectCycle = z.strictObject({ reason: paragraph(1000) });
export type RejectCycle = z.infer<typeof RejectCycle>;

const Tally = z.object({ count: z.int(), totalMinor: MinorAmount });

export const Cycle = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(cycleStates.states),
  programmeId: Id,
  programme: ProgrammeCode,
  period: Period,
  periodMonths: z.int(),
  frequency: Frequency,
  cutoffOn: PlainDate.describe('Who was enrolled on this day, or is to be before the period ends, is paid.'),
  count: z.int().describe('Payments in it; one that makes another good is one more.'),
  totalMinor: MinorAmount.describe('What they add up to, the cancelled ones too.'),
  currency: Currency,
  byState: z.partialRecord(z.enum(paymentStates.states), Tally),
  openedBy: z.string().describe('The name of who did, as in the other two.'),
  openedById: z.string().describe('The id of who opened it, who cannot approve it.'),
  openedAt: Instant,
  submittedBy: z.string().optional(),
  submittedById: z.string().optional().describe('The id of who submitted it, who cannot approve it.'),
  submittedAt: Instant.optional(),
  listHash: z.string().optional().describe('SHA-256 of the list as it was submitted; approval checks it.'),
  approvedBy: z.string().optional(),
  approvedAt: Instant.optional(),
  rejection: z.string().optional().describe('Why it was sent back last.'),
  dispatchRequestedAt: Instant.optional().describe('From then on its payments are sent, batch by batch.'),
  dispatchedAt: Instant.optional(),
  closedAt: Instant.optional(),
  fundsMinor: z.int().optional().describe('What the programme can still spend; on the page of one cycle.'),
});
export type Cycle = z.infer<typeof Cycle>;

const ComparedPayment = z.object({
  paymentId: Id,
  enrolmentId: Id,
  householdId: Id,
  state: z.enum(paymentStates.states),
  amountMinor: MinorAmount,
  dueMinor: MinorAmount.optional().describe('What would be due now; absent where nothing is.'),
});

/** The first fifty, in the order of the list. */
const TallyWithLines = Tally.extend({
  lines: z.array(ComparedPayment).describe('The first fifty.'),
  more: z.boolean().describe('Whether there are more than are shown.'),
});

const DuplicatePair = z.object({
  duplicateId: Id,
  personIds: z.array(Id).length(2),
  householdIds: z.array(Id).length(2).describe('In the same order.'),
  paymentIds: z.array(Id).describe('The payments of the two households in this cycle.'),
  matchedOn: z.array(DuplicateEvidence),
});

/** What an approver has to know, and who dispatches: what is different from the cycle before, and since it was opened. */
export const CycleComparison = z.object({
  previousCycleId: Id.nullable(),
  entered: Tally.describe('Paid now, not before.'),
  left: Tally.describe('Paid before, not now.'),
  changed: Tally.describe('Another amount than before; the new amounts.'),
  unchanged: Tally,
  differenceMinor: z.int().describe('Of the totals; below zero when less is paid now.'),
  sharedAccounts: Tally.describe('Payments to an account that receives for several households.'),
  held: z.array(z.object({ reasonCode: z.string(), ...Tally.shape })).describe('Not to be paid, by reason.'),
  endedSince: TallyWithLines.describe('Not sent yet, and the enrolment has ended since the cycle was opened.'),
  suspendedSince: TallyWithLines.describe('Not sent yet, and the enrolment was suspended since.'),
  changedSince: TallyWithLines.describe('Not sent yet, and another amount, or nothing, would be due now.'),
  payeeChanged: TallyWithLines.describe(
    'To another person, by another way or to another account than the household was paid last; or held because of that.',
  ),
  newPayee: TallyWithLines.describe('The first payment of a household: no one was paid for it before.'),
  duplicates: Tally.extend({
    pairs: z.array(DuplicatePair).describe('The first fifty.'),
    more: z.boolean().describe('Whether there are more than are shown.'),
  }).describe('Payments to two households of which two people look like one.'),
});
export type CycleComparison = z.infer<typeof CycleComparison>;

/**
 * What was sent and what came back. At every moment approved = instructed + held + cancelled, and instructed = paid + failed +
 * returned + unknown + in flight. Amounts are those that were due.
 */
export const Reconciliation = z.object({
  cycleId: Id,
  currency: Currency,
  approved: Tally.describe('The whole list.'),
  instructed: Tally.describe('Sent to a provider.'),
  held: Tally.describe('Still with us: held for a reason, or not sent yet.'),
  waiting: Tally.describe('Of those held, the ones that only wait to be sent.'),
  cancelled: Tally,
  inFlight: Tally.describe('With a provider, which has not said yet what became of it.'),
  paid: Tally,
  failed: Tally,
  returned: Tally,
  unknown: Tally,
  paidMinor: MinorAmount.describe('What providers say they paid out.'),
  differenceCount: z.int().describe('All that are not settled yet; while there is one, the cycle cannot be closed.'),
  differences: z.array(Difference).describe('The first hundred that are not settled yet.'),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

/** `GET /v1/cycles` */
export const ListCycles = listQuery({
  programme: ProgrammeCode.optional(),
  state: z.enum(cycleStates.states).optional(),
});
export type ListCycles = z.infer<typeof ListCycles>;
