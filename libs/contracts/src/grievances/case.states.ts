import { defineStates } from '@janela/kernel';

/**
 * A case can change officer and level as often as it must; an answer that did not help is taken up again. A closed one is not, but an
 * appeal against what it is about can be filed until its deadline, in any state.
 */
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
