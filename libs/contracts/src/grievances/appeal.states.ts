import { defineStates } from '@janela/kernel';

/** Decided by a person who took no part in what it is against. */
export const appealStates = defineStates(
  'appeal',
  { filed: ['upheld', 'dismissed', 'withdrawn'], upheld: [], dismissed: [], withdrawn: [] },
  'filed',
);
export type AppealState = (typeof appealStates)['initial'];
