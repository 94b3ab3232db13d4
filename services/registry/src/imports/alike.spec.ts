import { describe, expect, it } from '@jest/globals';

import { haveSameBirth, haveSameName, isOneSlipAway } from './alike.ts';

const chanda = { givenNames: 'Chanda', familyName: 'Mwape', sex: 'female', bornOn: '1956-03-01' };

describe('two people on two forms', () => {
  it.each([
    ['the names the other way round', { givenNames: 'Mwape', familyName: 'Chanda' }, true],
    ['other accents and a hyphen', { givenNames: 'Chánda', familyName: 'MWAPE' }, true],
    ['a birth ten years apart', { bornOn: '1966-12-31' as const }, true],
    ['a birth eleven years apart', { bornOn: '1967-01-01' as const }, false],
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
