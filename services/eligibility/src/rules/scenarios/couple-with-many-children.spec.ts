import { describe, expect, it } from '@jest/globals';

import { aged, household, member } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

const couple = [member({ sex: 'male' }), aged(38, { relationship: 'spouse' })];
const withChildren = (count: number) =>
  household({ members: [...couple, ...Array.from({ length: count }, () => aged(4, { relationship: 'child' }))] });

describe('a couple fit for work, with children', () => {
  it.each([
    [5, 'just below three for each', 'ineligible', false],
    [6, 'three for each', 'eligible', true],
    [7, 'more than three for each', 'eligible', true],
  ] as const)('with %s dependants, %s, is %s', (count, _, outcome, met) => {
    const screened = screen('social-cash-transfer', withChildren(count), { version: 1 });
    expect(screened.outcome).toBe(outcome);
    expect(screened.met).toMatchObject({ nobody_fit_for_work: false, three_dependants_each: met, incapacity: met });
  });

  it('qualifies in no category, however many the children', () => {
    expect(screen('social-cash-transfer', withChildren(7), { version: 2 }).outcome).toBe('ineligible');
  });

  it('learns what stands between them and the transfer', () => {
    const { wouldChange } = screen('social-cash-transfer', withChildren(5), { version: 1 });
    expect(wouldChange.map(({ criterion, needed }) => [criterion, needed.en])).toEqual([
      ['nobody_fit_for_work', 'Members fit for work: 0'],
      ['three_dependants_each', 'Members not fit for work to each one who is: at least 3'],
    ]);
  });

  it('qualifies once one of them can no longer work', () => {
    const injured = { ...couple[1], functioning: { ...couple[1]?.functioning, walking: 4 } } as (typeof couple)[number];
    const { members } = withChildren(5);
    const home = household({ members: [...members.slice(0, 1), injured, ...members.slice(2)] });
    expect(screen('social-cash-transfer', home, { version: 1 })).toMatchObject({
      outcome: 'eligible',
      amountMinor: 80_000,
    });
  });
});
