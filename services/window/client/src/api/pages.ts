import { bodyOf } from '@janela/api-client';
import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

/** A page of a list, as the client of a service answers it. */
export type PageAnswer<Item> = Promise<{ data?: { items: Item[]; next: string | null } }>;

/** A list of a service, page by page; what it is to hold is asked of the service and never filtered here. */
export const pagesOf = <Item>(queryKey: QueryKey, page: (query: { after?: string }) => PageAnswer<Item>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => bodyOf(page(pageParam === undefined ? {} : { after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
