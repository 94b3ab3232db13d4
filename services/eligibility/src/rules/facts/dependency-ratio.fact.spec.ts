import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aged, household, today } from '../../../test/support/households.ts';
import { dependencyRatio } from './dependency-ratio.fact.ts';
import { fitMembers } from './fit-members.fact.ts';
import { unfitMembers } from './unfit-members.fact.ts';

const people = (fit: number, unfit: number, unsure = 0) =>
  household({
    members: [
      ...Array.from({ length: fit }, () => aged(30)),
      ...Array.from({ length: unfit }, () => aged(8)),
      ...Array.from({ length: unsure }, () => aged(30, { chronicIllness: undefined })),
    ],
  });

describe('members fit for work, unfit, and the ratio between them', () => {
  it.each([
    ['just below three to one', 2, 5, 250],
    ['three to one', 2, 6, 300],
    ['just above three to one', 2, 7, 350],
    ['a third, rounded down', 3, 1, 33],
    ['no dependants', 2, 0, 0],
  ])('%s', (_, fit, unfit, hundredths) => {
    expect(fitMembers.from(people(fit, unfit), today)).toEqual({ least: fit, most: fit });
    expect(unfitMembers.from(people(fit, unfit), today)).toEqual({ least: unfit, most: unfit });
    expect(dependencyRatio.from(people(fit, unfit), today)).toEqual({ least: hundredths, most: hundredths });
  });

  it('has no ratio where no member is fit for work, or perhaps none', () => {
    expect(dependencyRatio.from(people(0, 3), today)).toBeNull();
    expect(dependencyRatio.from(people(0, 3, 1), today)).toBeNull();
  });

  it('lies between the ratios that it can be while a member’s health is not known', () => {
    expect(fitMembers.from(people(1, 2, 1), today)).toEqual({ least: 1, most: 2 });
    expect(unfitMembers.from(people(1, 2, 1), today)).toEqual({ least: 2, most: 3 });
    expect(dependencyRatio.from(people(1, 2, 1), today)).toEqual({ least: 100, most: 300 });
  });

  it('reaches a whole number of dependants exactly when each fit member has as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(40), fc.nat(6), (fit, unfit, each) => {
        const ratio = dependencyRatio.from(people(fit, unfit), today);
        const value = ratio !== null && typeof ratio === 'object' ? ratio.least : Number.NaN;
        expect(value >= each * 100).toBe(unfit >= each * fit);
      }),
      { numRuns: 200 },
    );
  });
});
