import { defineStates } from '@janela/kernel';

/**
 * Never backwards: what a provider said last does not undo what it said for certain. An answer may overtake our own note that
 * the instruction was sent. A payment that failed or came back is made again as another payment, under another reference.
 */
export const paymentStates = defineStates(
  'payment',
  {
    frozen: ['instructed', 'held', 'cancelled'],
    held: ['frozen', 'cancelled'],
    instructed: ['sent', 'paid', 'failed', 'returned', 'unknown'],
    sent: ['paid', 'failed', 'returned', 'unknown'],
    unknown: ['paid', 'failed', 'returned'],
    paid: ['returned'],
    failed: [],
    returned: [],
    cancelled: [],
  },
  'frozen',
);
export type PaymentState = (typeof paymentStates)['initial'];
