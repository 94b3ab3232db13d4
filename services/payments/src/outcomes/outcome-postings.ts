import type { PaymentState } from '@janela/contracts';

import { accounts } from '../ledger/accounts.ts';
import { type Posting, transfer } from '../ledger/posting.ts';

/** A payment as the ledger sees it. */
export interface BookedPayment {
  readonly id: string;
  readonly cycleId: string;
  readonly programme: string;
  readonly provider: string;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** What goes through the book when an outcome moves a payment from one state to another. */
export function outcomePostings(payment: BookedPayment, from: PaymentState, to: PaymentState): Posting[] {
  const { programme, provider, amountMinor } = payment;
  const { inFlight, paid, funds, returned } = accounts;
  const booked = (what: string, source: string, target: string) => [
    postingOf(payment, what, transfer(source, target, amountMinor)),
  ];
  if (to === 'paid') return booked('payment_paid', inFlight(provider), paid(programme));
  if (to === 'failed') return booked('payment_failed', inFlight(provider), funds(programme));
  if (to !== 'returned') return [];
  return booked('payment_returned', from === 'paid' ? paid(programme) : inFlight(provider), returned(programme));
}

/**
 * What goes through the book when a person accepts that another amount was paid than was due: beyond it, the payee owes us and
 * we owe the provider; below it, the provider owes what the payee lacks.
 */
export function acceptancePostings(payment: BookedPayment, paidMinor: bigint): Posting[] {
  const asDue = outcomePostings(payment, 'sent', 'paid');
  const { programme, provider, amountMinor } = payment;
  const { recoverable, paid } = accounts;
  if (paidMinor === amountMinor) return asDue;
  const entries =
    paidMinor > amountMinor
      ? transfer(accounts.provider(provider), recoverable(programme), paidMinor - amountMinor)
      : transfer(paid(programme), accounts.provider(provider), amountMinor - paidMinor);
  return [...asDue, postingOf(payment, paidMinor > amountMinor ? 'payment_overpaid' : 'payment_underpaid', entries)];
}

/** Money that came back is the programme's to spend again. */
export function refundPosting(payment: BookedPayment): Posting {
  const { programme, amountMinor } = payment;
  const entries = transfer(accounts.returned(programme), accounts.funds(programme), amountMinor);
  return postingOf(payment, 'payment_refunded', entries);
}

function postingOf({ id, cycleId, currency }: BookedPayment, what: string, entries: Posting['entries']): Posting {
  return { what, about: { cycleId, paymentId: id }, currency, entries };
}
