import { describe, expect, it } from '@jest/globals';

import { aged, household, member, today } from '../../../test/support/households.ts';
import { childHeaded } from './child-headed.fact.ts';
import { children } from './children.fact.ts';
import { chronicIllnessPresent } from './chronic-illness-present.fact.ts';
import { elderlyPresent } from './elderly-present.fact.ts';
import { femaleHeaded } from './female-headed.fact.ts';
import { householdSize } from './household-size.fact.ts';
import { palliativeCarePresent } from './palliative-care-present.fact.ts';

const of = (...members: ReturnType<typeof member>[]) => household({ members });
const yearOnly = (year: number) => member({ bornOn: `${year}-01-01` as '2000-01-01', bornOnPrecision: 'year' });

describe('a person aged 65 or over', () => {
  it('does not live here the day before the birthday, and does from the birthday on', () => {
    expect(elderlyPresent.from(of(member({ bornOn: '1961-11-21' })), today)).toBe(false);
    expect(elderlyPresent.from(of(member({ bornOn: '1961-11-20' })), today)).toBe(true);
    expect(elderlyPresent.from(of(member({ bornOn: '1961-11-19' })), today)).toBe(true);
  });

  it('may live here where a year of birth leaves 64 or 65', () => {
    expect(elderlyPresent.from(of(member(), yearOnly(1961)), today)).toBeNull();
    expect(elderlyPresent.from(of(yearOnly(1961), aged(80)), today)).toBe(true);
  });
});

describe('children', () => {
  it('are counted until the day before their 18th birthday', () => {
    expect(children.from(of(member(), member({ bornOn: '2008-11-21' })), today)).toEqual({ least: 1, most: 1 });
    expect(children.from(of(member(), member({ bornOn: '2008-11-20' })), today)).toEqual({ least: 0, most: 0 });
    expect(children.from(of(member(), member({ bornOn: '2008-11-19' })), today)).toEqual({ least: 0, most: 0 });
  });

  it('are between two counts where one may be 17 or 18', () => {
    expect(children.from(of(member(), aged(3), yearOnly(2008)), today)).toEqual({ least: 1, most: 2 });
  });
});

describe('the head of the household', () => {
  it('is a child until the day before turning 18', () => {
    expect(childHeaded.from(of(member({ bornOn: '2008-11-21' })), today)).toBe(true);
    expect(childHeaded.from(of(member({ bornOn: '2008-11-20' })), today)).toBe(false);
    expect(childHeaded.from(of(member({ bornOn: '2008-11-19' })), today)).toBe(false);
    expect(childHeaded.from(of(yearOnly(2008)), today)).toBeNull();
  });

  it('is a woman or is not; what the register calls unknown is not known', () => {
    expect(femaleHeaded.from(of(member({ sex: 'female' })), today)).toBe(true);
    expect(femaleHeaded.from(of(member({ sex: 'male' }), aged(40, { sex: 'female' })), today)).toBe(false);
    expect(femaleHeaded.from(of(member({ sex: 'unknown' })), today)).toBeNull();
  });

  it('is not known where the register names none, or two', () => {
    expect(femaleHeaded.from(of(aged(40)), today)).toBeNull();
    expect(childHeaded.from(of(member(), member()), today)).toBeNull();
  });
});

describe('illness and care', () => {
  it('counts who is chronically ill, or in palliative care, or both', () => {
    expect(chronicIllnessPresent.from(of(member()), today)).toBe(false);
    expect(chronicIllnessPresent.from(of(member({ chronicIllness: true })), today)).toBe(true);
    expect(chronicIllnessPresent.from(of(member({ palliativeCare: true })), today)).toBe(true);
  });

  it('distinguishes palliative care from illness alone', () => {
    expect(palliativeCarePresent.from(of(member({ chronicIllness: true })), today)).toBe(false);
    expect(palliativeCarePresent.from(of(member({ palliativeCare: true })), today)).toBe(true);
  });

  it('is not known where it was not asked', () => {
    expect(chronicIllnessPresent.from(of(member({ palliativeCare: undefined })), today)).toBeNull();
    expect(palliativeCarePresent.from(of(member({ palliativeCare: undefined })), today)).toBeNull();
  });
});

describe('the size of a household', () => {
  it('is what the register counts', () => {
    expect(householdSize.from(of(member(), aged(3), aged(5)), today)).toBe(3);
  });
});
