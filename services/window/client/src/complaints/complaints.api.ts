import { bodyOf } from '@janela/api-client';
import type {
  ActOnCase,
  Appeal,
  AppealState,
  Application,
  Case,
  DecideAppeal,
  FileAppeal,
  FileCase,
  Payment,
  Tracking,
} from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import type { Sending } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useAttempts } from '../api/store.tsx';

export const openCases = pagesOf(['cases', 'open'], (query) => api.grievances.GET('/v1/cases', { params: { query } }));

export const caseById = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: (): Promise<Case> => bodyOf(api.grievances.GET('/v1/cases/{id}', { params: { path: { id } } })),
  });

export const appealById = (id: string) =>
  queryOptions({
    queryKey: ['appeal', id],
    queryFn: () => bodyOf(api.grievances.GET('/v1/appeals/{id}', { params: { path: { id } } })),
  });

/** The complaints about a household; its page shows the same. */
export const casesOfHousehold = (householdId: string) =>
  queryOptions({
    queryKey: ['cases', 'of household', householdId],
    queryFn: () => bodyOf(api.grievances.GET('/v1/cases', { params: { query: { householdId, limit: '200' } } })),
  });

/** The appeals in a state, or all; the longest waiting first. */
export const appealsIn = (state: AppealState | undefined) =>
  pagesOf(['appeals', state ?? 'all'], (page) =>
    api.grievances.GET('/v1/appeals', { params: { query: { ...(state && { state }), ...page } } }),
  );

/** What an appeal is against, as the pages of applications and payments know it. */
export const contestedApplication = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: (): Promise<Application> =>
      bodyOf(api.eligibility.GET('/v1/applications/{id}', { params: { path: { id } } })),
  });

export const contestedPayment = (id: string) =>
  queryOptions({
    queryKey: ['payment', id],
    queryFn: (): Promise<Payment> => bodyOf(api.payments.GET('/v1/payments/{id}', { params: { path: { id } } })),
  });

export const categories = queryOptions({
  queryKey: ['case-categories'],
  queryFn: () => bodyOf(api.grievances.GET('/v1/categories')),
  staleTime: 300_000,
});

export const trackingOf = (number: string) =>
  queryOptions({
    queryKey: ['track', number],
    queryFn: (): Promise<Tracking> =>
      bodyOf(api.grievances.GET('/v1/track/{number}', { params: { path: { number } } })),
    enabled: number !== '',
  });

/** Files a complaint; whatever happens to the answer, it is filed once. */
export function useFileCase(form: string, sending: Sending) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: FileCase) =>
      attempts.once(form, changeOf('grievances', 'post', '/v1/cases', { body }), sending()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
}

/** Does something with a case, on the version that was looked at. */
export function useActOnCase(
  { id, version }: Case,
  sending: (...parts: ('note' | 'answer' | 'resolution')[]) => () => void,
) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: ActOnCase) => {
      const sent =
        body.action === 'resolve' ? sending('answer', 'resolution') : 'note' in body ? sending('note') : undefined;
      // Taking it on or closing it uses none of what was written.
      return attempts.once(
        `case ${id}`,
        changeOf('grievances', 'post', `/v1/cases/${id}/actions`, { body, version }),
        sent,
      );
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', id] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  });
}

/** Files an appeal against the decision that a case is about. */
export function useFileAppeal(caseId: string, sending: Sending) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: FileAppeal) =>
      attempts.once(`appeal ${caseId}`, changeOf('grievances', 'post', '/v1/appeals', { body }), sending()),
    // What was sent first may have been filed, and stands on the case then.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', caseId] }),
        queries.invalidateQueries({ queryKey: ['appeals'] }),
      ]),
  });
}

/** Decides an appeal, on the version that was looked at. */
export function useDecideAppeal({ id, version, caseId }: Appeal, sending: Sending) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: DecideAppeal) =>
      attempts.once(
        `decide appeal ${id}`,
        changeOf('grievances', 'post', `/v1/appeals/${id}/decision`, { body, version }),
        sending(),
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['appeal', id] }),
        queries.invalidateQueries({ queryKey: ['appeals'] }),
        queries.invalidateQueries({ queryKey: ['application'] }),
        queries.invalidateQueries({ queryKey: ['case', caseId] }),
      ]),
  });
}
