import type { Application, DecideApplication, Page } from '@janela/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { ask, withQuery } from '../api/api.ts';

export const waitingApplications = infiniteQueryOptions({
  queryKey: ['applications', 'recommended'],
  queryFn: ({ pageParam }) =>
    ask<Page<Application>>(withQuery('/eligibility/v1/applications', { state: 'recommended', after: pageParam })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const applicationById = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: () => ask<Application>(`/eligibility/v1/applications/${id}`),
  });

/** Decides an application on the version that was looked at. */
export function useDecide({ id, version }: Application) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecideApplication) =>
      ask<Application>(`/eligibility/v1/applications/${id}/decision`, { method: 'POST', body: decision, version }),
    onSuccess: (decided) => {
      queries.setQueryData(['application', id], decided);
      return queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
}
