import { describe, expect, it } from '@jest/globals';

import { member, today } from '../../../test/support/households.ts';
import { age } from './age.fact.ts';

describe('age', () => {
  it('is a year less on the day before the birthday', () => {
    expect(age.from(member({ bornOn: '1961-11-21' }), today)).toEqual({ least: 64, most: 64 });
  });

  it('is reached on the birthday', () => {
    expect(age.from(member({ bornOn: '1961-11-20' }), today)).toEqual({ least: 65, most: 65 });
  });

  it('stays the same on the day after', () => {
    expect(age.from(member({ bornOn: '1961-11-19' }), today)).toEqual({ least: 65, most: 65 });
  });

  it('is one of two where only the year of birth is known', () => {
    expect(age.from(member({ bornOn: '1961-01-01', bornOnPrecision: 'year' }), today)).toEqual({ least: 64, most: 65 });
  });

  it('is known where the month of birth has passed', () => {
    expect(age.from(member({ bornOn: '1961-10-01', bornOnPrecision: 'month' }), today)).toEqual({
      least: 65,
      most: 65,
    });
  });

  it('is not known of a person born after the day of evaluation', () => {
    expect(age.from(member({ bornOn: '2026-11-21' }), today)).toBeNull();
    expect(age.from(member({ bornOn: '2027-01-01', bornOnPrecision: 'year' }), today)).toBeNull();
  });

  it('starts at nothing for a person who may have been born this year', () => {
    expect(age.from(member({ bornOn: '2026-01-01', bornOnPrecision: 'year' }), today)).toEqual({ least: 0, most: 0 });
  });
});
