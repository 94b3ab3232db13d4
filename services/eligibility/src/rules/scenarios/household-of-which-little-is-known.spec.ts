import { describe, expect, it } from '@jest/globals';

import { personId } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

/** Taken from an old list: a name, a sex, a year of birth and an area were all that it held. */
const listed = {
  areaCode: 'ZM104005',
  size: 1,
  members: [
    {
      personId: personId(0),
      sex: 'male' as const,
      bornOn: '1985-01-01' as const,
      bornOnPrecision: 'year' as const,
      relationship: 'head' as const,
    },
  ],
};

describe('a household of which little is known', () => {
  it('is neither admitted nor refused', () => {
    expect(screen('social-cash-transfer', listed, { version: 1 }).outcome).toBe('needs_review');
    expect(screen('social-cash-transfer', listed, { version: 2 }).outcome).toBe('needs_review');
    expect(screen('napsa-informal', listed, { personId: personId(0) }).outcome).toBe('needs_review');
  });

  it('is promised no amount', () => {
    expect(screen('social-cash-transfer', listed).amountMinor).toBeNull();
  });

  it('is refused only where what is known is enough for it', () => {
    expect(screen('social-pension', listed, { personId: personId(0) }).outcome).toBe('ineligible');
  });

  it('has a reason for every criterion all the same', () => {
    const { met, reasons } = screen('social-cash-transfer', listed);
    expect(met).toMatchObject({
      resident_six_months: null,
      elderly: false,
      child_headed: false,
      severely_disabled: null,
    });
    for (const { seen } of reasons.filter((reason) => reason.met === null))
      expect(seen.en).toMatch(/not known|between/);
  });
});
