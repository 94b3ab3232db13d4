import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { Currency, MinorAmount } from '../values/money.ts';
import { listQuery } from '../values/page.ts';

/** What the pretend payment company can do with an instruction. */
export const SandboxOutcome = z.enum([
  'paid',
  'failed',
  'returned',
  'late',
  'silent',
  'duplicate',
  'when_asked',
  'unknown',
  'other_amount',
  'other_currency',
  'contradicts',
]);
export type SandboxOutcome = z.infer<typeof SandboxOutcome>;

/** What is to be done with instructions for accounts that end so, or of exactly this amount. The amount goes first. */
export const SandboxBehaviour = z.union([
  z.strictObject({ accountEnding: z.string().regex(/^[0-9A-Za-z]{2}$/), outcome: SandboxOutcome }),
  z.strictObject({ amountMinor: MinorAmount, outcome: SandboxOutcome }),
]);
export type SandboxBehaviour = z.infer<typeof SandboxBehaviour>;

/** `POST /v1/behaviours`: adds to what is set; the same ending or amount again replaces it. `otherwise` is for all others. */
export const SetBehaviours = z.strictObject({
  behaviours: z.array(SandboxBehaviour).max(100).default([]),
  otherwise: SandboxOutcome.optional(),
});
export type SetBehaviours = z.input<typeof SetBehaviours>;

export const SandboxBehaviours = z.object({ behaviours: z.array(SandboxBehaviour), otherwise: SandboxOutcome });
export type SandboxBehaviours = z.infer<typeof SandboxBehaviours>;

/** Money that the pretend company moved, in the order in which it did. */
export const SandboxMovement = z.object({
  id: Id,
  instructionId: Id,
  paymentId: Id,
  endToEndId: z.string(),
  direction: z.enum(['out', 'back']).describe('To the payee, or back to who sent it.'),
  amountMinor: MinorAmount,
  currency: Currency,
  reference: z.string(),
  at: Instant,
});
export type SandboxMovement = z.infer<typeof SandboxMovement>;

/** `GET /v1/book` */
export const ListMovements = listQuery({ instructionId: Id.optional(), paymentId: Id.optional() });
export type ListMovements = z.infer<typeof ListMovements>;
