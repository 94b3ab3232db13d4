import { describe, expect, it } from '@jest/globals';
import { formatHouseholdNumber } from '@janela/kernel';

import { CheckDigitWrong, NumberMalformed, SearchWithoutTerm } from '../registry.errors.ts';
import { readTerms } from './search-terms.ts';

const number = formatHouseholdNumber({ areaCode: 'ZM104011', serial: 123 });
const slip = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;

describe('a search', () => {
  it.each([
    ['nothing', {}],
    ['an empty box', { q: '  ' }],
    ['a single letter', { name: 'M' }],
    ['signs that are no letters', { name: '%_*?' }],
    ['an area only', { areaCode: 'ZM104011' }],
    ['a birthday only', { bornOn: '1956-03-01' as const }],
  ])('for %s is refused', (_what, query) => {
    expect(() => readTerms(query)).toThrow(SearchWithoutTerm);
  });

  it('understands what was typed into the one box', () => {
    expect(readTerms({ q: number.toLowerCase() })).toEqual({ words: [], number });
    expect(readTerms({ q: '+260 97 123-4567' })).toEqual({ words: [], phone: '+260971234567' });
    expect(readTerms({ q: '123456/78/1' })).toEqual({ words: [], identifier: '123456/78/1' });
    expect(readTerms({ q: "Ng'andu Chànda" })).toEqual({ words: ['ngandu', 'chanda'] });
  });

  it('tells a slip of the pen in a household number from what is none', () => {
    expect(() => readTerms({ q: slip })).toThrow(CheckDigitWrong);
    expect(() => readTerms({ number: slip })).toThrow(CheckDigitWrong);
    expect(() => readTerms({ number: '12345' })).toThrow(NumberMalformed);
  });

  it('may be narrowed by a birthday and an area', () => {
    expect(readTerms({ name: 'Mwape', bornOn: '1956-03-01', areaCode: 'ZM104' })).toEqual({
      words: ['mwape'],
      bornOn: '1956-03-01',
      areaCode: 'ZM104',
    });
  });

  it('takes wildcards and patterns for letters that are not there', () => {
    expect(readTerms({ name: 'Mw%pe .*' }).words).toEqual(['mw', 'pe']);
  });
});
