import { describe, expect, it } from '@jest/globals';
import { AmountRule } from '@janela/contracts';

import { household, member, today } from '../../../test/support/households.ts';
import { zambianWords } from '../../../test/support/zambia.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import { readFacts } from '../facts/read-facts.ts';
import { compileAmount } from './compile-amount.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const snapshotOf = (count: number, walking: number | undefined = 1) => {
  const functioning = { seeing: 1, hearing: 1, walking, remembering: 1, selfCare: 1, communicating: 1 };
  return readFacts(
    factCatalogue,
    household({ members: Array.from({ length: count }, () => member({ functioning })) }),
    today,
  );
};
const supplement = {
  id: 'severe_disability',
  title,
  when: { left: { fact: 'severe_disability_present' }, op: '==', right: true },
  amountMinor: 40_000,
};
const amountOf = (rule: unknown) => compileAmount(AmountRule.parse(rule), zambianWords);

describe('what one payment comes to', () => {
  it('is the same for everybody where it is fixed', () => {
    expect(amountOf({ base: { fixed: 40_000 } })(snapshotOf(1))).toBe(40_000);
    expect(amountOf({ base: { fixed: 0 } })(snapshotOf(1))).toBe(0);
  });

  it.each([
    ['some difficulty adds nothing', 2, 40_000],
    ['a lot of difficulty doubles it', 3, 80_000],
    ['not being able at all doubles it as well', 4, 80_000],
  ])('%s', (_, walking, amount) => {
    expect(amountOf({ base: { fixed: 40_000 }, supplements: [supplement] })(snapshotOf(1, walking))).toBe(amount);
  });

  it('is not known, neither the lower nor the higher, while the circumstance is not', () => {
    const rule = { base: { fixed: 40_000 }, supplements: [supplement] };
    expect(amountOf(rule)({ ...snapshotOf(1), household: { severe_disability_present: null } })).toBeNull();
  });

  it('is known where the circumstance that is not would add nothing', () => {
    const rule = { base: { fixed: 40_000 }, supplements: [{ ...supplement, amountMinor: 0 }] };
    expect(amountOf(rule)({ ...snapshotOf(1), household: {} })).toBe(40_000);
  });

  it('goes by the size of the household, the last step for all who are more', () => {
    const rule = { base: { byHouseholdSize: [54_000, 64_000, 74_000, 84_000, 100_000] } };
    expect([1, 4, 5, 6, 12].map((count) => amountOf(rule)(snapshotOf(count)))).toEqual([
      54_000, 84_000, 100_000, 100_000, 100_000,
    ]);
  });

  it('is not known where the size is not, unless every size gets the same', () => {
    const unsure = { ...snapshotOf(1), household: { household_size: { least: 4, most: 6 } } };
    expect(amountOf({ base: { byHouseholdSize: [1, 2, 3, 4, 5] } })(unsure)).toBeNull();
    expect(amountOf({ base: { byHouseholdSize: [1, 2, 3, 4] } })(unsure)).toBe(4);
    expect(amountOf({ base: { byHouseholdSize: [1, 2] } })({ ...unsure, household: {} })).toBeNull();
  });

  it('is not known beyond what can be counted exactly', () => {
    const rule = { base: { fixed: Number.MAX_SAFE_INTEGER }, supplements: [{ ...supplement, amountMinor: 1 }] };
    expect(amountOf(rule)(snapshotOf(1, 2))).toBe(Number.MAX_SAFE_INTEGER);
    expect(amountOf(rule)(snapshotOf(1, 3))).toBeNull();
  });
});
