import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { deliveryShape } from './household-parts.ts';

/** `PUT /v1/households/{id}/payee` */
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
