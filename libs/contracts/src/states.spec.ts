import { describe, expect, it } from '@jest/globals';

import { applicationStates } from './eligibility/application.states.ts';
import { enrolmentStates } from './eligibility/enrolment.states.ts';
import { programmeVersionStates } from './eligibility/programme-version.states.ts';
import { appealStates } from './grievances/appeal.states.ts';
import { caseStates } from './grievances/case.states.ts';
import { cycleStates } from './payments/cycle.states.ts';
import { householdStates } from './registry/household.states.ts';
import { importStates } from './registry/import.states.ts';

describe('the life of things', () => {
  it('approves no cycle that was not submitted, and opens a rejected one again', () => {
    expect(cycleStates.states).toEqual(['open', 'submitted', 'approved', 'dispatched', 'closed']);
    expect([cycleStates.mayBecome('open', 'approved'), cycleStates.mayBecome('submitted', 'open')]).toEqual([
      false,
      true,
    ]);
    expect([cycleStates.mayBecome('approved', 'open'), cycleStates.mayBecome('dispatched', 'open')]).toEqual([
      false,
      false,
    ]);
  });

  it('decides no application without a recommendation, and a decided one again only when it was reopened', () => {
    expect(applicationStates.mayBecome('submitted', 'approved')).toBe(false);
    expect([applicationStates.next('approved'), applicationStates.next('refused')]).toEqual([
      ['reopened'],
      ['reopened'],
    ]);
    expect(applicationStates.next('reopened')).toEqual(['recommended', 'withdrawn']);
  });

  it('ends an enrolment once and for all', () => {
    expect(enrolmentStates.terminal).toEqual(['ended']);
    expect([
      enrolmentStates.mayBecome('waitlisted', 'suspended'),
      enrolmentStates.mayBecome('suspended', 'active'),
    ]).toEqual([false, true]);
  });

  it('never takes back a version that was published', () => {
    expect(programmeVersionStates.next('published')).toEqual(['superseded']);
  });

  it('closes a case only after an answer, or when it was withdrawn', () => {
    const before = caseStates.states.filter((state) => caseStates.mayBecome(state, 'closed'));
    expect(before).toEqual(['resolved', 'withdrawn']);
  });

  it('decides an appeal once', () => {
    expect(appealStates.terminal).toEqual(['upheld', 'dismissed', 'withdrawn']);
  });

  it('writes nothing of a file that was not checked', () => {
    expect(importStates.states.filter((state) => importStates.mayBecome(state, 'writing'))).toEqual(['checking']);
  });

  it('can open a household again that was closed or merged by mistake', () => {
    expect([householdStates.next('closed'), householdStates.next('merged')]).toEqual([['active'], ['active']]);
  });
});
