import { type ActOnCase, type CaseState, caseStates } from '@janela/contracts';

import { ActionNotPossible } from '../grievances.errors.ts';

type Action = ActOnCase['action'];

/** The state that each action leads to; a note leaves it as it is. */
const becomes: Readonly<Record<Exclude<Action, 'note'>, CaseState>> = {
  assign: 'assigned',
  escalate: 'escalated',
  resolve: 'resolved',
  reopen: 'assigned',
  close: 'closed',
  withdraw: 'withdrawn',
};

/** Returns whether an officer still has to answer a case in this state. */
export function isOpen(state: CaseState): boolean {
  return state === 'filed' || state === 'assigned' || state === 'escalated';
}

/** Returns the state that follows, by the table of states. Throws `ActionNotPossible`. */
export function stateAfter(state: CaseState, action: Action): CaseState {
  const next = action === 'note' ? state : becomes[action];
  const isPossible = action === 'note' ? !caseStates.isTerminal(state) : caseStates.mayBecome(state, next);
  // What was answered is taken up again by reopening it, with a reason, and not by assigning it.
  const isDetour = (action === 'reopen') !== (state === 'resolved' && next === 'assigned');
  if (isPossible && !isDetour) return next;
  throw new ActionNotPossible(`A case that is ${state} does not allow to ${action} it`, { members: { state } });
}
