import type { Page } from '@janela/contracts';

import { ask, withQuery } from './api.ts';
import { Unreachable } from './problem.ts';

/** Every item of a list, asked for page by page to the end; for lists such as the areas, or what one household is enrolled in. */
export async function allOf<Item>(path: string, query: Record<string, string | undefined>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await ask<Page<Item>>(withQuery(path, { ...query, limit: 200, after }));
    items.push(...page.items);
    if (page.next === null) return items;
    // A list that goes round in a circle is half a list at best.
    if (page.next === after) throw new Unreachable(path);
    after = page.next;
  }
}

/** The same, of several states: a service takes one state at a time. */
export async function allInStates<Item>(
  path: string,
  query: Record<string, string | undefined>,
  states: readonly string[],
): Promise<Item[]> {
  const lists = await Promise.all(states.map((state) => allOf<Item>(path, { ...query, state })));
  return lists.flat();
}
