import { bodyOf } from '@janela/api-client';
import type { FundsState, ListHeldPayments, ReissueState, SettlementState } from '@janela/contracts';
import { queryOptions } from '@tanstack/react-query';

import { api } from '../api/client.ts';
import { pagesOf } from '../api/pages.ts';

/** What was given to programmes to spend. */
export const fundsIn = (state: FundsState | undefined) =>
  pagesOf(['funds', state], (page) => api.payments.GET('/v1/funds', { params: { query: { state, ...page } } }));

/** What each programme can spend now. */
export const balances = queryOptions({
  queryKey: ['balances'],
  queryFn: () => bodyOf(api.payments.GET('/v1/funds/balances')),
});

/** What providers said that does not fit, and that no one has settled. */
export const openDifferences = (of: { paymentId?: string } = {}) =>
  pagesOf(['differences', of], (page) =>
    api.payments.GET('/v1/differences', { params: { query: { ...of, ...page } } }),
  );

export const settlementsOf = (of: { state?: SettlementState; paymentId?: string }) =>
  pagesOf(['settlements', of], (page) =>
    api.payments.GET('/v1/settlements', { params: { query: { ...of, ...page } } }),
  );

export const reissuesOf = (of: { state?: ReissueState; paymentId?: string }) =>
  pagesOf(['reissues', of], (page) => api.payments.GET('/v1/reissues', { params: { query: { ...of, ...page } } }));

/** What of approved cycles is held, and waits for an approver to confirm its payee, or for an officer to release it. */
export const heldPayments = (waitsFor: ListHeldPayments['waitsFor']) =>
  pagesOf(['held', waitsFor], (page) =>
    api.payments.GET('/v1/held-payments', { params: { query: { waitsFor, ...page } } }),
  );
