import { describe, expect, it } from '@jest/globals';

import { numberFormats } from '../../test/country.ts';
import { readTelephone } from './telephone.ts';

const zambia = numberFormats.telephone;

describe('a telephone number', () => {
  it.each([
    '+260971234567',
    '0971234567',
    '260971234567',
    '00260971234567',
    '971234567',
    '+260 97 123 4567',
    '(097) 123-4567',
    '097.123.4567',
    '097/1234567',
    '+260 (0)97 123 4567',
    '097\u00a0123\u20114567',
    '０９７１２３４５６７',
    '٠٩٧١٢٣٤٥٦٧',
  ])('is the same however it is written: %s', (typed) => {
    expect(readTelephone(typed, zambia)).toBe('+260971234567');
  });

  it.each([
    '2.60971E+11',
    '-',
    '',
    '97123456',
    '9712345678',
    '0123456789',
    '+26097123456',
    '+0971234567',
    'call me',
    '9',
  ])('is not %j', (typed) => {
    expect(readTelephone(typed, zambia)).toBeUndefined();
  });

  it('may be one that holds no money, or one of another country', () => {
    expect(readTelephone('0211 234 567', zambia)).toBe('+260211234567');
    expect(readTelephone('+258 84 123 4567', zambia)).toBe('+258841234567');
    expect(readTelephone('0211234567', zambia, { isWallet: true })).toBeUndefined();
    expect(readTelephone('+258841234567', zambia, { isWallet: true })).toBeUndefined();
  });

  it('is read with the prefix of its country only, before a country is loaded', () => {
    expect(readTelephone('+260 971234567', undefined)).toBe('+260971234567');
    expect(readTelephone('00260971234567', undefined)).toBe('+260971234567');
    expect(readTelephone('0971234567', undefined)).toBeUndefined();
  });
});
