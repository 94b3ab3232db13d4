import type { PaymentState } from '@janela/contracts';

/** Whether a provider has the payment, and has not said for good what became of it. */
export function isUnderWay(state: PaymentState): boolean {
  return state === 'instructed' || state === 'sent' || state === 'unknown';
}
