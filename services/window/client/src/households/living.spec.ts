import { describe, expect, it } from '@jest/globals';
import type { Household, Member } from '@janela/contracts';

import { ageOn, headOf, inOrder, livingOf, payeeOf } from './living.ts';

const member = (personId: string, more: Partial<Member> = {}) =>
  ({
    personId,
    givenNames: personId,
    familyName: 'X',
    relationship: 'other',
    bornOn: '1990-01-01',
    bornOnPrecision: 'day',
    identifiers: [],
    ...more,
  }) as unknown as Member;
const household = (members: Member[], more: object = {}) => ({ members, ...more }) as unknown as Household;
const payee = (personId: string, deputyPersonId?: string) => ({ personId, deputyPersonId, channel: 'cash' });

const day = (text: string) => text as `${number}-${number}-${number}`;

describe('a household whose head has died', () => {
  const all = household([
    member('old', { relationship: 'head', diedOn: day('2026-11-01') }),
    member('new', { relationship: 'head' }),
    member('child'),
  ]);

  it('is headed by the living head, and counts the living', () => {
    expect([headOf(all)?.personId, livingOf(all).length]).toEqual(['new', 2]);
    expect(inOrder(all).map(({ personId }) => personId)).toEqual(['new', 'child', 'old']);
  });

  it('has no head while no one was named', () => {
    expect(
      headOf(household([member('old', { relationship: 'head', diedOn: day('2026-11-01') }), member('child')])),
    ).toBeUndefined();
  });
});

describe('who collects the money', () => {
  const dead = member('a', { diedOn: day('2026-11-01') });

  it('is no one who has died, and the deputy only while alive', () => {
    const found = payeeOf(household([dead, member('b')], { payee: payee('a', 'b') }));
    expect([found.payee, found.missing]).toEqual([undefined, { reason: 'died', personId: 'a' }]);
    expect(payeeOf(household([member('b'), dead], { payee: payee('b', 'a') })).deputy).toBeUndefined();
    expect(payeeOf(household([member('a'), member('b')], { payee: payee('a', 'b') }))).toMatchObject({
      payee: { personId: 'a' },
      deputy: 'b',
      missing: undefined,
    });
  });

  it('is no one where the register says that no one does', () => {
    const missing = { payee: null, payeeMissing: { reason: 'left', formerPersonId: 'z' } };
    expect(payeeOf(household([member('a')], missing))).toMatchObject({ missing: { reason: 'left', personId: 'z' } });
  });
});

describe('an age', () => {
  it('is there on the day of birth and after, and not said of a birth that has yet to come', () => {
    const born = (bornOn: string, bornOnPrecision: 'day' | 'month' | 'year' = 'day') => ({
      bornOn: day(bornOn),
      bornOnPrecision,
    });
    const today = day('2026-11-30');
    expect(ageOn(born('2026-12-01'), today)).toBeUndefined();
    expect(ageOn(born('2026-11-30'), today)).toEqual({ atLeast: 0, atMost: 0 });
    expect(ageOn(born('1949-08-16'), today)).toEqual({ atLeast: 77, atMost: 77 });
    for (const precision of ['month', 'year'] as const)
      expect(() => [
        ageOn(born('2026-12-01', precision), today),
        ageOn(born('2026-11-01', precision), today),
        ageOn(born('2026-01-01', precision), today),
      ]).not.toThrow();
  });
});
