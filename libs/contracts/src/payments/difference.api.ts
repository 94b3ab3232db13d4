import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';
import { OutcomeStatus } from './outcome.events.ts';
import { paymentStates } from './payment.states.ts';

/** Why what a provider said was recorded and not accepted. */
export const DifferenceKind = z.enum(['amount', 'currency', 'date', 'after_final', 'unknown_instruction']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** `accepted`: what the provider said is true, and the ledger follows. `dismissed`: it is put aside, and changes nothing. */
export const DifferenceResolution = z.enum(['accepted', 'dismissed']);
export type DifferenceResolution = z.infer<typeof DifferenceResolution>;

/** What is known of a payment: its state now, and what was paid where anything was. */
export const KnownPayment = z.object({ state: z.enum(paymentStates.states), paidMinor: MinorAmount.optional() });
export type KnownPayment = z.infer<typeof KnownPayment>;

/** What a provider said that does not fit what we know. It changed no balance and waits for a person. */
export const Difference = z.object({
  id: Id,
  kind: DifferenceKind,
  instructionId: Id,
  paymentId: Id.optional(),
  cycleId: Id.optional(),
  known: KnownPayment.optional().describe('Of our payment; absent where it is none of ours.'),
  provider: ProviderCode,
  status: OutcomeStatus,
  dueMinor: MinorAmount.nullable(),
  reportedMinor: MinorAmount.nullable(),
  currency: Currency.nullable().describe('As it was reported.'),
  providerReference: z.string(),
  occurredAt: Instant,
  receivedAt: Instant,
  proposed: z
    .object({
      settlementId: Id,
      resolution: DifferenceResolution,
      by: z.string().describe('The id of who proposed it.'),
    })
    .optional()
    .describe('It is proposed how to settle it, and another person has to confirm it.'),
  settled: z
    .object({ settlementId: Id, resolution: DifferenceResolution, note: z.string(), by: z.string(), at: Instant })
    .optional()
    .describe('`by` is the id of who confirmed it.'),
});
export type Difference = z.infer<typeof Difference>;

/** `GET /v1/differences` */
export const ListDifferences = listQuery({
  settled: z.enum(['true', 'false']).default('false'),
  paymentId: Id.optional().describe('Only those about this payment.'),
});
export type ListDifferences = z.infer<typeof ListDifferences>;
