import type { Page } from '@janela/contracts';
import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

import { ask, withQuery } from './api.ts';

/** A list of a service, page by page; what it is to hold is asked of the service and never filtered here. */
export const pagesOf = <Item>(queryKey: QueryKey, path: string, query: Record<string, string | undefined> = {}) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => ask<Page<Item>>(withQuery(path, { ...query, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
