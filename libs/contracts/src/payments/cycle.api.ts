import { z } from 'zod';

import { Instant, Period } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { paragraph } from '../values/text.ts';
import { cycleStates } from './cycle.states.ts';
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
  count: z.int().describe('Payments in it.'),
  totalMinor: MinorAmount,
  currency: Currency,
  byState: z.partialRecord(z.enum(paymentStates.states), Tally),
  openedBy: z.string(),
  openedAt: Instant,
  submittedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  rejection: z.string().optional().describe('Why it was sent back last.'),
});
export type Cycle = z.infer<typeof Cycle>;

/** What is different from the cycle before, for the one who approves. */
export const CycleComparison = z.object({
  previousCycleId: Id.nullable(),
  entered: Tally.describe('Paid now, not before.'),
  left: Tally.describe('Paid before, not now.'),
  changed: Tally.describe('Another amount than before.'),
  differenceMinor: z.int().describe('Of the totals; below zero when less is paid now.'),
});
export type CycleComparison = z.infer<typeof CycleComparison>;

/** What was sent and what came back. The sums hold at every moment: approved = instructed + held + cancelled. */
export const Reconciliation = z.object({
  cycleId: Id,
  currency: Currency,
  approved: Tally,
  instructed: Tally,
  held: Tally,
  cancelled: Tally,
  inFlight: Tally,
  paid: Tally,
  failed: Tally,
  returned: Tally,
  unknown: Tally,
  differences: z.array(
    z.object({
      paymentId: Id,
      kind: z.enum(['amount', 'currency', 'after_final', 'unknown_instruction']),
      dueMinor: MinorAmount,
      reportedMinor: MinorAmount.nullable(),
    }),
  ),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
