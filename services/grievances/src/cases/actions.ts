import { type ActOnCase, type CaseState, caseStates } from '@janela/contracts';

import { ActionNotPossible } from '../grievances.errors.ts';

type Action = ActOnCase['action'];

/** What each action makes of a case; a note leaves it as it is. */
const becomes: Readonly<Record<Exclude<Action, 'note'>, CaseState>> = {
  assign: 'assigned',
  escalate: 'escalated',
  resolve: 'resolved',
  reopen: 'assigned',
  close: 'closed',
  withdraw: 'withdrawn',
};

/** Somebody still has to answer it. */
export function isOpen(state: CaseState): boolean {
  return state === 'filed' || state === 'assigned' || state === 'escalated';
}

/** The state that follows, by the table of states. Throws `ActionNotPossible`. */
export function stateAfter(state: CaseState, action: Action): CaseState {
  const next = action === 'note' ? state : becomes[action];
  const isPossible = action === 'note' ? !caseStates.isTerminal(state) : caseStates.mayBecome(state, next);
  // What was answered is taken up again by reopening it, with a reason, and not by giving it to somebody.
  const isDetour = (action === 'reopen') !== (state === 'resolved' && next === 'assigned');
  if (isPossible && !isDetour) return next;
  throw new ActionNotPossible(`A case that is ${state} cannot be told to ${action}`, { members: { state } });
}
