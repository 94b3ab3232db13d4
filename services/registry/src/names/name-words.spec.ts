import { describe, expect, it } from '@jest/globals';

import { nameColumns, nameKeys, plainWords, wholeName } from './name-words.ts';

describe('the words of a name', () => {
  it.each([
    [" Ng'andu-João  Mwape ", ['ngandu', 'joao', 'mwape']],
    ['Ŵiza', ['wiza']],
    ['MWANSA\u00a0 Phiri', ['mwansa', 'phiri']],
    ['a.b_c,d/e-f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['Straße Søren Łukasz', ['strasse', 'soren', 'lukasz']],
    ['STRASSE', ['strasse']],
    ['محمّد أحمد', ['محمد', 'احمد']],
    ['Алексе́й Ёлкин', ['алексеи', 'елкин']],
    ['አበበ ቢቂላ', ['አበበ', 'ቢቂላ']],
    ['ＦＵＬＬ\u200bwidth', ['fullwidth']],
    ['Richard 3rd King', ['richard', '3rd', 'king']],
    ['一 二', ['一', '二']],
    ['– … –', []],
  ])('of %j are compared as %j', (name, words) => {
    expect(plainWords(name)).toEqual(words);
  });

  it('are the same from whichever case they were typed in', () => {
    for (const name of ['ŉ', 'ß', 'ﬁ', 'İıI', 'ΐ', 'ΟΔΟΣ', 'ǰ', 'ᾳ', 'ա և', 'ᏸ'])
      expect([plainWords(name.toUpperCase()), plainWords(name.toLowerCase())]).toEqual([
        plainWords(name),
        plainWords(name),
      ]);
  });

  it('are found together and apart where an apostrophe, a sign or a short word stands between them', () => {
    expect(nameKeys("Ng'andu")).toEqual(expect.arrayContaining(['ngandu', 'ng', 'andu']));
    expect(nameKeys('Ng andu')).toEqual(expect.arrayContaining(['ngandu', 'ng', 'andu']));
    expect(nameKeys('Mwansa-Phiri')).toEqual(expect.arrayContaining(['mwansa', 'phiri', 'mwansaphiri']));
    expect(nameKeys('Chanda Mutale')).toEqual(['chanda', 'mutale']);
  });

  it('make one whole name in any order, and never a key that an index cannot hold', () => {
    expect(wholeName('Mwape Chanda')).toBe(wholeName('chanda MWAPE'));
    const { nameWords } = nameColumns({ givenNames: 'ﷺ'.repeat(100), familyName: '㌖'.repeat(100) });
    expect(Math.max(...nameWords.map((word) => [...word].length))).toBeLessThanOrEqual(60);
  });
});
