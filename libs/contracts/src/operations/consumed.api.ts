import { z } from 'zod';

import { Id } from '../values/identity.ts';

/** Whether a service has taken in an event, for a screen that waits for the reaction to what it did. */
export const Consumed = z.object({
  eventId: Id,
  state: z
    .enum(['not_seen', 'consumed', 'parked'])
    .describe('`parked`: it could not be taken in and waits for a person.'),
});
export type Consumed = z.infer<typeof Consumed>;
