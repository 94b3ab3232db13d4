import { describe, expect, it } from '@jest/globals';

import { aged, household, member } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

const alone = (count: number, head = member()) =>
  household({ members: [head, ...Array.from({ length: count }, () => aged(5, { relationship: 'child' }))] });

describe('a mother alone with her children', () => {
  it.each([
    [2, 'ineligible'],
    [3, 'eligible'],
    [4, 'eligible'],
  ] as const)('of whom there are %s, is %s', (count, outcome) => {
    const { met, ...screened } = screen('social-cash-transfer', alone(count));
    expect(screened.outcome).toBe(outcome);
    expect(met.female_headed_three_children).toBe(outcome === 'eligible');
  });

  it('does not count a child who has turned 18', () => {
    const home = (bornOn: '2008-11-20' | '2008-11-21') =>
      household({ members: [...alone(2).members, aged(17, { bornOn, relationship: 'child' })] });
    expect(screen('social-cash-transfer', home('2008-11-21')).outcome).toBe('eligible');
    expect(screen('social-cash-transfer', home('2008-11-20')).outcome).toBe('ineligible');
  });

  it('is not asked for three children where she has a severe disability', () => {
    const functioning = { seeing: 4, hearing: 1, walking: 1, remembering: 1, selfCare: 1, communicating: 1 };
    expect(screen('social-cash-transfer', alone(1, member({ functioning })))).toMatchObject({
      outcome: 'eligible',
      amountMinor: 80_000,
    });
  });
});

describe('a father alone with his children', () => {
  it('does not qualify by their number', () => {
    expect(screen('social-cash-transfer', alone(6, member({ sex: 'male' }))).outcome).toBe('ineligible');
  });
});

describe('brothers and sisters without parents', () => {
  it('qualify while the eldest, who is the head, is under 18', () => {
    const led = (bornOn: '2008-11-20' | '2008-11-21') => alone(1, member({ sex: 'male', bornOn }));
    expect(screen('social-cash-transfer', led('2008-11-21')).outcome).toBe('eligible');
    expect(screen('social-cash-transfer', led('2008-11-20')).outcome).toBe('ineligible');
  });
});
