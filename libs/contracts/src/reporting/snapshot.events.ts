import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { PlainDate } from '../values/dates.ts';
import { Id } from '../values/identity.ts';

export const SnapshotPublished = defineEvent('reporting.snapshot.published.v1', {
  summary: 'Figures were published as they stood, and can be shown again exactly so.',
  key: ({ snapshotId }) => snapshotId,
  data: z.object({
    snapshotId: Id,
    indicator: z.string().min(1).max(40).describe('Such as 1.3.1.'),
    asOf: PlainDate,
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the published bytes.'),
  }),
});
