import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { Period } from '../values/dates.ts';
import { ActorId, Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';

const cycle = {
  cycleId: Id.describe('The cycle.'),
  programmeId: Id,
  programme: ProgrammeCode,
  period: Period,
  periodMonths: z.int().min(1).max(12).describe('How many months the period lasts.'),
  count: z.int().min(0).describe('Payments in it.'),
  totalMinor: MinorAmount.describe('What they add up to, in minor units.'),
  currency: Currency,
  by: ActorId.describe('Who did it.'),
};
const key = (data: { cycleId: string }) => data.cycleId;

export const CycleOpened = defineEvent('payments.cycle.opened.v1', {
  summary: 'The payments of a programme for a period were computed and their amounts frozen.',
  key,
  data: z.object(cycle),
});

export const CycleSubmitted = defineEvent('payments.cycle.submitted.v1', {
  summary: 'A cycle waits for approval by another person than who submitted it.',
  key,
  data: z.object(cycle),
});

export const CycleApproved = defineEvent('payments.cycle.approved.v1', {
  summary: 'A cycle was approved and its money reserved.',
  key,
  data: z.object(cycle),
});

export const CycleDispatched = defineEvent('payments.cycle.dispatched.v1', {
  summary: 'Every payment of a cycle that is not held was sent to its provider.',
  key,
  data: z.object(cycle),
});

export const CycleClosed = defineEvent('payments.cycle.closed.v1', {
  summary: 'A cycle is reconciled: what became of every payment is known.',
  key,
  data: z.object({
    ...cycle,
    paidCount: z.int().min(0),
    paidMinor: MinorAmount.describe('What reached people, in minor units.'),
  }),
});
