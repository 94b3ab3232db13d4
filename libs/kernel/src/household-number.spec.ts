import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatHouseholdNumber, parseHouseholdNumber } from './household-number.ts';
import { InvariantError } from './invariant.ts';

const anyNumber = fc.record({
  areaCode: fc.constantFrom('ZM104011', 'ZM104', 'ZM', 'MZ01', 'MZ0101', 'MW315', 'LSA', 'MMR001D001'),
  serial: fc.integer({ min: 1, max: 999_999_999 }),
});

describe('household numbers', () => {
  it('shows area, serial and check digit', () => {
    expect(formatHouseholdNumber({ areaCode: 'ZM104011', serial: 123 })).toBe('ZM104011-000123-3');
    expect(formatHouseholdNumber({ areaCode: 'ZM104011', serial: 1_234_567 })).toMatch(/^ZM104011-1234567-\d$/);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(parseHouseholdNumber(formatHouseholdNumber(number))).toEqual(number);
      }),
    );
  });

  it.each(['zm104011-000123-3', ' ZM104011 000123 3 ', 'ZM104011–000123−3', 'ZM104011 - 000123 - 3'])(
    'reads %p as people type it',
    (text) => {
      expect(parseHouseholdNumber(text)).toEqual({ areaCode: 'ZM104011', serial: 123 });
    },
  );

  it('catches every wrong digit in serial and area', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const whole = formatHouseholdNumber(number);
        const places = [...whole.matchAll(/\d/g)].map(({ index }) => index);
        const place = places[at % places.length] ?? 0;
        const wrong = String((Number(whole[place]) + shift) % 10);
        expect(() => parseHouseholdNumber(whole.slice(0, place) + wrong + whole.slice(place + 1))).toThrow(
          expect.objectContaining({ name: 'InvalidValue' }),
        );
      }),
    );
  });

  it('recognises a mistyped number apart from what is no number', () => {
    expect(() => parseHouseholdNumber('ZM104011-000132-3')).toThrow(
      expect.objectContaining({ code: 'check_digit_wrong' }),
    );
    for (const text of [
      '',
      'Mwape',
      'ZM104011',
      'ZM104011-123-3',
      'ZM104011-000000-0',
      'ZM10401-000123-3',
      'QQ104-000123-3',
      '9'.repeat(500),
    ])
      expect(() => parseHouseholdNumber(text)).toThrow(expect.objectContaining({ code: 'number_malformed' }));
  });

  it.each([0, -1, 1.5, 1_000_000_000])('takes a serial of %p for a bug', (serial) => {
    expect(() => formatHouseholdNumber({ areaCode: 'ZM104011', serial })).toThrow(InvariantError);
  });
});
