import { describe, expect, it } from '@jest/globals';
import { ChangeHousehold, ReportDeath, ResumeEnrolment } from '@janela/contracts';

import { furtherConsent, isSuspected, resumption, withdrawalOf, withdrawnDeath } from './household-changes.ts';

describe('recording a consent again', () => {
  it('names the purposes given before as well, each once, so that they are not withdrawn', () => {
    const purposes = ['eligibility', 'research'];
    const change = furtherConsent(['eligibility', 'payment'], { purposes, givenOn: '2026-11-20', method: 'signature' });
    expect(ChangeHousehold.parse(change)).toEqual({
      reason: 'circumstances',
      consent: { purposes: ['eligibility', 'payment', 'research'], givenOn: '2026-11-20', method: 'signature' },
    });
  });
});

describe('withdrawing a consent', () => {
  it('names one purpose, and leaves the others as they are', () => {
    expect(ChangeHousehold.parse(withdrawalOf('payment'))).toEqual({
      reason: 'circumstances',
      withdrawConsent: { purposes: ['payment'] },
    });
  });
});

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
