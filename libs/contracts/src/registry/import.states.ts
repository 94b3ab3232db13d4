import { defineStates } from '@janela/kernel';

/** An imported file: every row is checked before the first household is written. */
export const importStates = defineStates(
  'import',
  {
    received: ['checking', 'failed'],
    checking: ['writing', 'failed'],
    writing: ['finished', 'failed'],
    finished: [],
    failed: [],
  },
  'received',
);
export type ImportState = (typeof importStates)['initial'];
