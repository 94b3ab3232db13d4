import { describe, expect, it } from '@jest/globals';
import { ReportDeath, ResumeEnrolment } from '@janela/contracts';

import { isSuspected, resumption, withdrawnDeath } from './household.api.ts';

describe('withdrawing a death', () => {
  it('sends the day that was reported and the reason why it was none', () => {
    const why = 'The certificate is of his grandfather.';
    expect(ReportDeath.parse(withdrawnDeath('2026-11-05', why))).toEqual({
      on: '2026-11-05',
      source: 'caseworker',
      certainty: 'withdrawn',
      reason: why,
    });
  });
});

describe('resuming an enrolment', () => {
  it('of a suspected duplicate sends why both may be in the programme', () => {
    expect(ResumeEnrolment.parse(resumption('They are twins.'))).toEqual({
      reason: 'officer_decision',
      duplicateReason: 'They are twins.',
    });
  });

  it('is offered for what is suspended because of a suspected duplicate, and for nothing else', () => {
    expect(isSuspected({ state: 'suspended', reason: 'duplicate_suspected' })).toBe(true);
    expect(isSuspected({ state: 'suspended', reason: 'case_open' })).toBe(false);
    expect(isSuspected({ state: 'active', reason: 'duplicate_suspected' })).toBe(false);
  });
});
