import { z } from 'zod';

import { DeliveryChannel } from '../codes/delivery.ts';
import { Id, ProviderCode } from '../values/identity.ts';
import { line } from '../values/text.ts';

/** `POST /v1/providers` */
export const AddProvider = z.strictObject({
  code: ProviderCode,
  name: line(100),
  channels: z.array(DeliveryChannel).min(1).max(DeliveryChannel.options.length),
});
export type AddProvider = z.infer<typeof AddProvider>;

/** Who pays out. Its instructions go to `payments.instruction.<code>`, which it alone may read. */
export const Provider = z.object({ ...AddProvider.shape, id: Id, name: z.string(), active: z.boolean() });
export type Provider = z.infer<typeof Provider>;
