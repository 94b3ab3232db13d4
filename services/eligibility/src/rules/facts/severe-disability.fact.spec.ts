import { describe, expect, it } from '@jest/globals';

import { aged, household, member, today } from '../../../test/support/households.ts';
import { completeDisabilityPresent } from './complete-disability-present.fact.ts';
import { completeDisability } from './complete-disability.fact.ts';
import { severeDisabilityPresent } from './severe-disability-present.fact.ts';
import { severeDisability } from './severe-disability.fact.ts';

const answers = { seeing: 1, hearing: 1, walking: 1, remembering: 1, selfCare: 1, communicating: 1 };

describe('disability by the Washington Group questions', () => {
  it.each([
    ['some difficulty is no severe disability', 2, false, false],
    ['a lot of difficulty is a severe one', 3, true, false],
    ['not being able at all is a complete one', 4, true, true],
  ])('%s, in any of the six domains', (_, level, severe, complete) => {
    for (const domain of Object.keys(answers)) {
      const person = member({ functioning: { ...answers, [domain]: level } });
      expect(severeDisability.from(person, today)).toBe(severe);
      expect(completeDisability.from(person, today)).toBe(complete);
    }
  });

  it('is not known while a domain was not asked and no other decides', () => {
    expect(severeDisability.from(member({ functioning: { ...answers, seeing: undefined } }), today)).toBeNull();
    expect(severeDisability.from(member({ functioning: undefined }), today)).toBeNull();
  });

  it('is known from one domain alone', () => {
    expect(severeDisability.from(member({ functioning: { walking: 3 } }), today)).toBe(true);
    expect(completeDisability.from(member({ functioning: { walking: 3 } }), today)).toBeNull();
  });

  it.each([
    ['the day before the fifth birthday', '2021-11-21', false],
    ['on the fifth birthday', '2021-11-20', null],
    ['after it', '2021-11-19', null],
  ] as const)('is not asked of small children: %s', (_, bornOn, severe) => {
    expect(severeDisability.from(member({ bornOn, functioning: undefined }), today)).toBe(severe);
  });

  it('is not known of a child who may already be five', () => {
    const child = member({ bornOn: '2021-01-01', bornOnPrecision: 'year', functioning: undefined });
    expect(severeDisability.from(child, today)).toBeNull();
  });

  it('counts for a small child of whom there is an answer', () => {
    expect(severeDisability.from(aged(3, { functioning: { ...answers, walking: 4 } }), today)).toBe(true);
    expect(severeDisability.from(aged(3, { functioning: { walking: 1 } }), today)).toBeNull();
  });

  it('is present in a household as soon as one member has it', () => {
    const among = (walking: number) =>
      household({ members: [member(), aged(70, { functioning: { ...answers, walking } })] });
    expect(severeDisabilityPresent.from(among(2), today)).toBe(false);
    expect(severeDisabilityPresent.from(among(3), today)).toBe(true);
    expect(completeDisabilityPresent.from(among(3), today)).toBe(false);
    expect(completeDisabilityPresent.from(among(4), today)).toBe(true);
  });

  it('is not known to be absent from a household while one member was not asked', () => {
    const unasked = household({ members: [member(), aged(8, { functioning: undefined })] });
    expect(severeDisabilityPresent.from(unasked, today)).toBeNull();
  });
});
