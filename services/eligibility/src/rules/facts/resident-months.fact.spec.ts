import { describe, expect, it } from '@jest/globals';

import { household, member, today } from '../../../test/support/households.ts';
import { residentMonths } from './resident-months.fact.ts';

const since = (day: `${number}-${number}-${number}`) =>
  residentMonths.from(household({ members: [member()], residence: { since: day } }), today);

describe('time lived in the area', () => {
  it('is five months on the day before six are complete', () => {
    expect(since('2026-05-21')).toBe(5);
  });

  it('is six months on the day on which they are complete', () => {
    expect(since('2026-05-20')).toBe(6);
  });

  it('is still six months on the day after', () => {
    expect(since('2026-05-19')).toBe(6);
  });

  it('is not known where it was not asked', () => {
    expect(residentMonths.from(household({ members: [member()], residence: undefined }), today)).toBeNull();
    expect(residentMonths.from(household({ members: [member()], residence: { urban: true } }), today)).toBeNull();
  });

  it('is not known on a day before the household came', () => {
    expect(since('2026-11-21')).toBeNull();
  });
});
