import { bodyOf } from '@janela/api-client';
import type { Enrolment, Member } from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { allInStates } from '../api/all-pages.ts';
import type { Sending } from '../api/attempt.ts';
import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { Refused } from '../api/problem.ts';
import { useAttempts } from '../api/store.tsx';
import { resumption, withdrawnDeath } from './household-changes.ts';

/** People by whatever was typed into the search box; the register reads it. */
export const peopleFound = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: () => bodyOf(api.registry.GET('/v1/people', { params: { query: { q: q.trim() } } })),
    enabled: q.trim() !== '',
  });

export const householdById = (id: string) =>
  queryOptions({
    queryKey: ['household', id],
    queryFn: () => bodyOf(api.registry.GET('/v1/households/{id}', { params: { path: { id } } })),
  });

/** Screening waits for the facts to have arrived: a fresh household is asked about again until they have. */
export const screeningOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'screening'],
    queryFn: () => bodyOf(api.eligibility.POST('/v1/screenings', { body: { householdId } })),
    retry: (count, error) => count < 15 && factsNotThere(error),
    retryDelay: 1_000,
  });

/** Whether the facts of the household have not arrived at eligibility yet. */
export const factsNotThere = (error: Error) =>
  error instanceof Refused && error.problem.code === 'eligibility.facts_not_arrived';

const current = ['active', 'suspended', 'waitlisted'] as const;

/** What the household and its people are in or wait for; what has ended is not asked for. */
export const enrolmentsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'enrolments'],
    queryFn: () =>
      allInStates(current, (page) =>
        api.eligibility.GET('/v1/enrolments', { params: { query: { householdId, ...page } } }),
      ),
  });

const undecided = ['submitted', 'recommended', 'reopened'] as const;

/** The applications that wait for a decision. */
export const openApplicationsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'applications', 'open'],
    queryFn: () =>
      allInStates(undecided, (page) =>
        api.eligibility.GET('/v1/applications', { params: { query: { householdId, ...page } } }),
      ),
  });

/** The newest payment of an enrolment. */
export const newestPaymentOf = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['enrolment', enrolmentId, 'newest payment'],
    queryFn: () => bodyOf(api.payments.GET('/v1/payments', { params: { query: { enrolmentId, limit: '1' } } })),
  });

export const applicationsOf = (householdId: string) =>
  pagesOf(['household', householdId, 'applications'], (page) =>
    api.eligibility.GET('/v1/applications', { params: { query: { householdId, ...page } } }),
  );

export const paymentsOf = (householdId: string) =>
  pagesOf(['household', householdId, 'payments'], (page) =>
    api.payments.GET('/v1/payments', { params: { query: { householdId, ...page } } }),
  );

export const casesOf = (householdId: string) =>
  pagesOf(['household', householdId, 'cases'], (page) =>
    api.grievances.GET('/v1/cases', { params: { query: { householdId, ...page } } }),
  );

export const historyOf = (id: string) =>
  pagesOf(['household', id, 'history'], (query) =>
    api.registry.GET('/v1/households/{id}/history', { params: { path: { id }, query } }),
  );

export const accessLogOf = (id: string) =>
  pagesOf(['household', id, 'access-log'], (query) =>
    api.registry.GET('/v1/households/{id}/access-log', { params: { path: { id }, query } }),
  );

/** Withdraws the death of a member that was reported or certified, with the reason why it was none. */
export function useWithdrawDeath(householdId: string, { personId, diedOn }: Member) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ reason, sending }: { reason: string; sending: Sending }) =>
      attempts.once(
        `death ${personId}`,
        changeOf('registry', 'post', `/v1/people/${personId}/death`, { body: withdrawnDeath(diedOn ?? '', reason) }),
        sending(),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}

/** Resumes an enrolment that is suspended because its person may be in the programme twice, with the reason why both may be. */
export function useResume({ id, version, householdId }: Enrolment) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ reason, sending }: { reason: string; sending: Sending }) =>
      attempts.once(
        `resume ${id}`,
        changeOf('eligibility', 'post', `/v1/enrolments/${id}/resume`, { version, body: resumption(reason) }),
        sending(),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}

/** Applies for the household, or for one person of it; whatever happens to the answer, there is one application. */
export function useApply(householdId: string) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ programme, personId }: { programme: string; personId?: string }) =>
      attempts.once(
        `apply ${householdId} ${programme} ${personId ?? ''}`,
        changeOf('eligibility', 'post', '/v1/applications', {
          body: personId ? { personId, programme } : { householdId, programme },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}
