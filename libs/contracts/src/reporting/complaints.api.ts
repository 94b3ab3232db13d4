import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { PlainDate } from '../values/dates.ts';

/** `GET /v1/complaints`: how complaints fared that were filed in an area between two days, both included. */
export const ComplaintFigures = z.object({
  areaCode: AreaCode,
  from: PlainDate,
  to: PlainDate,
  filed: z.int(),
  resolved: z.int(),
  resolvedOnTime: z.int(),
  withdrawn: z.int(),
  open: z.int(),
  byCategory: z.array(z.object({ category: z.string(), filed: z.int(), resolved: z.int(), resolvedOnTime: z.int() })),
  sensitive: z.int().optional().describe('All there ever were, in the country; only for who works on them.'),
});
export type ComplaintFigures = z.infer<typeof ComplaintFigures>;
