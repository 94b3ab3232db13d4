import { z } from 'zod';

/** The largest page of any list. */
export const maxPageSize = 200;

/** One page of a list. `next` is the cursor to ask for the following page with, `null` on the last. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A page as a type: `Page<Household>`. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What every list takes from its address; a list with filters extends it. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(50),
  after: z.string().min(1).max(1000).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;
