import { describe, expect, it } from '@jest/globals';
import { type ActOnCase, caseStates } from '@janela/contracts';

import { ActionNotPossible } from '../grievances.errors.ts';
import { stateAfter } from './actions.ts';

const actions: ActOnCase['action'][] = ['assign', 'note', 'escalate', 'resolve', 'reopen', 'close', 'withdraw'];

describe('what can be done to a case', () => {
  it.each([
    ['filed', ['assign', 'note', 'escalate', 'withdraw']],
    ['assigned', ['assign', 'note', 'escalate', 'resolve', 'withdraw']],
    ['escalated', ['assign', 'note', 'escalate', 'resolve', 'withdraw']],
    ['resolved', ['note', 'reopen', 'close']],
    ['withdrawn', ['note', 'close']],
    ['closed', []],
  ] as const)('that is %s', (state, possible) => {
    const taken = actions.filter((action) => isTaken(() => stateAfter(state, action)));
    expect(taken).toEqual(possible);
  });

  it('leads nowhere that the table of states does not', () => {
    for (const state of caseStates.states)
      for (const action of actions) {
        if (action === 'note' || !isTaken(() => stateAfter(state, action))) continue;
        expect(caseStates.mayBecome(state, stateAfter(state, action))).toBe(true);
      }
  });
});

function isTaken(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(ActionNotPossible);
    return false;
  }
}
