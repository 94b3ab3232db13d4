import { defineStates } from '@janela/kernel';

/** Who submits does not approve; a rejected cycle is open again. */
export const cycleStates = defineStates(
  'cycle',
  {
    open: ['submitted'],
    submitted: ['approved', 'open'],
    approved: ['dispatched'],
    dispatched: ['closed'],
    closed: [],
  },
  'open',
);
export type CycleState = (typeof cycleStates)['initial'];
