import type { Application, DecideApplication } from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { ask } from '../api/api.ts';
import { afterwards, type Sending } from '../api/attempt.ts';
import { pagesOf } from '../api/pages.ts';
import { useAttempts } from '../api/store.tsx';

export const waitingApplications = pagesOf<Application>(
  ['applications', 'recommended'],
  '/eligibility/v1/applications',
  { state: 'recommended' },
);

export const applicationById = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: () => ask<Application>(`/eligibility/v1/applications/${id}`),
  });

/** Decides an application on the version that was looked at. */
export function useDecide({ id, version }: Application, sending: Sending) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: DecideApplication) =>
      attempts
        .once<Application>(`decide ${id}`, `/eligibility/v1/applications/${id}/decision`, { body, version })
        .then(afterwards(sending())),
    onSuccess: (decided) => {
      queries.setQueryData(['application', id], decided);
      return queries.invalidateQueries({ queryKey: ['applications'] });
    },
  });
}
