import type { MemberFacts } from '@janela/contracts';

import type { Household } from '../../src/rules/facts/household.ts';

/** The day on which the specs evaluate. */
export const today = '2026-11-20';

/** Returns a woman of 40, fit for work, of whom everything is known; `given` says what the test is about. */
export function member(given: Partial<MemberFacts> = {}): MemberFacts {
  return {
    personId: '00000000-0000-4000-8000-000000000001',
    sex: 'female',
    bornOn: '1986-03-01',
    bornOnPrecision: 'day',
    relationship: 'head',
    functioning: { seeing: 1, hearing: 1, walking: 1, remembering: 1, selfCare: 1, communicating: 1 },
    chronicIllness: false,
    palliativeCare: false,
    pregnant: false,
    attendsSchool: false,
    work: 'own_farm',
    insured: false,
    ...given,
  };
}

/** Returns a person who completes so many years on the day that the specs evaluate. */
export function aged(years: number, given: Partial<MemberFacts> = {}): MemberFacts {
  return member({ bornOn: `${2026 - years}-11-20` as MemberFacts['bornOn'], relationship: 'other_relative', ...given });
}

/**
 * Returns a poor household of Samfya with these members, long in its area, of which everything is known and which allows it
 * all.
 */
export function household(given: Partial<Household> & { members: MemberFacts[] }): Household {
  const members = given.members.map((each, index) => ({ ...each, personId: personId(index) }));
  return {
    areaCode: 'ZM104011',
    size: members.length,
    residence: { since: '2020-01-15', urban: false },
    dwelling: { floor: 'earth', walls: 'mud', roof: 'thatch', toilet: 'pit', water: 'well', lighting: 'candle' },
    assets: ['radio', 'bicycle'],
    consumption: { dairyInTwoWeeks: false },
    consentedPurposes: ['eligibility', 'payment', 'statistics'],
    ...given,
    members,
  };
}

/** Returns the id that `household` gives to its member at this place. */
export function personId(index: number): string {
  return `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
}
