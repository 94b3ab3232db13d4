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
