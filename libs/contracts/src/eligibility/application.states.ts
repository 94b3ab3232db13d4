import { defineStates } from '@janela/kernel';

/**
 * The rules recommend, an officer decides. An appeal that is upheld reopens a decision; changed facts bring a new
 * recommendation until an officer has decided.
 */
export const applicationStates = defineStates(
  'application',
  {
    submitted: ['recommended', 'withdrawn'],
    recommended: ['recommended', 'approved', 'refused', 'withdrawn'],
    approved: ['reopened'],
    refused: ['reopened'],
    reopened: ['recommended', 'withdrawn'],
    withdrawn: [],
  },
  'submitted',
);
export type ApplicationState = (typeof applicationStates)['initial'];
