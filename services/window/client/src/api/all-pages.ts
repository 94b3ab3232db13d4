import { itemsOf, type PageQuery } from '@janela/api-client';

import type { PageAnswer } from './pages.ts';
import { Unreachable } from './problem.ts';

/** Returns every item of a list, read page by page to the end; for lists such as the areas, or what one household is enrolled in. */
export async function allOf<Item>(page: (query: PageQuery) => PageAnswer<Item>): Promise<Item[]> {
  const forward = async (query: PageQuery): PageAnswer<Item> => {
    const answer = await page(query);
    // A list that goes round in a circle is half a list at best.
    if (answer.data?.next && answer.data.next === query.after) throw new Unreachable(query.after);
    return answer;
  };
  const items: Item[] = [];
  for await (const item of itemsOf(forward)) items.push(item);
  return items;
}

/** The same, of several states: a service takes one state at a time. */
export async function allInStates<Item, State extends string>(
  states: readonly State[],
  page: (query: PageQuery & { state: State }) => PageAnswer<Item>,
): Promise<Item[]> {
  const lists = await Promise.all(states.map((state) => allOf((query) => page({ ...query, state }))));
  return lists.flat();
}
