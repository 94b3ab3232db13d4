import { caseStates, type CaseState } from '@janela/contracts';

/** Returns whether a complaint still waits for an answer. */
export const isOpen = (state: CaseState): boolean => caseStates.mayBecome(state, 'withdrawn');
