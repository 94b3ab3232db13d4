import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

export const ParkedEventState = z.enum(['waiting', 'retried', 'set_aside']);
export type ParkedEventState = z.infer<typeof ParkedEventState>;

/** An event that a service could not take in; only its aggregate waits behind it. What it says is not shown. */
export const ParkedEvent = z.object({
  id: Id.describe('Of the parked record, not of the event.'),
  eventId: z.string().nullable().describe('Null when the record did not even say.'),
  type: z.string().nullable(),
  topic: z.string(),
  partition: z.int(),
  offset: z.string(),
  key: z.string().nullable(),
  state: ParkedEventState,
  error: z.string().describe('The code of the refusal, or the kind of failure.'),
  detail: z.string(),
  attempts: z.int(),
  waitingBehind: z.int().describe('Later events of the same aggregate that wait for this one.'),
  parkedAt: Instant,
});
export type ParkedEvent = z.infer<typeof ParkedEvent>;
