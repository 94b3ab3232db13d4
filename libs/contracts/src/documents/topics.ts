import { z } from 'zod';

/** A topic as `infra/kafka/topics.json` declares it; servers create what stands there and nothing else. */
export const Topic = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*(\.[a-z0-9][a-z0-9-]*)+$/),
  kind: z.enum(['facts', 'personal']),
  partitions: z.int().min(1).max(100),
  retentionMs: z.int().min(-1),
  cleanup: z.literal('delete'),
});
export type Topic = z.infer<typeof Topic>;

/** How long each kind of topic is kept, in milliseconds: facts for ever, personal data for seven days. */
export const retentionMs = { facts: -1, personal: 604_800_000 } as const;
