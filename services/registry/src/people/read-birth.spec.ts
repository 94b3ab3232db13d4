import { describe, expect, it } from '@jest/globals';

import { findBirth, readBirth } from './read-birth.ts';

const today = '2026-11-30';

describe('a birth in a search', () => {
  it.each([
    ['1948', ['1948-01-01', '1948-12-31', 'year']],
    ['16/08/1949', ['1949-08-16', '1949-08-16', 'day']],
    ['1949-08-16', ['1949-08-16', '1949-08-16', 'day']],
    ['16.8.1949', ['1949-08-16', '1949-08-16', 'day']],
    ['08/16/1949', ['1949-08-16', '1949-08-16', 'day']],
    ['16 August 1949', ['1949-08-16', '1949-08-16', 'day']],
    ['16 de agosto de 1949', ['1949-08-16', '1949-08-16', 'day']],
    ['août 1949', ['1949-08-01', '1949-08-31', 'month']],
    ['08/1949', ['1949-08-01', '1949-08-31', 'month']],
    ['1948-02', ['1948-02-01', '1948-02-29', 'month']],
    ['29/02/1948', ['1948-02-29', '1948-02-29', 'day']],
  ])('is read from %s', (text, expected) => {
    const birth = readBirth(text, today);
    expect(birth && [birth.from, birth.to, birth.precision]).toEqual(expected);
  });

  it.each([
    '1889',
    '2027',
    '31/02/1949',
    '0/0/1949',
    '13/1949',
    '123456/78/1',
    'LUA/2016/00412',
    '19490816',
    '+260 1949',
  ])('is not read from %s', (text) => {
    expect(readBirth(text, today)).toBeUndefined();
  });

  it('leaves the rest of what was typed', () => {
    expect(findBirth('Sakala 1948', today)).toMatchObject({ birth: { precision: 'year' }, rest: 'sakala  ' });
    expect(findBirth('Sakala', today)).toBeUndefined();
  });
});
