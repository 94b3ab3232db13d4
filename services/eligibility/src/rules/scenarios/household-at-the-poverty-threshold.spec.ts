import { describe, expect, it } from '@jest/globals';
import type { Asset } from '@janela/contracts';

import { aged, household } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

/** An old man with a grandchild at school: 17 points for the size, 3 for school, and those for what they own. */
const owning = (assets: Asset[] | undefined, dairy: { dairyInTwoWeeks?: boolean }) =>
  household({
    members: [aged(80, { relationship: 'head' }), aged(9, { relationship: 'grandchild', attendsSchool: true })],
    assets,
    consumption: dairy,
  });
const welfare = (home: ReturnType<typeof owning>) => {
  const { outcome, reasons } = screen('social-cash-transfer', home);
  return [outcome, reasons.at(-1)?.seen.en.split(': ').at(-1)];
};

describe('a household near the poverty threshold', () => {
  it.each<[string, Asset[], boolean, string, string]>([
    ['just poor enough, with 34 points', [], true, 'eligible', '64.1%'],
    ['poor enough, with 35', ['television', 'sofa'], false, 'eligible', '61.7%'],
    ['just not, with 36', ['brazier', 'sofa'], false, 'ineligible', '59.1%'],
  ])('is %s', (_, assets, dairy, outcome, likelihood) => {
    expect(welfare(owning(assets, { dairyInTwoWeeks: dairy }))).toEqual([outcome, likelihood]);
  });

  it('is decided where a missing answer makes no difference', () => {
    expect(welfare(owning([], {}))).toEqual(['eligible', 'between 64.1% and 88.8%']);
    expect(welfare(owning(['brazier', 'sofa'], {}))[0]).toBe('ineligible');
  });

  it('is looked at by an officer where it does', () => {
    expect(welfare(owning(['television'], {}))[0]).toBe('needs_review');
    expect(welfare(owning(undefined, { dairyInTwoWeeks: false }))[0]).toBe('needs_review');
  });

  it('learns the threshold, not what to own', () => {
    const { wouldChange } = screen('social-cash-transfer', owning(['brazier', 'sofa'], { dairyInTwoWeeks: false }));
    expect(wouldChange.map(({ criterion, fact }) => [criterion, fact])).toEqual([
      ['welfare_below_threshold', undefined],
    ]);
  });
});
