import { describe, expect, it } from '@jest/globals';

import { aged, household, member, personId } from '../../../test/support/households.ts';
import { oldWomanUnasked } from '../../../test/support/situations.ts';
import { screen, versionOf, zambianWords } from '../../../test/support/zambia.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts } from '../facts/read-facts.ts';
import { compileAmountMissing } from './compile-amount.ts';

const today = '2026-11-20';
const sct = versionOf('social-cash-transfer');
const amountMissing = (of: Household) =>
  sct.amount && compileAmountMissing(sct.amount, zambianWords)(readFacts(factCatalogue, of, today));
const missingOf = (of: Household, criterion: string) =>
  screen('social-cash-transfer', of).reasons.find((reason) => reason.criterion === criterion)?.missing;
const unasked = (about: Parameters<typeof aged>[1] = {}) => ({ ...aged(30, about), functioning: undefined });

describe('what is not known', () => {
  it('is named with the question that answers it', () => {
    const home = household({ members: [member()], residence: undefined });
    expect(missingOf(home, 'resident_six_months')).toEqual([{ fact: 'resident_months', paths: ['residence.months'] }]);
  });

  it('is named person by person, and only of those of whom it is not known', () => {
    const home = household({ members: [member(), unasked(), aged(40)] });
    expect(missingOf(home, 'severely_disabled')).toEqual([
      {
        fact: 'severe_disability',
        personId: personId(1),
        paths: expect.arrayContaining(['members[].functioning.seeing']),
      },
    ]);
  });

  it('is not named where the answer is known without it', () => {
    const home = household({ members: [member(), aged(80), unasked()] });
    const { reasons } = screen('social-cash-transfer', home);
    for (const { met, missing } of reasons) if (met !== null) expect(missing).toBeUndefined();
  });

  it('says why an amount is not known', () => {
    expect(amountMissing(oldWomanUnasked)).toMatchObject([{ fact: 'severe_disability', personId: personId(0) }]);
    expect(amountMissing(household({ members: [member()] }))).toEqual([]);
  });
});
