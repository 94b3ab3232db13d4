import { z } from 'zod';

import { AreaCode } from '../values/area.ts';
import { Id } from '../values/identity.ts';

/** The most people and households together whose names are returned at once. */
export const maxNamesAtOnce = 200;

/** `POST /v1/people/names`: how the people and households of a list are called. */
export const FindNames = z
  .strictObject({
    personIds: z.array(Id).max(maxNamesAtOnce).default([]),
    householdIds: z.array(Id).max(maxNamesAtOnce).default([]),
  })
  .refine(({ personIds, householdIds }) => personIds.length + householdIds.length <= maxNamesAtOnce, {
    error: `names more than ${maxNamesAtOnce} people and households`,
    params: { code: 'too_big' },
  });
export type FindNames = z.infer<typeof FindNames>;

/** The answer to it. Those unknown or out of reach are left out. */
export const Names = z.object({
  people: z.array(z.object({ personId: Id, name: z.string() })),
  households: z.array(
    z.object({
      householdId: Id,
      number: z.string(),
      head: z.string().nullable().describe('The name of its head; null where no one is alive.'),
      address: z.string().optional(),
      areaCode: AreaCode,
    }),
  ),
});
export type Names = z.infer<typeof Names>;
