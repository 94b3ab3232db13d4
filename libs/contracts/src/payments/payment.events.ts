import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { AreaCode } from '../values/area.ts';
import { Instant, Period, PlainDate } from '../values/dates.ts';
import { ActorId, Id, ProgrammeCode, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';

/** Why a payment failed, came back, was held or cancelled: a code of ISO 20022 such as `AC04`, or one of our own. */
export const ReasonCode = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,34}$/)
  .meta({ title: 'reason code' });
export type ReasonCode = z.infer<typeof ReasonCode>;

const due = {
  paymentId: Id.describe('The payment.'),
  enrolmentId: Id,
  householdId: Id,
  personId: Id.optional().describe('The person, where the programme covers persons.'),
  cycleId: Id,
  programmeId: Id,
  programme: ProgrammeCode,
  areaCode: AreaCode,
  period: Period,
  amountMinor: MinorAmount.describe('What was due, in minor units.'),
  currency: Currency,
};
const payment = { ...due, provider: ProviderCode };
const waiting = { ...due, provider: ProviderCode.optional().describe('Absent while no provider is known.') };
const by = ActorId.describe('Who did it.');
const instructionId = Id.describe('The instruction by which it was sent.');
const occurredAt = Instant.describe('When it happened at the provider.');
const key = (data: { paymentId: string }) => data.paymentId;

export const PaymentInstructed = defineEvent('payments.payment.instructed.v1', {
  summary: 'A payment was entrusted to its provider; from now on it is only asked about, never sent again.',
  key,
  data: z.object({ ...payment, instructionId }),
});

export const PaymentPaid = defineEvent('payments.payment.paid.v1', {
  summary: 'Money reached the payee.',
  key,
  data: z.object({
    ...payment,
    instructionId,
    paidMinor: MinorAmount.describe(
      'What was paid, in minor units; more or less than was due is recorded, and recovered.',
    ),
    occurredAt,
  }),
});

export const PaymentFailed = defineEvent('payments.payment.failed.v1', {
  summary: 'The provider could not pay and holds no money of it.',
  key,
  data: z.object({ ...payment, instructionId, reasonCode: ReasonCode, occurredAt }),
});

export const PaymentReturned = defineEvent('payments.payment.returned.v1', {
  summary: 'Money that had been sent, or even paid, came back.',
  key,
  data: z.object({ ...payment, instructionId, returnedMinor: MinorAmount, reasonCode: ReasonCode, occurredAt }),
});

export const PaymentUnknown = defineEvent('payments.payment.unknown.v1', {
  summary:
    'The provider is silent, or does not know: what became of the money is being asked, under the same reference.',
  key,
  data: z.object({ ...payment, instructionId, reasonCode: ReasonCode.optional() }),
});

export const PaymentHeld = defineEvent('payments.payment.held.v1', {
  summary: 'A payment waits, before it was instructed, until it is released or cancelled.',
  key,
  data: z.object({ ...waiting, reasonCode: ReasonCode, by }),
});

export const PaymentReleased = defineEvent('payments.payment.released.v1', {
  summary: 'A held payment may go on.',
  key,
  data: z.object({ ...waiting, reasonCode: ReasonCode, by }),
});

export const PaymentCancelled = defineEvent('payments.payment.cancelled.v1', {
  summary: 'A payment will not be made; its money is free again.',
  key,
  data: z.object({ ...waiting, reasonCode: ReasonCode, by }),
});

export const PaymentRecovered = defineEvent('payments.payment.recovered.v1', {
  summary: 'Money that should not have been paid was paid back, or taken from what was due.',
  planned: true,
  key,
  data: z.object({ ...payment, recoveredMinor: MinorAmount, reasonCode: ReasonCode, on: PlainDate }),
});
