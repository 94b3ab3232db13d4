import { z } from 'zod';

import { ReasonCode } from '../payments/payment.events.ts';
import { AreaCode, GivenAreaCode } from '../values/area.ts';
import { Period } from '../values/dates.ts';
import { Id, ProgrammeCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';

/** Why money that was due for a period has not arrived. */
export const NotPaidBecause = z.enum([
  'not_sent_yet',
  'not_in_cycle',
  'on_its_way',
  'held',
  'cancelled',
  'failed',
  'returned',
  'unknown',
]);
export type NotPaidBecause = z.infer<typeof NotPaidBecause>;

/** A line of `GET /v1/not-paid`: an enrolment that should have been paid for a period and was not. */
export const NotPaid = z.object({
  enrolmentId: Id,
  householdId: Id,
  personId: Id.optional(),
  areaCode: AreaCode,
  programme: ProgrammeCode,
  period: Period,
  amountMinor: MinorAmount,
  currency: Currency,
  because: NotPaidBecause,
  reasonCode: ReasonCode.optional().describe('As the provider, or who held it, said.'),
  paymentId: Id.optional().describe('The last attempt, if there was one.'),
});
export type NotPaid = z.infer<typeof NotPaid>;

/** The query of `GET /v1/not-paid`. */
export const ListNotPaid = listQuery({
  areaCode: GivenAreaCode.optional(),
  programme: ProgrammeCode.optional(),
  period: Period.optional(),
});
export type ListNotPaid = z.infer<typeof ListNotPaid>;
