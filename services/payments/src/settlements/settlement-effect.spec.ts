import { OutcomeStatus, paymentStates } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { mustAddUp } from '../ledger/posting.ts';
import { type Chain, type Claim, type Effect, effectOf, type SettledPayment } from './settlement-effect.ts';

const payment = (about: Partial<SettledPayment> = {}): SettledPayment => ({
  id: 'p',
  cycleId: 'c',
  programme: 'SCT',
  provider: 'sandbox',
  currency: 'ZMW',
  amountMinor: 400n,
  state: 'unknown',
  paidMinor: null,
  refundedAt: null,
  ...about,
});
const claim = (about: Partial<Claim> = {}): Claim => ({
  outcome: 'paid',
  minor: null,
  provider: 'sandbox',
  again: false,
  returnedSince: false,
  paidSince: false,
  ...about,
});
const alone: Chain = { otherLive: false, replaced: false, doubledMinor: 0n };

function balancesOf(effect: Effect | undefined): Record<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const { account, amountMinor } of (effect?.postings ?? []).flatMap(({ entries }) => entries))
    balances.set(account, (balances.get(account) ?? 0n) + amountMinor);
  return Object.fromEntries([...balances].filter(([, balance]) => balance !== 0n));
}

describe('what two people settle', () => {
  it('books what was paid after all from where the money is', () => {
    const paid = { 'paid:SCT': 400n };
    expect(balancesOf(effectOf(payment({ state: 'failed' }), claim(), alone))).toEqual({ ...paid, 'funds:SCT': -400n });
    const returned = payment({ state: 'returned' });
    expect(balancesOf(effectOf(returned, claim(), alone))).toEqual({ ...paid, 'returned:SCT': -400n });
    expect(balancesOf(effectOf(returned, claim({ returnedSince: true }), alone))).toEqual({});
    const paidAgain = effectOf(returned, claim({ returnedSince: true, again: true }), alone);
    expect(balancesOf(paidAgain)).toEqual({ ...paid, 'returned:SCT': -400n });
    for (const [about, chain] of [
      [{ refundedAt: new Date() }, alone],
      [{}, { ...alone, replaced: true }],
    ] as const)
      expect(balancesOf(effectOf({ ...returned, ...about }, claim(), chain))).toEqual({ ...paid, 'funds:SCT': -400n });
  });

  it('records what was paid twice as what is to be recovered, and what comes back of it', () => {
    const doubled = { 'recoverable:SCT': 400n, 'provider:sandbox': -400n };
    const twice = effectOf(payment({ state: 'failed' }), claim(), { ...alone, otherLive: true });
    expect([twice?.to, twice?.recoverableMinor, balancesOf(twice)]).toEqual([undefined, 400n, doubled]);
    const paid = payment({ state: 'paid', paidMinor: 400n });
    expect(balancesOf(effectOf(paid, claim({ again: true }), alone))).toEqual(doubled);
    const chain = { ...alone, doubledMinor: 400n };
    expect(effectOf(paid, claim({ outcome: 'returned' }), chain)).toMatchObject({ recoverableMinor: -400n });
    expect(effectOf(paid, claim({ outcome: 'returned', minor: 401n }), chain)).toBeUndefined();
  });

  it('takes back nothing for what had failed before the money was paid, and all of it for what failed after', () => {
    const paid = payment({ state: 'paid', paidMinor: 400n });
    const failed = (paidSince: boolean, chain = alone) =>
      effectOf(paid, claim({ outcome: 'failed', paidSince }), chain);
    expect(failed(true)).toEqual({ recoverableMinor: 0n, postings: [] });
    expect(failed(true, { ...alone, doubledMinor: 400n })).toEqual({ recoverableMinor: 0n, postings: [] });
    expect(failed(false)).toMatchObject({ to: 'returned', refunded: true });
  });

  it('takes back a part or all of what was paid, and never more', () => {
    const paid = payment({ state: 'paid', paidMinor: 400n });
    const back = (minor: bigint) => effectOf(paid, claim({ outcome: 'returned', minor }), alone);
    expect(back(399n)).toMatchObject({ to: 'paid', paidMinor: 1n });
    expect(back(400n)).toMatchObject({ to: 'returned', refunded: true });
    expect(back(401n)).toBeUndefined();
  });

  it('takes nothing back of what was not paid, and pays nothing out', () => {
    for (const state of ['failed', 'returned'] as const)
      expect(effectOf(payment({ state }), claim({ outcome: 'returned' }), alone)).toBeUndefined();
    const byAnother = claim({ outcome: 'returned', provider: 'another' });
    expect(effectOf(payment({ state: 'paid', paidMinor: 400n }), byAnother, alone)).toBeUndefined();
    for (const state of ['unknown', 'paid', 'failed'] as const)
      expect(effectOf(payment({ state }), claim({ minor: 0n }), alone)).toBeUndefined();
    expect(effectOf(payment(), claim({ minor: 1n }), alone)).toMatchObject({ to: 'paid', paidMinor: 1n });
  });

  it('always adds up, and is as much with people as it says', () => {
    const minor = fc.bigInt(0n, 1_000n);
    const property = fc.property(
      fc.record({ state: fc.constantFrom(...paymentStates.states.slice(2, 8)), paidMinor: fc.option(minor) }),
      fc.record({
        outcome: fc.constantFrom(...OutcomeStatus.options),
        minor: fc.option(minor),
        provider: fc.constantFrom('sandbox', 'another'),
        again: fc.boolean(),
        returnedSince: fc.constant(false),
        paidSince: fc.boolean(),
      }),
      fc.record({ otherLive: fc.boolean(), replaced: fc.boolean(), doubledMinor: minor }),
      (about, said, chain) => {
        const before = payment({ ...about, paidMinor: about.state === 'paid' ? (about.paidMinor ?? 400n) : null });
        const effect = effectOf(before, said, chain);
        if (!effect) return;
        effect.postings.forEach(mustAddUp);
        const balances = balancesOf(effect);
        const withPeople = (state: string, paidMinor: bigint | null | undefined) =>
          state === 'paid' ? (paidMinor ?? 400n) : 0n;
        const change =
          withPeople(effect.to ?? before.state, effect.paidMinor ?? before.paidMinor) -
          withPeople(before.state, before.paidMinor);
        const booked = (balances['paid:SCT'] ?? 0n) + (balances['recoverable:SCT'] ?? 0n);
        expect(booked).toBe(change + effect.recoverableMinor);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
