import { z } from 'zod';

import { Instant } from '../values/dates.ts';
import { listQuery } from '../values/page.ts';

/** `GET /v1/households/{id}/history` */
export const ListHouseholdChanges = listQuery({});
export type ListHouseholdChanges = z.infer<typeof ListHouseholdChanges>;

/** A line of a household's history. */
export const HouseholdChange = z.object({
  version: z.int(),
  at: Instant,
  by: z.string().describe('The name of who did it.'),
  what: z.string().describe('The code of what was done, such as `registered` or `moved`.'),
  changed: z.array(z.string()),
  reason: z.string().optional(),
  note: z.string().optional(),
});
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** `GET /v1/households/{id}/access-log` */
export const ListAccessLog = listQuery({});
export type ListAccessLog = z.infer<typeof ListAccessLog>;

/** Who looked at a household, for the household to see. */
export const AccessLogEntry = z.object({ at: Instant, by: z.string(), role: z.string(), what: z.string() });
export type AccessLogEntry = z.infer<typeof AccessLogEntry>;
