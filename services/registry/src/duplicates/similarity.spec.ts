import { describe, expect, it } from '@jest/globals';

import { type Agreement, similarityOf, type Comparable, reviewThreshold } from './similarity.ts';

const chanda: Comparable = {
  givenNames: 'Chanda',
  familyName: 'Mwape',
  bornOn: '1956-03-01',
  bornOnPrecision: 'day',
  areaCode: 'ZM104011',
};
const nothing: Agreement = { identifier: false, phone: false, sounds: false };
const like = (other: Partial<Comparable>, agreement: Partial<Agreement> = {}) =>
  similarityOf(chanda, { ...chanda, ...other }, { ...nothing, ...agreement });

describe('how alike two people are', () => {
  it('is nearly certain with the same official number, name and birthday, and never quite', () => {
    expect(like({}, { identifier: true, phone: true })).toEqual({
      likenessPercent: 99,
      because: ['identifier', 'name', 'birth_date', 'phone', 'area'],
    });
  });

  it('is worth a look when only the official number is the same', () => {
    const other = like(
      { givenNames: 'Bwalya', familyName: 'Zulu', bornOn: '1990-01-01', areaCode: 'ZM101001' },
      { identifier: true },
    );
    expect(other).toEqual({ likenessPercent: 80, because: ['identifier'] });
    expect(other.likenessPercent).toBeGreaterThanOrEqual(reviewThreshold);
  });

  it('does not care which name comes first, nor about accents, case and hyphens', () => {
    expect(like({ givenNames: 'mwape', familyName: 'CHÁNDA' }).because).toContain('name');
  });

  it('takes names that sound alike for less than the same name', () => {
    const alike = like({ givenNames: 'Canda' }, { sounds: true });
    expect(alike.because).toEqual(['sounds_like_name', 'birth_date', 'area']);
    expect(alike.likenessPercent).toBeLessThan(like({}).likenessPercent);
    expect(alike.likenessPercent).toBeGreaterThanOrEqual(reviewThreshold);
  });

  it('takes births a year apart for alike, two years apart for different', () => {
    expect(like({ bornOn: '1957-12-31' }).because).toContain('birth_year');
    expect(like({ bornOn: '1958-01-01' }).because).toEqual(['name', 'area']);
  });

  it('takes the first of January of a guessed year for a year, not for a birthday', () => {
    const guessed = similarityOf(
      { ...chanda, bornOn: '1956-01-01', bornOnPrecision: 'year' },
      { ...chanda, bornOn: '1956-01-01', bornOnPrecision: 'year' },
      nothing,
    );
    expect(guessed.because).toEqual(['name', 'birth_year', 'area']);
  });

  it('is not worth a look for two people who share a telephone, or a name, but no birth', () => {
    expect(like({ givenNames: 'Mutale', bornOn: '1999-01-01' }, { phone: true }).likenessPercent).toBeLessThan(
      reviewThreshold,
    );
    expect(like({ bornOn: '1999-01-01' }).likenessPercent).toBeLessThan(reviewThreshold);
  });
});
