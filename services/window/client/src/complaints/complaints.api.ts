import type {
  ActOnCase,
  Appeal,
  Case,
  CaseCategory,
  DecideAppeal,
  FileAppeal,
  FileCase,
  FiledCase,
  Page,
  Tracking,
} from '@janela/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { useAttempt } from '../api/attempt.ts';
import { ask, withQuery } from '../api/api.ts';

export const openCases = infiniteQueryOptions({
  queryKey: ['cases', 'open'],
  queryFn: ({ pageParam }) => ask<Page<Case>>(withQuery('/grievances/v1/cases', { after: pageParam })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
});

export const caseById = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => ask<Case>(`/grievances/v1/cases/${id}`) });

export const appealById = (id: string) =>
  queryOptions({ queryKey: ['appeal', id], queryFn: () => ask<Appeal>(`/grievances/v1/appeals/${id}`) });

export const categories = queryOptions({
  queryKey: ['case-categories'],
  queryFn: () => ask<Page<CaseCategory>>('/grievances/v1/categories'),
  staleTime: 300_000,
});

export const trackingOf = (number: string) =>
  queryOptions({
    queryKey: ['track', number],
    queryFn: () => ask<Tracking>(`/grievances/v1/track/${encodeURIComponent(number)}`),
    enabled: number !== '',
  });

/** Files a complaint; a second click files no second one. */
export function useFileCase() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: FileCase) =>
      ask<FiledCase>('/grievances/v1/cases', { method: 'POST', body, idempotencyKey: attempt.key() }),
    onSuccess: () => {
      attempt.done();
      return queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

/** Does something with a case, on the version that was looked at. */
export function useActOnCase({ id, version }: Case) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ActOnCase) => ask<Case>(`/grievances/v1/cases/${id}/actions`, { method: 'POST', body, version }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case', id] }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
      ]),
  });
}

/** Files an appeal against the decision that a case is about. */
export function useFileAppeal(caseId: string) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: FileAppeal) =>
      ask<Appeal>('/grievances/v1/appeals', { method: 'POST', body, idempotencyKey: attempt.key() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}

/** Decides an appeal, on the version that was looked at. */
export function useDecideAppeal({ id, version, caseId }: Appeal) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideAppeal) =>
      ask<Appeal>(`/grievances/v1/appeals/${id}/decision`, { method: 'POST', body, version }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['appeal', id] }),
        queries.invalidateQueries({ queryKey: ['case', caseId] }),
      ]),
  });
}
