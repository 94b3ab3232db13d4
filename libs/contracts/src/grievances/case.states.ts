import { defineStates } from '@janela/kernel';

/** A case can change officer and level as often as it must; an answer that did not help is taken up again. */
export const caseStates = defineStates(
  'case',
  {
    filed: ['assigned', 'escalated', 'withdrawn'],
    assigned: ['assigned', 'escalated', 'resolved', 'withdrawn'],
    escalated: ['assigned', 'escalated', 'resolved', 'withdrawn'],
    resolved: ['assigned', 'closed'],
    withdrawn: ['closed'],
    closed: [],
  },
  'filed',
);
export type CaseState = (typeof caseStates)['initial'];
