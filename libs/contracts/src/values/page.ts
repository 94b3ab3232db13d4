import { z } from 'zod';

/** One page of a list as it is answered. `next` is the cursor to ask for the following page with, `null` on the last. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A list that is short enough to be answered whole. */
export function items<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}

/** One page of a list as a type: `Page<Household>`. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

const defaultLimit = 50;
const maxLimit = 200;

/** The query of a list: its own filters with `limit` and `after`. Unknown parameters are refused. */
export function listQuery<S extends z.ZodRawShape>(filters: S) {
  return z.strictObject({
    ...filters,
    limit: z
      .string()
      .regex(/^\d{1,4}$/, 'must be a whole number')
      .transform(Number)
      .pipe(z.int().min(1).max(maxLimit))
      .default(defaultLimit),
    after: z.string().min(1).max(1_024).optional(),
  });
}
