import { bodyOf } from '@janela/api-client';
import type { Application, DecideApplication } from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import type { Sending } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useAttempts } from '../api/store.tsx';

export const waitingApplications = pagesOf(['applications', 'recommended'], (page) =>
  api.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', ...page } } }),
);

export const applicationById = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: () => bodyOf(api.eligibility.GET('/v1/applications/{id}', { params: { path: { id } } })),
  });

/** Decides an application on the version that was looked at. */
export function useDecide({ id, version }: Application, sending: Sending) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: DecideApplication) =>
      attempts.once(
        `decide ${id}`,
        changeOf('eligibility', 'post', `/v1/applications/${id}/decision`, { body, version }),
        sending(),
      ),
    onSuccess: (decided) => {
      queries.setQueryData(['application', id], decided);
      return queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
}
