import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { LocalText } from '../eligibility/rule-set.ts';
import { Id, ProviderCode } from '../values/identity.ts';

/** `POST /v1/providers`. The same again changes nothing. */
export const AddProvider = z.strictObject({
  code: ProviderCode,
  name: LocalText,
  channels: z.array(DeliveryChannel).min(1).max(DeliveryChannel.options.length),
});
export type AddProvider = z.infer<typeof AddProvider>;

/** Who pays out. Its instructions go to `payments.instruction.<code>`, which it alone may read. */
export const Provider = z.object({
  id: Id,
  code: ProviderCode,
  name: LocalText,
  channels: z.array(DeliveryChannel),
  active: z.boolean(),
});
export type Provider = z.infer<typeof Provider>;
