import type {
  Cycle,
  CycleComparison,
  OpenCycle,
  Page,
  PaidProgramme,
  Payment,
  PaymentState,
  Reconciliation,
} from '@janela/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { useAttempt } from '../api/attempt.ts';
import { ask, withQuery } from '../api/api.ts';

export const cycles = queryOptions({ queryKey: ['cycles'], queryFn: () => ask<Page<Cycle>>('/payments/v1/cycles') });

/** What payments has heard of each programme: a cycle opened now is for these enrolments. */
export const paidProgrammes = queryOptions({
  queryKey: ['paid-programmes'],
  queryFn: () => ask<{ items: PaidProgramme[] }>('/payments/v1/programmes'),
});

/** A cycle; while money is on its way it is asked for again every two seconds. */
export const cycleById = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id],
    queryFn: () => ask<Cycle>(`/payments/v1/cycles/${id}`),
    refetchInterval: ({ state }) => (state.data?.state === 'dispatched' ? 2_000 : false),
  });

export const comparisonOf = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'comparison'],
    queryFn: () => ask<CycleComparison>(`/payments/v1/cycles/${id}/comparison`),
  });

export const reconciliationOf = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'reconciliation'],
    queryFn: () => ask<Reconciliation>(`/payments/v1/cycles/${id}/reconciliation`),
  });

export const paymentsIn = (cycleId: string, state: PaymentState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cycle', cycleId, 'payments', state],
    queryFn: ({ pageParam }) =>
      ask<Page<Payment>>(withQuery(`/payments/v1/cycles/${cycleId}/payments`, { state, after: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** What hangs on a cycle is asked for again whenever its tallies say that something has moved. */
export function useFollowing({ id, byState }: Cycle): void {
  const queries = useQueryClient();
  const tallies = JSON.stringify(byState);
  const seen = useRef(tallies);
  useEffect(() => {
    // What is on its way for the first time need not be asked for twice.
    if (seen.current === tallies) return;
    seen.current = tallies;
    for (const part of ['payments', 'reconciliation'])
      void queries.invalidateQueries({ queryKey: ['cycle', id, part] });
  }, [queries, id, tallies]);
}

/** Opens a cycle; a second click opens no second one. */
export function useOpenCycle() {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: OpenCycle) =>
      ask<Cycle>('/payments/v1/cycles', { method: 'POST', body, idempotencyKey: attempt.key() }),
    onSuccess: () => {
      attempt.done();
      return queries.invalidateQueries({ queryKey: ['cycles'] });
    },
  });
}

export type CycleStep = 'submit' | 'approve' | 'reject' | 'dispatch' | 'close';

/** Takes a cycle one step on, on the version that was looked at. */
export function useCycleStep({ id, version }: Cycle) {
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ step, reason }: { step: CycleStep; reason?: string }) =>
      ask<Cycle>(`/payments/v1/cycles/${id}/${step}`, {
        method: 'POST',
        body: reason ? { reason } : undefined,
        version,
        idempotencyKey: attempt.key(),
      }),
    onSettled: () => {
      attempt.done();
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['cycle', id] }),
        queries.invalidateQueries({ queryKey: ['cycles'] }),
      ]);
    },
  });
}
