import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id, ProgrammeCode, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { line, paragraph } from '../values/text.ts';
import { DifferenceResolution, KnownPayment } from './difference.api.ts';
import { OutcomeStatus } from './outcome.events.ts';
import { ActedBy } from './two-people.api.ts';

/** What a statement about what became of money relies on. */
export const EvidenceKind = z.enum(['statement', 'provider_letter', 'receipt', 'payee_statement', 'visit', 'other']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What became of a payment, as far as people can find out. */
export const SettledOutcome = z.enum(['paid', 'failed', 'returned']);
export type SettledOutcome = z.infer<typeof SettledOutcome>;

/** Only what is confirmed has changed anything. */
export const SettlementState = z.enum(['proposed', 'confirmed', 'refused']);
export type SettlementState = z.infer<typeof SettlementState>;

const evidence = {
  evidence: EvidenceKind,
  documentReference: line(64).describe('The number or place of the document that was seen.'),
  reason: paragraph(1000),
};

/** `POST /v1/differences/{id}/settle`: proposes to accept what the provider said, or to put it aside. */
export const SettleDifference = z.strictObject({
  resolution: DifferenceResolution,
  paidMinor: MinorAmount.min(1)
    .optional()
    .describe(
      'What it came to in the currency of the payment; needed where another currency was reported, and only there.',
    ),
  ...evidence,
});
export type SettleDifference = z.infer<typeof SettleDifference>;

/** `POST /v1/payments/{id}/settle`: proposes what became of a payment about which its provider is silent. */
export const SettlePayment = z.strictObject({
  outcome: SettledOutcome,
  paidMinor: MinorAmount.min(1)
    .optional()
    .describe('What was paid out, where it is not what was due; only with `paid`.'),
  ...evidence,
});
export type SettlePayment = z.infer<typeof SettlePayment>;

/** `POST /v1/settlements/{id}/refuse` */
export const RefuseSettlement = z.strictObject({ reason: paragraph(1000) });
export type RefuseSettlement = z.infer<typeof RefuseSettlement>;

/** What people found out about a difference, or about a payment whose provider is silent. One proposes it, another confirms it. */
export const Settlement = z.object({
  id: Id,
  version: z.int().describe('Also the ETag; to be sent with the confirmation or refusal.'),
  state: SettlementState,
  differenceId: Id.optional().describe('Absent where a payment is settled without anything having been said of it.'),
  paymentId: Id.optional(),
  cycleId: Id.optional(),
  programme: ProgrammeCode.optional(),
  resolution: DifferenceResolution,
  outcome: SettledOutcome.optional().describe('What became of a payment whose provider is silent.'),
  paidMinor: MinorAmount.optional(),
  dueMinor: MinorAmount.optional(),
  known: KnownPayment.optional().describe('Of our payment, as it was when this was proposed.'),
  said: z
    .object({
      status: OutcomeStatus,
      provider: ProviderCode,
      reportedMinor: MinorAmount.optional(),
      currency: Currency.optional().describe('As it was reported.'),
      providerReference: z.string(),
    })
    .optional()
    .describe('What the provider said, where it is about a difference.'),
  currency: Currency.optional().describe('That of the payment.'),
  evidence: EvidenceKind,
  documentReference: z.string(),
  reason: z.string(),
  proposedBy: ActedBy,
  proposedAt: Instant,
  decidedBy: ActedBy.optional(),
  decidedAt: Instant.optional(),
  refusal: z.string().optional(),
  recoverableMinor: z
    .int()
    .optional()
    .describe('What was paid beyond anything due and is to be recovered; below zero, what came back of that.'),
});
export type Settlement = z.infer<typeof Settlement>;

/** `GET /v1/settlements` */
export const ListSettlements = listQuery({ state: SettlementState.optional(), paymentId: Id.optional() });
export type ListSettlements = z.infer<typeof ListSettlements>;
