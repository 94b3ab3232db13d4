import { describe, expect, it } from '@jest/globals';

import {
  areNearBirths,
  areOfDifferentSex,
  haveSameBirth,
  haveSameName,
  isOneSlipAway,
  mayBeSameBirth,
} from './alike.ts';

const chanda = { givenNames: 'Chanda', familyName: 'Mwape', sex: 'female', bornOn: '1956-03-01' };

describe('two people on two forms', () => {
  it.each([
    ['the names the other way round', { givenNames: 'Mwape', familyName: 'Chanda' }, true],
    ['other accents and a hyphen', { givenNames: 'Chánda', familyName: 'MWAPE' }, true],
    ['another family', { familyName: 'Phiri' }, false],
  ])('with %s have the same name: %s', (_what, about, isSame) => {
    expect(haveSameName(chanda, { ...chanda, ...about })).toBe(isSame);
  });

  it.each([
    ['a given name more and another family', { givenNames: 'Ruth Chanda', familyName: 'Phiri' }, true],
    ['a letter of the given name that is another', { givenNames: 'Chando' }, true],
    ['another given name', { givenNames: 'Esther' }, false],
    ['another sex', { sex: 'male' }, false],
    ['a birth on the next day', { bornOn: '1956-03-02' }, false],
  ])('with %s have the same birth and given name: %s', (_what, about, isSame) => {
    expect(haveSameBirth(chanda, { ...chanda, ...about })).toBe(isSame);
  });

  it.each([
    ['on the same day', { bornOn: '1956-03-01' }, true],
    ['on the next day', { bornOn: '1956-03-02' }, false],
    ['in the same month, known to the month', { bornOn: '1956-03-31', bornOnPrecision: 'month' as const }, true],
    ['in the next month, known to the month', { bornOn: '1956-04-01', bornOnPrecision: 'month' as const }, false],
    ['in the next year, known to the year', { bornOn: '1957-12-31', bornOnPrecision: 'year' as const }, true],
    ['two years on, known to the year', { bornOn: '1958-01-01', bornOnPrecision: 'year' as const }, false],
  ])('may be born as one %s: %s %s', (_what, about, isSame) => {
    expect(mayBeSameBirth(chanda, { ...chanda, ...about })).toBe(isSame);
    expect(mayBeSameBirth({ ...chanda, ...about }, chanda)).toBe(isSame);
  });

  it('with births ten years apart may be a slip of the pen, with eleven not', () => {
    expect(areNearBirths(chanda, { ...chanda, bornOn: '1966-12-31' })).toBe(true);
    expect(areNearBirths(chanda, { ...chanda, bornOn: '1967-01-01' })).toBe(false);
  });

  it('share no birth on a first of January, or known to the year: so many were written for others', () => {
    const newYear = { ...chanda, bornOn: '1956-01-01' };
    expect(haveSameBirth(newYear, newYear)).toBe(false);
    const second = { ...chanda, bornOn: '1956-01-02' };
    expect(haveSameBirth(second, second)).toBe(true);
    expect(haveSameBirth(second, { ...second, bornOnPrecision: 'year' })).toBe(false);
  });

  it.each([
    ['female', 'male', true],
    ['female', 'other', true],
    ['female', 'female', false],
    ['female', 'unknown', false],
  ])('%s and %s are of different sexes: %s', (sex, other, isDifferent) => {
    expect(areOfDifferentSex({ ...chanda, sex }, { ...chanda, sex: other })).toBe(isDifferent);
    expect(areOfDifferentSex({ ...chanda, sex: other }, { ...chanda, sex })).toBe(isDifferent);
  });

  it.each([
    ['naomi', 'noami', true],
    ['naomi', 'naomy', true],
    ['naomi', 'naom', true],
    ['naomi', 'naomii', true],
    ['naomi', 'noamy', false],
    ['ana', 'ano', false],
    ['mwape', 'phiri', false],
  ])('%s and %s are one slip apart: %s', (one, other, isSlip) => {
    expect(isOneSlipAway(one, other)).toBe(isSlip);
    expect(isOneSlipAway(other, one)).toBe(isSlip);
  });
});
