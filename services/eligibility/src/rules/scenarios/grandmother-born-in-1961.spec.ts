import { describe, expect, it } from '@jest/globals';

import { household, member, personId } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

const born = (bornOn: `${number}-${number}-${number}`, bornOnPrecision: 'day' | 'month' | 'year') =>
  household({ members: [member({ bornOn, bornOnPrecision })] });
const pension = (home: ReturnType<typeof born>, asOf: `${number}-${number}-${number}` = '2026-11-20') =>
  screen('social-pension', home, { personId: personId(0), asOf });

describe('a grandmother who knows only that she was born in 1961', () => {
  it('may be 64 or 65: an officer has to look', () => {
    const { outcome, reasons } = pension(born('1961-01-01', 'year'));
    expect(outcome).toBe('needs_review');
    expect(reasons[0]).toMatchObject({
      met: null,
      seen: { en: 'Age: between 64 and 65 years' },
      needed: { en: 'Age: at least 65 years' },
    });
  });

  it('learns that her date of birth would settle it, either way', () => {
    const { wouldChange } = pension(born('1961-01-01', 'year'));
    expect(wouldChange.map(({ fact, outcome }) => [fact, outcome])).toEqual([['age', undefined]]);
  });

  it('is surely not 65 in the year before, and surely is in the year after', () => {
    expect(pension(born('1961-01-01', 'year'), '2025-12-31').outcome).toBe('ineligible');
    expect(pension(born('1961-01-01', 'year'), '2027-01-01').outcome).toBe('eligible');
  });

  it('qualifies from the day of her 65th birthday, once the day is known', () => {
    const known = born('1961-11-20', 'day');
    expect(pension(known, '2026-11-19').outcome).toBe('ineligible');
    expect(pension(known, '2026-11-20').outcome).toBe('eligible');
    expect(pension(known, '2026-11-21').outcome).toBe('eligible');
  });

  it('qualifies where the month is enough', () => {
    expect(pension(born('1961-10-01', 'month')).outcome).toBe('eligible');
    expect(pension(born('1961-11-01', 'month')).outcome).toBe('needs_review');
    expect(pension(born('1961-12-01', 'month')).outcome).toBe('ineligible');
  });
});
