import type {
  Difference,
  Funds,
  FundsBalance,
  FundsState,
  Reissue,
  ReissueState,
  Settlement,
  SettlementState,
} from '@janela/contracts';
import { queryOptions } from '@tanstack/react-query';

import { ask } from '../api/api.ts';
import { pagesOf } from '../api/pages.ts';

/** What was given to programmes to spend. */
export const fundsIn = (state: FundsState | undefined) =>
  pagesOf<Funds>(['funds', state], '/payments/v1/funds', { state });

/** What each programme can spend now. */
export const balances = queryOptions({
  queryKey: ['balances'],
  queryFn: () => ask<{ items: FundsBalance[] }>('/payments/v1/funds/balances'),
});

/** What providers said that does not fit, and that nobody has settled. */
export const openDifferences = pagesOf<Difference>(['differences'], '/payments/v1/differences');

export const settlementsOf = (of: { state?: SettlementState; paymentId?: string }) =>
  pagesOf<Settlement>(['settlements', of], '/payments/v1/settlements', of);

export const reissuesOf = (of: { state?: ReissueState; paymentId?: string }) =>
  pagesOf<Reissue>(['reissues', of], '/payments/v1/reissues', of);
