import { OutcomeStatus, paymentStates } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  destinationOf,
  judgeOutcome,
  type PaymentSoFar,
  reportedOutcome,
  type ReportedOutcome,
} from './judge-outcome.ts';

const now = new Date('2026-11-20T10:00:00Z');
const payment = (about: Partial<PaymentSoFar> = {}): PaymentSoFar => ({
  provider: 'sandbox',
  state: 'sent',
  amountMinor: 40_000n,
  currency: 'ZMW',
  paidMinor: null,
  occurredAt: null,
  instructedAt: null,
  settlementId: null,
  ...about,
});
const outcome = (about: Partial<ReportedOutcome> = {}): ReportedOutcome => ({
  instructionId: 'i',
  provider: 'sandbox',
  status: 'paid',
  reasonCode: null,
  amountMinor: null,
  currency: null,
  providerReference: 'r',
  occurredAt: now,
  ...about,
});

describe('an outcome', () => {
  it('applies where nothing is known for certain, and the provider, amount and currency are right', () => {
    for (const state of ['instructed', 'sent', 'unknown'] as const)
      for (const status of ['paid', 'failed', 'returned'] as const)
        expect(judgeOutcome(payment({ state }), outcome({ status }), now)).toBe('applied');
  });

  it.each([
    [40_000n, 'ZMW', 'applied'],
    [39_999n, 'ZMW', 'amount'],
    [40_001n, 'ZMW', 'amount'],
    [40_000n, 'USD', 'currency'],
    [null, null, 'applied'],
  ] as const)('of %p %p is judged %s', (amountMinor, currency, verdict) => {
    expect(judgeOutcome(payment(), outcome({ amountMinor, currency }), now)).toBe(verdict);
  });

  it('of another provider, or about nothing, is about nothing that we know', () => {
    expect(judgeOutcome(payment({ provider: 'another' }), outcome(), now)).toBe('unknown_instruction');
    expect(judgeOutcome(undefined, outcome(), now)).toBe('unknown_instruction');
  });

  it('may come from a clock that goes five minutes fast, and no more', () => {
    const at = (ms: number) => outcome({ occurredAt: new Date(now.getTime() + ms) });
    expect(judgeOutcome(payment(), at(300_000), now)).toBe('applied');
    expect(judgeOutcome(payment(), at(300_001), now)).toBe('date');
  });

  it('happens after it was asked for, but for five minutes', () => {
    const asked = payment({ instructedAt: now });
    const at = (ms: number) => outcome({ occurredAt: new Date(now.getTime() - ms) });
    expect(judgeOutcome(asked, at(300_000), now)).toBe('applied');
    expect(judgeOutcome(asked, at(300_001), now)).toBe('date');
  });

  it('moves nothing that two people settled: it agrees, or it is a difference', () => {
    const settled = payment({ state: 'paid', paidMinor: 39_000n, settlementId: 's' });
    const amountOf = (amountMinor: bigint) => outcome({ amountMinor, currency: 'ZMW' });
    expect(judgeOutcome(settled, outcome(), now)).toBe('noted');
    expect(judgeOutcome(settled, amountOf(39_000n), now)).toBe('noted');
    expect(judgeOutcome(settled, amountOf(40_000n), now)).toBe('after_final');
    expect(judgeOutcome(settled, outcome({ status: 'failed' }), now)).toBe('after_final');
    const whole = payment({ state: 'paid', paidMinor: 40_000n, settlementId: 's' });
    expect(judgeOutcome(whole, outcome({ status: 'returned' }), now)).toBe('after_final');
  });

  it('of money that moves under another reference than before is a difference, also after people settled it', () => {
    const reported = (found: boolean, ...references: string[]) => ({ references: new Set(references), found });
    for (const settlementId of [null, 's'])
      for (const status of ['paid', 'returned'] as const) {
        const known = payment({ state: status, paidMinor: 40_000n, occurredAt: now, settlementId });
        expect(judgeOutcome(known, outcome({ status }), now, reported(false, 'other'))).toBe('after_final');
      }
    const settled = payment({ state: 'paid', paidMinor: 40_000n, settlementId: 's' });
    expect(judgeOutcome(settled, outcome(), now, reported(true))).toBe('noted');
    expect(judgeOutcome(settled, outcome(), now, reported(true, 'r'))).toBe('noted');
    expect(judgeOutcome(settled, outcome(), now, reported(true, 'other'))).toBe('after_final');
    const back = { ...settled, state: 'returned' as const };
    expect(judgeOutcome(back, outcome(), now, reported(true))).toBe('noted');
    expect(judgeOutcome(back, outcome(), now, reported(true, 'other'))).toBe('after_final');
    expect(judgeOutcome(back, outcome(), now, reported(false))).toBe('after_final');
    const failed = payment({ state: 'failed', settlementId: 's' });
    expect(judgeOutcome(failed, outcome({ status: 'failed' }), now, reported(true, 'other'))).toBe('noted');
  });

  it('that is pending or unknown says nothing new of what is under way, and comes too late for what is settled', () => {
    expect(judgeOutcome(payment({ state: 'unknown' }), outcome({ status: 'pending' }), now)).toBe('noted');
    expect(judgeOutcome(payment({ state: 'sent' }), outcome({ status: 'pending' }), now)).toBe('noted');
    expect(judgeOutcome(payment({ state: 'unknown' }), outcome({ status: 'unknown' }), now)).toBe('noted');
    expect(judgeOutcome(payment({ state: 'paid' }), outcome({ status: 'pending' }), now)).toBe('late');
    expect(judgeOutcome(payment({ state: 'failed' }), outcome({ status: 'unknown' }), now)).toBe('late');
  });

  it('that it was paid is only late after it came back, if it happened before that', () => {
    const returned = payment({ state: 'returned', occurredAt: now });
    expect(judgeOutcome(returned, outcome({ occurredAt: new Date(now.getTime() - 1) }), now)).toBe('late');
    expect(judgeOutcome(returned, outcome({ occurredAt: now }), now)).toBe('late');
    expect(judgeOutcome(returned, outcome({ occurredAt: new Date(now.getTime() + 1) }), now)).toBe('after_final');
    expect(judgeOutcome(returned, outcome({ amountMinor: 1n, currency: 'ZMW' }), now)).toBe('after_final');
  });

  it('never moves a payment where the table of states does not lead', () => {
    const states = fc.constantFrom(...paymentStates.states);
    const statuses = fc.constantFrom(...OutcomeStatus.options);
    fc.assert(
      fc.property(states, statuses, fc.bigInt(39_999n, 40_001n), (state, status, amountMinor) => {
        const said = outcome({ status, amountMinor, currency: 'ZMW' });
        if (judgeOutcome(payment({ state }), said, now) !== 'applied') return;
        expect([paymentStates.mayBecome(state, destinationOf(said)), amountMinor]).toEqual([true, 40_000n]);
      }),
    );
  });
});

describe('what a provider said', () => {
  const said = { instructionId: 'i', providerReference: 'r', occurredAt: '2026-11-20T12:00:00+02:00' };

  it('is read with its own time zone', () => {
    expect(reportedOutcome('sandbox', { ...said, status: 'paid' }).occurredAt).toEqual(now);
  });

  it('has a reason where money did not arrive, if only an unsaid one', () => {
    const reasonOf = (status: OutcomeStatus, reasonCode?: string) =>
      reportedOutcome('sandbox', { ...said, status, ...(reasonCode && { reasonCode }) }).reasonCode;
    expect([reasonOf('failed', 'AC04'), reasonOf('failed'), reasonOf('returned'), reasonOf('paid')]).toEqual([
      'AC04',
      'MS03',
      'MS03',
      null,
    ]);
  });
});
