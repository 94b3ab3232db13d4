import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { paragraph } from '../values/text.ts';
import { OutcomeStatus } from './outcome.events.ts';

/** Why what a provider said was written down and not believed. */
export const DifferenceKind = z.enum(['amount', 'currency', 'date', 'after_final', 'unknown_instruction']);
export type DifferenceKind = z.infer<typeof DifferenceKind>;

/** A person looked at a difference. `accepted`: what the provider said is true, and is booked; only for an amount. */
export const DifferenceResolution = z.enum(['accepted', 'dismissed']);
export type DifferenceResolution = z.infer<typeof DifferenceResolution>;

/** What a provider said that does not fit what we know. It changed no balance and waits for a person. */
export const Difference = z.object({
  id: Id,
  kind: DifferenceKind,
  instructionId: Id,
  paymentId: Id.optional(),
  cycleId: Id.optional(),
  provider: ProviderCode,
  status: OutcomeStatus,
  dueMinor: MinorAmount.nullable(),
  reportedMinor: MinorAmount.nullable(),
  currency: Currency.nullable().describe('As it was reported.'),
  providerReference: z.string(),
  occurredAt: Instant,
  receivedAt: Instant,
  settled: z.object({ resolution: DifferenceResolution, note: z.string(), by: z.string(), at: Instant }).optional(),
});
export type Difference = z.infer<typeof Difference>;

/** `POST /v1/differences/{id}/settle` */
export const SettleDifference = z.strictObject({ resolution: DifferenceResolution, note: paragraph(1000) });
export type SettleDifference = z.infer<typeof SettleDifference>;
