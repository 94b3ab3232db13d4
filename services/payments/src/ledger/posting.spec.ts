import { describe, expect, it } from '@jest/globals';

import { mustAddUp, transfer } from './posting.ts';

const posting = (...minor: bigint[]) => ({
  what: 'tried',
  about: {},
  currency: 'ZMW',
  entries: minor.map((amountMinor, index) => ({ account: `account:${index}`, amountMinor })),
});

describe('a posting', () => {
  it('takes from one account what it gives to another', () => {
    expect(transfer('funds:SCT', 'committed:SCT', 5n)).toEqual([
      { account: 'committed:SCT', amountMinor: 5n },
      { account: 'funds:SCT', amountMinor: -5n },
    ]);
  });

  it('moves nothing that is zero or less', () => {
    for (const minor of [0n, -1n]) expect(() => transfer('a:b', 'c:d', minor)).toThrow('is above zero');
  });

  it('adds up to zero, with two entries or more, none of them of nothing', () => {
    expect(() => mustAddUp(posting(1n, -1n))).not.toThrow();
    expect(() => mustAddUp(posting(3n, -1n, -2n))).not.toThrow();
    expect(() => mustAddUp(posting(1n, -2n))).toThrow('adds up to zero, not to -1');
    expect(() => mustAddUp(posting(0n))).toThrow('a debit and a credit');
    expect(() => mustAddUp(posting(1n, -1n, 0n))).toThrow('no entry of nothing');
  });
});
