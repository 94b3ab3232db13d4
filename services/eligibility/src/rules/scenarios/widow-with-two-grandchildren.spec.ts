import { describe, expect, it } from '@jest/globals';

import { aged, household, member, personId } from '../../../test/support/households.ts';
import { screen } from '../../../test/support/zambia.ts';

/** A widow of 70 who walks with a lot of difficulty, and two grandchildren at school, in a dwelling of mud in Samfya. */
const widow = member({
  bornOn: '1956-03-01',
  maritalStatus: 'widowed',
  functioning: { seeing: 1, hearing: 1, walking: 3, remembering: 1, selfCare: 2, communicating: 1 },
});
const grandchild = (years: number) => aged(years, { relationship: 'grandchild', attendsSchool: true });
const home = household({ members: [widow, grandchild(10), grandchild(8)] });

describe('a widow with two grandchildren', () => {
  it('qualifies for the Social Cash Transfer, whichever way incapacity is read', () => {
    expect(screen('social-cash-transfer', home, { version: 1 }).outcome).toBe('eligible');
    expect(screen('social-cash-transfer', home, { version: 2 }).outcome).toBe('eligible');
  });

  it('learns why, criterion by criterion', () => {
    expect(screen('social-cash-transfer', home, { version: 1 }).met).toEqual({
      resident_six_months: true,
      incapacity: true,
      nobody_fit_for_work: true,
      three_dependants_each: false,
      welfare_below_threshold: true,
    });
    expect(screen('social-cash-transfer', home, { version: 2 }).met).toEqual({
      resident_six_months: true,
      vulnerable: true,
      elderly: true,
      severely_disabled: true,
      palliative_care: false,
      child_headed: false,
      female_headed_three_children: false,
      welfare_below_threshold: true,
    });
  });

  it('can read the reasons in Portuguese', () => {
    const [residency, vulnerable] = screen('social-cash-transfer', home).reasons;
    expect(residency?.title.pt).toBe('Vive na área há seis meses');
    expect(residency?.seen.pt).toBe('Tempo de residência nesta área: 82 meses');
    expect(residency?.needed.pt).toBe('Tempo de residência nesta área: pelo menos 6 meses');
    expect(vulnerable?.seen.pt).toBe('Um membro tem 65 anos ou mais; Um membro tem uma deficiência grave');
  });

  it('gets K800 for two months, and would get K400 if she walked more easily', () => {
    expect(screen('social-cash-transfer', home).amountMinor).toBe(80_000);
    const able = { ...widow, functioning: { ...widow.functioning, walking: 2 } };
    const lighter = household({ members: [able, grandchild(10), grandchild(8)] });
    expect(screen('social-cash-transfer', lighter)).toMatchObject({ outcome: 'eligible', amountMinor: 40_000 });
  });

  it('qualifies herself for the social pension; the grandchildren do not', () => {
    expect(screen('social-pension', home, { personId: personId(0) }).outcome).toBe('eligible');
    expect(screen('social-pension', home, { personId: personId(1) }).outcome).toBe('ineligible');
  });
});
