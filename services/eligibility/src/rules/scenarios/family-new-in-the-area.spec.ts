import { describe, expect, it } from '@jest/globals';

import { aged, household } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

const arrived = (since: `${number}-${number}-${number}`) =>
  household({ members: [aged(80, { relationship: 'head' })], residence: { since } });

describe('an old man who has moved to the area', () => {
  it.each([
    ['2026-05-21', 'the day before six months are over', 'ineligible'],
    ['2026-05-20', 'on the day on which they are', 'eligible'],
    ['2026-05-19', 'on the day after', 'eligible'],
  ] as const)('since %s, %s, is %s', (since, _, outcome) => {
    expect(screen('social-cash-transfer', arrived(since)).outcome).toBe(outcome);
  });

  it('learns that six months are all that is missing', () => {
    const { wouldChange } = screen('social-cash-transfer', arrived('2026-09-01'));
    expect(wouldChange).toMatchObject([
      {
        criterion: 'resident_six_months',
        fact: 'resident_months',
        outcome: 'eligible',
        seen: { en: 'Time lived in this area: 2 months' },
      },
    ]);
  });

  it('is not refused because he was not asked since when he lives here', () => {
    const unasked = household({ members: [aged(80, { relationship: 'head' })], residence: undefined });
    expect(screen('social-cash-transfer', unasked).outcome).toBe('needs_review');
  });

  it('receives the pension wherever he lives', () => {
    const home = arrived('2026-11-19');
    expect(screen('social-pension', home, { personId: home.members[0]?.personId ?? '' }).outcome).toBe('eligible');
  });
});
