import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { Id } from '../values/identity.ts';
import { listQuery } from '../values/page.ts';

export const ParkedEventState = z.enum(['waiting', 'retried', 'set_aside']);
export type ParkedEventState = z.infer<typeof ParkedEventState>;

/** `GET /v1/parked-events` */
export const ListParkedEvents = listQuery({ state: ParkedEventState.default('waiting') });
export type ListParkedEvents = z.infer<typeof ListParkedEvents>;

/** An event that a service could not take in; only its aggregate waits behind it. What it says is not shown. */
export const ParkedEvent = z.object({
  id: Id.describe('Of the parked record, not of the event.'),
  consumer: z.string().describe('Who could not take it in: the service, or a projection of it.'),
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

/** An operator gives an event up for good; those that waited behind it go on. */
export const SetParkedEventAside = z.strictObject({ reason: z.string().trim().min(3).max(1_000) });
export type SetParkedEventAside = z.infer<typeof SetParkedEventAside>;

/** What became of an aggregate's parked events. */
export const ParkedEventRelease = z.object({
  released: z.int().describe('How many were applied, oldest first.'),
  remaining: z.int().describe('How many still wait.'),
  stoppedAt: z
    .object({ id: Id, error: z.string() })
    .optional()
    .describe('The one that failed again, and keeps the others waiting.'),
});
export type ParkedEventRelease = z.infer<typeof ParkedEventRelease>;
