import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { LocalText } from '../eligibility/rule-set.ts';
import { AreaCode } from '../values/area.ts';
import { Instant, Period } from '../values/dates.ts';
import { Id, ProgrammeCode, ProviderCode } from '../values/identity.ts';
import { Currency, GivenMoney, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { line, paragraph } from '../values/text.ts';
import { OutcomeStatus } from './outcome.events.ts';
import { ReasonCode } from './payment.events.ts';
import { paymentStates } from './payment.states.ts';

const CollectsFrom = z.object({
  personId: Id,
  designatedAt: Instant.describe('Since when.'),
  accountEnding: z
    .string()
    .optional()
    .describe('The last characters of the account, four at most and never more than a third; absent for cash.'),
});

export const Payment = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with every change.'),
  state: z.enum(paymentStates.states),
  amountMinor: MinorAmount,
  currency: Currency,
  paidMinor: MinorAmount.optional(),
  period: Period,
  programme: ProgrammeCode,
  provider: ProviderCode.optional().describe('Absent while no provider is known.'),
  channel: DeliveryChannel.optional(),
  reasonCode: ReasonCode.nullable(),
  reason: LocalText.optional().describe('The reason in words, where it is one that we know.'),
  heldByRule: z
    .boolean()
    .optional()
    .describe('Of what is held: by a rule about enrolment, payee or consent, and not by an officer.'),
  cycleId: Id,
  enrolmentId: Id,
  householdId: Id,
  personId: Id.optional(),
  areaCode: AreaCode,
  instructionId: Id.optional(),
  endToEndId: z.string().optional().describe('The reference on the statement.'),
  replaces: Id.optional().describe('The failed or returned payment that this one makes good.'),
  replacedBy: Id.optional().describe('The payment that makes this one good; on the page of one payment.'),
  payee: CollectsFrom.optional().describe('Whom it goes to; on the page of one payment.'),
  payeeNow: CollectsFrom.extend({ channel: DeliveryChannel, provider: ProviderCode.optional() })
    .optional()
    .describe('Who collects for the household now; on the page of one payment. Absent when no one does.'),
  payeeRequest: z
    .object({ by: z.string().describe('The name of who did.'), at: Instant, note: z.string().optional() })
    .optional()
    .describe('An officer asked that it goes to who collects now, and an approver has not confirmed it yet.'),
  programmeVersion: z.int().describe('The version of the rules that gave the amount.'),
  story: z
    .array(
      z.object({
        state: z.enum(paymentStates.states),
        at: Instant,
        by: z.string().describe('The name of who did it, or which part of the system.'),
        reasonCode: ReasonCode.optional(),
        note: z.string().optional(),
        reference: z.string().optional().describe("The provider's."),
      }),
    )
    .optional()
    .describe('Every step, on the page of one payment.'),
});
export type Payment = z.infer<typeof Payment>;

/** `POST /v1/payments/{id}/hold`, `/release` and `/cancel` */
export const HoldPayment = z.strictObject({ reasonCode: ReasonCode, note: paragraph(1000).optional() });
export type HoldPayment = z.infer<typeof HoldPayment>;

/** `POST /v1/payments/{id}/payee/confirm`: it goes to who collects for the household now. */
export const ConfirmPayee = z.strictObject({ note: paragraph(1000).optional() });
export type ConfirmPayee = z.infer<typeof ConfirmPayee>;

/** `POST /v1/payments/{id}/reissue`: asks that what failed or came back be paid again; another person approves it. */
export const ReissuePayment = z.strictObject({ note: paragraph(1000).optional() });
export type ReissuePayment = z.infer<typeof ReissuePayment>;

/** `POST /v1/outcomes`: what a provider says of an instruction. Saying it twice changes nothing. */
export const ReportOutcome = z.strictObject({
  instructionId: Id,
  status: OutcomeStatus,
  reasonCode: ReasonCode.optional(),
  amount: GivenMoney.optional(),
  providerReference: line(64),
  occurredAt: z.iso.datetime({ offset: true }),
});
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** What was made of an outcome: it moved the payment on, or was written down because it said nothing new. */
export const OutcomeAnswer = z.object({
  instructionId: Id,
  verdict: z.enum(['applied', 'noted']),
  paymentState: z.enum(paymentStates.states),
});
export type OutcomeAnswer = z.infer<typeof OutcomeAnswer>;

/** A reason code in words. */
export const ReasonSays = z.object({ code: z.string(), says: LocalText });
export type ReasonSays = z.infer<typeof ReasonSays>;

/** `GET /v1/payments`: one must be named, so that no one pages through the payments of all households. */
export const ListPayments = listQuery({
  householdId: Id.optional(),
  enrolmentId: Id.optional(),
  endToEndId: z.string().min(1).max(35).optional(),
}).refine(({ householdId, enrolmentId, endToEndId }) => householdId ?? enrolmentId ?? endToEndId, {
  error: 'say of which household, enrolment or reference',
  params: { code: 'search_term_missing' },
});
export type ListPayments = z.infer<typeof ListPayments>;

/** `GET /v1/cycles/{id}/payments` */
export const ListCyclePayments = listQuery({
  state: z.enum(paymentStates.states).optional(),
  reasonCode: z.string().max(35).optional(),
});
export type ListCyclePayments = z.infer<typeof ListCyclePayments>;

/** `GET /v1/held-payments`: what of approved cycles is held, and by whom it is waited for. */
export const ListHeldPayments = listQuery({
  waitsFor: z
    .enum(['confirmation', 'release'])
    .describe(
      'An approver, who confirms that it goes to another payee; or an officer, who releases it: the reason is over.',
    ),
});
export type ListHeldPayments = z.infer<typeof ListHeldPayments>;
