import type {
  AccessLogEntry,
  Application,
  Case,
  Enrolment,
  Household,
  HouseholdChange,
  Page,
  Payment,
  PeopleFound,
  Screening,
} from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { useAttempt } from '../api/attempt.ts';
import { ask, withQuery } from '../api/api.ts';
import { Refused } from '../api/problem.ts';

/** What a search box may hold: a household number, an identity number, a phone, a birth year or a name. */
export function searchQuery(q: string): Record<string, string> {
  const text = q.trim();
  if (/^[A-Z]{2}[A-Z0-9]*-?\d{6}-?\d$/i.test(text)) return { number: text };
  if (/^\+?\d[\d ]{7,}$/.test(text)) return { phone: text.replaceAll(' ', '') };
  if (/^\d{4,}[\d/-]+$/.test(text)) return { identifier: text };
  const year = /\b(?:19|20)\d{2}\b/.exec(text)?.[0];
  const name = text.replace(year ?? '', '').trim();
  return { ...(name && { name }), ...(year && { bornOn: year }) };
}

export const peopleFound = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: () => ask<PeopleFound>(withQuery('/registry/v1/people', searchQuery(q))),
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

export const enrolmentsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'enrolments'],
    queryFn: () => ask<Page<Enrolment>>(withQuery('/eligibility/v1/enrolments', { householdId })),
  });

export const applicationsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'applications'],
    queryFn: () => ask<Page<Application>>(withQuery('/eligibility/v1/applications', { householdId })),
  });

export const paymentsOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'payments'],
    queryFn: () => ask<Page<Payment>>(withQuery('/payments/v1/payments', { householdId })),
  });

export const casesOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'cases'],
    queryFn: () => ask<Page<Case>>(withQuery('/grievances/v1/cases', { householdId })),
  });

export const historyOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'history'],
    queryFn: () => ask<Page<HouseholdChange>>(`/registry/v1/households/${householdId}/history`),
  });

export const accessLogOf = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'access-log'],
    queryFn: () => ask<Page<AccessLogEntry>>(`/registry/v1/households/${householdId}/access-log`),
  });

/** Applies for the household, or for one person of it; the key makes a double click one application. */
export function useApply(householdId: string) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ programme, personId }: { programme: string; personId?: string }) =>
      ask<Application>('/eligibility/v1/applications', {
        method: 'POST',
        body: { programme, ...(personId ? { personId } : { householdId }) },
        idempotencyKey: attempt.key(),
      }),
    onSuccess: () => {
      attempt.done();
      return queries.invalidateQueries({ queryKey: ['household', householdId] });
    },
  });
}
