/** A page of a list, as a client answers it. */
interface PageAnswer<Item> {
  data?: { items: Item[]; next: string | null };
}

/** What a list's query says of its pages. */
export interface PageQuery {
  limit: string;
  after?: string;
}

/** The most that a service gives at once. */
const pageSize = '200';

/** Returns every item of a list, page after page. */
export async function* itemsOf<Item>(page: (query: PageQuery) => Promise<PageAnswer<Item>>): AsyncGenerator<Item> {
  let after: string | null | undefined;
  while (after !== null) {
    const { data } = await page({ limit: pageSize, ...(after !== undefined && { after }) });
    yield* data?.items ?? [];
    after = data?.next ?? null;
  }
}
