import { describe, expect, it } from '@jest/globals';
import { ChangeHousehold } from '@janela/contracts';

import { furtherConsent, withdrawalOf } from './consent.api.ts';

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
