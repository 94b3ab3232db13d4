import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { AreaCode } from '../values/area.ts';
import { Instant } from '../values/dates.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';
import { paragraph } from '../values/text.ts';
import { deliveryShape } from './household-parts.ts';

/** How a change of who collects can end. Only `confirmed` puts it in force. */
export const payeeChangeStates = ['pending', 'confirmed', 'refused', 'taken_back', 'replaced', 'dropped'] as const;
export const PayeeChangeState = z.enum(payeeChangeStates);
export type PayeeChangeState = z.infer<typeof PayeeChangeState>;

/** Why no one collects any more. */
export const payeeMissingReasons = ['died', 'left'] as const;

/** `PUT /v1/households/{id}/payee`: asks for it; it holds once another person has confirmed it. */
export const DesignatePayee = z
  .strictObject({ personId: Id, deputyPersonId: Id.optional(), ...deliveryShape })
  .refine(({ personId, deputyPersonId }) => personId !== deputyPersonId, {
    path: ['deputyPersonId'],
    error: 'is the payee already',
    params: { code: 'payee_is_deputy' },
  })
  .refine(({ channel, account }) => channel === 'cash' || account !== undefined, {
    path: ['account'],
    error: 'is needed unless it is paid in cash',
    params: { code: 'required' },
  });
export type DesignatePayee = z.infer<typeof DesignatePayee>;

/** Who collects for a household, as the register answers. */
export const Payee = z.object({
  personId: Id,
  deputyPersonId: Id.optional(),
  channel: DeliveryChannel,
  provider: ProviderCode.optional(),
  account: z.string().optional().describe('Masked but for its last digits.'),
});
export type Payee = z.infer<typeof Payee>;

/** That no one collects any more, and why: the last who did has died or left, and there was no deputy. */
export const PayeeMissing = z.object({
  reason: z.enum(payeeMissingReasons),
  formerPersonId: Id.describe('The member who collected.'),
});
export type PayeeMissing = z.infer<typeof PayeeMissing>;

/** A change of who collects, or by which way, that waits for a second person. */
export const PendingPayee = Payee.extend({
  id: Id.describe('The change.'),
  requestedBy: z.string().describe('The name of who asked for it.'),
  requestedById: z.string().describe('Who asked for it, and so cannot confirm it.'),
  requestedAt: Instant,
});
export type PendingPayee = z.infer<typeof PendingPayee>;

/** `GET /v1/payee-changes` */
export const ListPayeeChanges = listQuery({ state: PayeeChangeState.default('pending') });
export type ListPayeeChanges = z.infer<typeof ListPayeeChanges>;

/** `POST /v1/households/{id}/payee/refuse` */
export const RefusePayeeChange = z.strictObject({ reason: paragraph(1000) });
export type RefusePayeeChange = z.infer<typeof RefusePayeeChange>;

/** A change of who collects in a list, with what a second person needs to decide it. */
export const PayeeChange = PendingPayee.extend({
  state: PayeeChangeState,
  householdId: Id,
  householdNumber: z.string(),
  householdVersion: z.int().min(1).describe('To be sent as If-Match with the decision.'),
  areaCode: AreaCode,
  headName: z.string().optional().describe('Left out while the household has no head.'),
  payeeName: z.string().describe('Who is to collect.'),
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  reason: z.string().optional().describe('Why it was refused.'),
});
export type PayeeChange = z.infer<typeof PayeeChange>;
