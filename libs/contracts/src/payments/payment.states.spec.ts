import { describe, expect, it } from '@jest/globals';

import { paymentStates, type PaymentState } from './payment.states.ts';

/** How far a payment has come; a step may never lead back, except that a held one is released. */
const distance: Record<PaymentState, number> = {
  held: 0,
  frozen: 0,
  instructed: 1,
  sent: 2,
  unknown: 3,
  paid: 4,
  failed: 5,
  returned: 5,
  cancelled: 5,
};

describe('the states of a payment', () => {
  it('never lead backwards', () => {
    for (const from of paymentStates.states)
      for (const to of paymentStates.next(from)) {
        const isHolding = [from, to].every((state) => state === 'frozen' || state === 'held');
        expect([from, to, isHolding || distance[to] > distance[from]]).toEqual([from, to, true]);
      }
  });

  it('end in money that came, that did not, or that was never to come', () => {
    expect(paymentStates.terminal).toEqual(['failed', 'returned', 'cancelled']);
    expect(paymentStates.next('paid')).toEqual(['returned']);
  });

  it('let nothing be held or cancelled once it was instructed', () => {
    for (const from of ['instructed', 'sent', 'unknown', 'paid'] as const)
      expect([paymentStates.mayBecome(from, 'held'), paymentStates.mayBecome(from, 'cancelled')]).toEqual([
        false,
        false,
      ]);
  });

  it('let what is unknown become known, and never be sent again', () => {
    expect(paymentStates.next('unknown')).toEqual(['paid', 'failed', 'returned']);
  });
});
