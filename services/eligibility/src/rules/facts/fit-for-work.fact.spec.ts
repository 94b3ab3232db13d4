import { describe, expect, it } from '@jest/globals';

import { aged, member, today } from '../../../test/support/households.ts';
import { fitForWork } from './fit-for-work.fact.ts';

describe('fitness for work', () => {
  it.each([
    ['is not given the day before the 18th birthday', member({ bornOn: '2008-11-21' }), false],
    ['is given from the 18th birthday', member({ bornOn: '2008-11-20' }), true],
    ['is given on the day before the 65th birthday', member({ bornOn: '1961-11-21' }), true],
    ['is not given from the 65th birthday', member({ bornOn: '1961-11-20' }), false],
    ['is not given to who has a lot of difficulty in walking', aged(30, { functioning: { walking: 3 } }), false],
    ['is not given to who is chronically ill', aged(30, { chronicIllness: true }), false],
    ['is not given to who is in palliative care', aged(30, { palliativeCare: true }), false],
  ])('%s', (_, person, fit) => {
    expect(fitForWork.from(person, today)).toBe(fit);
  });

  it('is not known of an adult whose health was not asked about', () => {
    expect(fitForWork.from(aged(30, { functioning: undefined }), today)).toBeNull();
    expect(fitForWork.from(aged(30, { chronicIllness: undefined }), today)).toBeNull();
  });

  it('is known not to be given to a child, whatever else is known', () => {
    const child = aged(10, { functioning: undefined, chronicIllness: undefined, palliativeCare: undefined });
    expect(fitForWork.from(child, today)).toBe(false);
  });

  it('is not known of a person who may be 17 or 18', () => {
    expect(fitForWork.from(member({ bornOn: '2008-01-01', bornOnPrecision: 'year' }), today)).toBeNull();
  });
});
