import { paymentStates } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { mustAddUp, type Posting } from '../ledger/posting.ts';
import { acceptancePostings, outcomePostings, refundPosting } from './outcome-postings.ts';

const payment = { id: 'p', cycleId: 'c', programme: 'SCT', provider: 'sandbox', currency: 'ZMW', amountMinor: 400n };

function balancesOf(postings: readonly Posting[]): Record<string, bigint> {
  postings.forEach(mustAddUp);
  const balances = new Map<string, bigint>();
  for (const { account, amountMinor } of postings.flatMap(({ entries }) => entries))
    balances.set(account, (balances.get(account) ?? 0n) + amountMinor);
  return Object.fromEntries([...balances].filter(([, balance]) => balance !== 0n));
}

describe('the book', () => {
  it('follows a payment wherever it goes', () => {
    expect(balancesOf(outcomePostings(payment, 'sent', 'paid'))).toEqual({
      'paid:SCT': 400n,
      'in_flight:sandbox': -400n,
    });
    expect(balancesOf(outcomePostings(payment, 'sent', 'failed'))).toEqual({
      'funds:SCT': 400n,
      'in_flight:sandbox': -400n,
    });
    expect(balancesOf([refundPosting(payment)])).toEqual({ 'funds:SCT': 400n, 'returned:SCT': -400n });
  });

  it('comes to the same whether money came back at once or after it was paid', () => {
    const after = [...outcomePostings(payment, 'sent', 'paid'), ...outcomePostings(payment, 'paid', 'returned')];
    expect(balancesOf(after)).toEqual(balancesOf(outcomePostings(payment, 'unknown', 'returned')));
  });

  it('does not move where money does not', () => {
    for (const from of paymentStates.states)
      for (const to of ['sent', 'unknown'] as const) expect(outcomePostings(payment, from, to)).toEqual([]);
  });

  it('shows, of another amount that was paid, who owes what to whom', () => {
    expect(balancesOf(acceptancePostings(payment, 500n))).toEqual({
      'in_flight:sandbox': -400n,
      'paid:SCT': 400n,
      'recoverable:SCT': 100n,
      'provider:sandbox': -100n,
    });
    expect(balancesOf(acceptancePostings(payment, 300n))).toEqual({
      'in_flight:sandbox': -400n,
      'paid:SCT': 300n,
      'provider:sandbox': 100n,
    });
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000n), (paidMinor) => {
        const balances = balancesOf(acceptancePostings(payment, paidMinor));
        expect(balances['in_flight:sandbox']).toBe(-400n);
        expect((balances['paid:SCT'] ?? 0n) + (balances['recoverable:SCT'] ?? 0n)).toBe(paidMinor);
      }),
    );
  });
});
