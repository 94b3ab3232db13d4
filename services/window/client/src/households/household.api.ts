import type {
  AccessLogEntry,
  Application,
  Case,
  Enrolment,
  Household,
  HouseholdChange,
  Member,
  Page,
  Payment,
  PeopleFound,
  Screening,
} from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { allInStates } from '../api/all-pages.ts';
import { ask, withQuery } from '../api/api.ts';
import { afterwards, type Sending } from '../api/attempt.ts';
import { pagesOf } from '../api/pages.ts';
import { Refused } from '../api/problem.ts';
import { useAttempts } from '../api/store.tsx';

/** People by whatever was typed into the search box; the register reads it. */
export const peopleFound = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: () => ask<PeopleFound>(withQuery('/registry/v1/people', { q: q.trim() })),
    enabled: q.trim() !== '',
  });

export const householdById = (id: string) =>
  queryOptions({ queryKey: ['household', id], queryFn: () => ask<Household>(`/registry/v1/households/${id}`) });

/** Screening waits for the facts to have arrived: a fresh household is asked about again until they have. */
export const screeningOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'screening'],
    queryFn: () => ask<Screening>('/eligibility/v1/screenings', { method: 'POST', body: { householdId } }),
    retry: (count, error) => count < 15 && factsNotThere(error),
    retryDelay: 1_000,
  });

/** Whether eligibility has not heard of the household yet. */
export const factsNotThere = (error: Error) =>
  error instanceof Refused && error.problem.code === 'eligibility.facts_not_arrived';

/** What the household and its people are in or wait for; what has ended is not asked for. */
export const enrolmentsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'enrolments'],
    queryFn: () =>
      allInStates<Enrolment>('/eligibility/v1/enrolments', { householdId }, ['active', 'suspended', 'waitlisted']),
  });

/** The applications that nobody has decided yet. */
export const openApplicationsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'applications', 'open'],
    queryFn: () =>
      allInStates<Application>('/eligibility/v1/applications', { householdId }, [
        'submitted',
        'recommended',
        'reopened',
      ]),
  });

/** The newest payment of an enrolment. */
export const newestPaymentOf = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['enrolment', enrolmentId, 'newest payment'],
    queryFn: () => ask<Page<Payment>>(withQuery('/payments/v1/payments', { enrolmentId, limit: 1 })),
  });

export const applicationsOf = (householdId: string) =>
  pagesOf<Application>(['household', householdId, 'applications'], '/eligibility/v1/applications', { householdId });

export const paymentsOf = (householdId: string) =>
  pagesOf<Payment>(['household', householdId, 'payments'], '/payments/v1/payments', { householdId });

export const casesOf = (householdId: string) =>
  pagesOf<Case>(['household', householdId, 'cases'], '/grievances/v1/cases', { householdId });

export const historyOf = (householdId: string) =>
  pagesOf<HouseholdChange>(['household', householdId, 'history'], `/registry/v1/households/${householdId}/history`);

export const accessLogOf = (householdId: string) =>
  pagesOf<AccessLogEntry>(
    ['household', householdId, 'access-log'],
    `/registry/v1/households/${householdId}/access-log`,
  );

/** Withdraws the death of a member that was reported or certified, with the reason why it was none. */
export function useWithdrawDeath(householdId: string, { personId, diedOn }: Member) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ reason, sending }: { reason: string; sending: Sending }) =>
      attempts
        .once<Household>(`death ${personId}`, `/registry/v1/people/${personId}/death`, {
          body: withdrawnDeath(diedOn, reason),
        })
        .then(afterwards(sending())),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}

/** What is sent to withdraw a death: the day that was reported, and why it is withdrawn. */
export const withdrawnDeath = (on: string | undefined, reason: string) => ({
  on,
  source: 'caseworker',
  certainty: 'withdrawn',
  reason,
});

/** Whether an enrolment waits because its person may be in the programme twice. */
export const isSuspected = ({ state, reason }: Pick<Enrolment, 'state' | 'reason'>): boolean =>
  state === 'suspended' && reason === 'duplicate_suspected';

/** Resumes an enrolment that is suspended because its person may be in the programme twice, with the reason why both may be. */
export function useResume({ id, version, householdId }: Enrolment) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ reason, sending }: { reason: string; sending: Sending }) =>
      attempts
        .once<Enrolment>(`resume ${id}`, `/eligibility/v1/enrolments/${id}/resume`, {
          version,
          body: resumption(reason),
        })
        .then(afterwards(sending())),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}

/** What is sent to resume an enrolment of a suspected duplicate. */
export const resumption = (duplicateReason: string) => ({ reason: 'officer_decision', duplicateReason });

/** Applies for the household, or for one person of it; whatever happens to the answer, there is one application. */
export function useApply(householdId: string) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ programme, personId }: { programme: string; personId?: string }) =>
      attempts.once<Application>(
        `apply ${householdId} ${programme} ${personId ?? ''}`,
        '/eligibility/v1/applications',
        { body: personId ? { personId, programme } : { householdId, programme } },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['household', householdId] }),
  });
}
