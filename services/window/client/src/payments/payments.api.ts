import { bodyOf } from '@janela/api-client';
import type { Cycle, OpenCycle, PaymentState } from '@janela/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { changeOf } from '../api/change.ts';
import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';
import { useAttempts } from '../api/store.tsx';

export const cycles = pagesOf(['cycles'], (query) => api.payments.GET('/v1/cycles', { params: { query } }));

/** What payments has consumed of each programme: a cycle opened now is for these enrolments. */
export const paidProgrammes = queryOptions({
  queryKey: ['paid-programmes'],
  queryFn: () => bodyOf(api.payments.GET('/v1/programmes')),
});

/** A cycle; while money is on its way it is asked for again every two seconds. */
export const cycleById = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id],
    queryFn: () => bodyOf(api.payments.GET('/v1/cycles/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'dispatched' ? 2_000 : false),
  });

export const comparisonOf = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'comparison'],
    queryFn: () => bodyOf(api.payments.GET('/v1/cycles/{id}/comparison', { params: { path: { id } } })),
  });

export const reconciliationOf = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'reconciliation'],
    queryFn: () => bodyOf(api.payments.GET('/v1/cycles/{id}/reconciliation', { params: { path: { id } } })),
  });

export const paymentsIn = (cycleId: string, state: PaymentState | undefined, reasonCode?: string) =>
  pagesOf(['cycle', cycleId, 'payments', state, reasonCode], (page) =>
    api.payments.GET('/v1/cycles/{id}/payments', {
      params: { path: { id: cycleId }, query: { state, reasonCode, ...page } },
    }),
  );

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

/** Opens a cycle; whatever happens to the answer, it is opened once. */
export function useOpenCycle() {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: (body: OpenCycle) =>
      attempts.once(`cycle ${body.programme} ${body.period}`, changeOf('payments', 'post', '/v1/cycles', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cycles'] }),
  });
}

const nothing = () => undefined;

export type CycleStep = 'submit' | 'approve' | 'reject' | 'dispatch' | 'close';

/** Takes a cycle one step on, on the version that was looked at. */
export function useCycleStep({ id, version }: Cycle) {
  const queries = useQueryClient();
  const attempts = useAttempts();
  return useMutation({
    mutationFn: ({ step, reason, sending }: { step: CycleStep; reason?: string; sending?: () => () => void }) =>
      attempts.once(
        `cycle ${id} ${step}`,
        step === 'reject'
          ? changeOf('payments', 'post', `/v1/cycles/${id}/reject`, { body: { reason: reason ?? '' }, version })
          : changeOf('payments', 'post', `/v1/cycles/${id}/${step}`, { version }),
        sending?.() ?? nothing,
      ),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['cycle', id] }),
        queries.invalidateQueries({ queryKey: ['cycles'] }),
      ]),
  });
}
