import { defineStates } from '@janela/kernel';

/** Heard by somebody who neither decided nor recommended. */
export const appealStates = defineStates(
  'appeal',
  { filed: ['upheld', 'dismissed', 'withdrawn'], upheld: [], dismissed: [], withdrawn: [] },
  'filed',
);
export type AppealState = (typeof appealStates)['initial'];
