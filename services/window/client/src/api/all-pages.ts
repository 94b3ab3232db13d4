import type { Page } from '@janela/contracts';

import { ask, withQuery } from './api.ts';

const mostPages = 10;

/** Every item of a list that is short by nature, such as what one household is enrolled in; asked for page by page to the end. */
export async function allOf<Item>(path: string, query: Record<string, string | undefined>): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await ask<Page<Item>>(withQuery(path, { ...query, limit: 200, after }));
    items.push(...page.items);
    if (page.next === null) break;
    after = page.next;
  }
  return items;
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
