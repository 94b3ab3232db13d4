import { describe, expect, it } from '@jest/globals';

import { member, today } from '../../../test/support/households.ts';
import { bornOn } from './born-on.fact.ts';

describe('date of birth', () => {
  it('is a day where the day is known', () => {
    expect(bornOn.from(member({ bornOn: '2016-02-10' }), today)).toBe('2016-02-10');
  });

  it('is any day of the month or year where no more is known', () => {
    const known = { bornOn: '2016-02-01' } as const;
    expect(bornOn.from(member({ ...known, bornOnPrecision: 'month' }), today)).toEqual({
      least: '2016-02-01',
      most: '2016-02-29',
    });
    expect(bornOn.from(member({ ...known, bornOnPrecision: 'year' }), today)).toEqual({
      least: '2016-01-01',
      most: '2016-12-31',
    });
  });
});
