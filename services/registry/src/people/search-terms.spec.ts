import { describe, expect, it } from '@jest/globals';
import type { SearchPeople } from '@janela/contracts';
import { formatHouseholdNumber } from '@janela/kernel';

import { identifierTypes, numberFormats } from '../../test/country.ts';
import { BirthUnreadable, CheckDigitWrong, NumberMalformed, SearchWithoutTerm } from '../registry.errors.ts';
import { readTerms } from './search-terms.ts';

const number = formatHouseholdNumber({ areaCode: 'ZM104011', serial: 123 });
const slip = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
const country = { formats: numberFormats, types: new Map(Object.entries(identifierTypes)) };
const read = (query: SearchPeople) => readTerms(query, { country, today: '2026-11-30' });

describe('a search', () => {
  it.each([
    ['nothing', {}],
    ['an empty box', { q: '  ' }],
    ['a single letter', { name: 'M' }],
    ['signs that are no letters', { name: '%_*?' }],
    ['an area only', { areaCode: 'ZM104011' }],
    ['a birthday only', { bornOn: '1956-03-01' }],
  ])('for %s is refused', (_what, query) => {
    expect(() => read(query)).toThrow(SearchWithoutTerm);
  });

  it.each([number, number.toLowerCase(), number.replaceAll('-', ''), number.replaceAll('-', ' '), number.slice(0, -2)])(
    'reads a household number: %s',
    (q) => {
      expect(read({ q }).numbers).toEqual([number]);
      expect(read({ number: q }).numbers).toEqual([number]);
    },
  );

  it('reads a row of digits as all that it can be', () => {
    expect(read({ q: '759909521' })).toMatchObject({ identifiers: ['759909521'], phones: ['+260759909521'] });
    expect(read({ q: '123456 78 1' }).identifiers).toContain('123456 78 1');
    expect(read({ q: '097 712 2103' })).toMatchObject({ phones: ['+260977122103'] });
    expect(read({ q: '1948' })).toMatchObject({
      references: ['1948'],
      names: [{ words: [], born: { from: '1948-01-01' } }, {}],
    });
  });

  it('reads a name with a birth, a telephone or digits of its own', () => {
    expect(read({ q: 'Sakala 1948' }).names).toMatchObject([
      { words: ['sakala'], born: { precision: 'year' } },
      { words: ['sakala', '1948'], isExact: true },
    ]);
    expect(read({ q: '16/08/1949 Sakala' }).names[0]).toMatchObject({
      words: ['sakala'],
      born: { from: '1949-08-16' },
    });
    expect(read({ q: 'Chanda 0977 122 103' })).toMatchObject({
      phones: ['+260977122103'],
      names: [{ words: ['chanda'] }, {}],
    });
    expect(read({ q: 'Richard 3rd King' }).names).toEqual([{ words: ['richard', '3rd', 'king'] }]);
    expect(read({ q: "Ng'andu Chànda" }).names).toEqual([{ words: ['ngandu', 'chanda'] }]);
  });

  it('distinguishes a slip of the pen in a household number from what is none', () => {
    for (const query of [{ q: slip }, { number: slip }, { number: slip.replaceAll('-', '') }])
      expect(() => read(query)).toThrow(CheckDigitWrong);
    expect(() => read({ number: '12345' })).toThrow(NumberMalformed);
  });

  it('may be narrowed by a birth and an area', () => {
    expect(read({ name: 'Mwape', bornOn: '1956', areaCode: 'ZM104' })).toMatchObject({
      names: [{ words: ['mwape'], born: { from: '1956-01-01', to: '1956-12-31' } }],
      areaCode: 'ZM104',
    });
    expect(() => read({ name: 'Mwape', bornOn: '31/02/1956' })).toThrow(BirthUnreadable);
  });

  it('takes wildcards and patterns for letters that are not there', () => {
    expect(read({ name: 'Mw%pe .*' }).names).toEqual([{ words: ['mw', 'pe'] }]);
  });
});
