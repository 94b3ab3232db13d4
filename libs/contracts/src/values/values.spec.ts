import { addDays, dateIn } from '@janela/kernel';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';

import { AreaCode, AreaScope, GivenAreaCode } from './area.ts';
import { Instant, PastDate, Period, PlainDate } from './dates.ts';
import { GivenMoney, MinorAmount } from './money.ts';
import { line, paragraph } from './text.ts';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const codesOf = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value)
    .error?.issues.map((issue) => (issue.code === 'custom' ? (issue.params?.['code'] as unknown) : issue.code));

describe('dates and periods from outside', () => {
  it.each(['2026-02-28', '2028-02-29', '0001-01-01'])('takes the day %s', (date) =>
    expect(takes(PlainDate, date)).toBe(true),
  );

  it.each(['2026-02-29', '2026-2-1', '02.05.2004', '2026-01-01T00:00:00Z', '0000-12-31', '', 20260101, null])(
    'refuses the day %p',
    (date) => expect(takes(PlainDate, date)).toBe(false),
  );

  it('takes today wherever on Earth it is, and refuses what is tomorrow everywhere', () => {
    const latest = dateIn('Pacific/Kiritimati', new Date());
    expect(takes(PastDate, latest)).toBe(true);
    expect(codesOf(PastDate, addDays(latest, 1))).toEqual(['date_in_future']);
  });

  it('takes months and refuses days and thirteenth months', () => {
    expect(
      ['2026-01', '2026-12', '2026-00', '2026-13', '2026-1', '2026-01-01'].map((period) => takes(Period, period)),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('takes instants in UTC only', () => {
    expect(
      ['2026-11-02T10:00:00Z', '2026-11-02T10:00:00.123Z', '2026-11-02T10:00:00+02:00', '2026-11-02'].map((at) =>
        takes(Instant, at),
      ),
    ).toEqual([true, true, false, false]);
  });
});

describe('areas from outside', () => {
  it('takes what the country could have issued', () => {
    expect(['ZM', 'ZM104', 'ZM104011'].every((code) => takes(GivenAreaCode, code))).toBe(true);
    expect(codesOf(GivenAreaCode, 'ZM10401')).toEqual(['area_malformed']);
    expect(takes(AreaCode, "ZM'; DROP TABLE areas")).toBe(false);
  });

  it('takes everywhere for a scope, not for an area', () => {
    expect([takes(AreaScope, '*'), takes(AreaCode, '*')]).toEqual([true, false]);
  });
});

describe('amounts from outside', () => {
  it('is whole minor units that JSON carries exactly', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].every((minor) => takes(MinorAmount, minor))).toBe(true);
    expect([-1, 0.5, 2 ** 53, '100', Number.NaN].some((minor) => takes(MinorAmount, minor))).toBe(false);
  });

  it('is in a currency that is in use', () => {
    expect(takes(GivenMoney, { amountMinor: 1, currency: 'ZMW' })).toBe(true);
    expect(codesOf(GivenMoney, { amountMinor: 1, currency: 'ZMK' })).toEqual(['currency_unknown']);
    expect(codesOf(GivenMoney, { amountMinor: 1, currency: 'ZMW', cents: 1 })).toEqual(['unrecognized_keys']);
  });
});

describe('text that people type', () => {
  it('is trimmed and made of one form of each letter', () => {
    expect(line(50).parse('  Inha\u0301cio  ')).toBe('Inhácio');
    expect(paragraph(50).parse(' one\n two\t ')).toBe('one\n two');
  });

  it('is measured after that', () => {
    expect([takes(line(3), ' abc '), takes(line(3), 'abcd'), takes(line(1), 'e\u0301')]).toEqual([true, false, true]);
  });

  it('is not there when it is empty', () => {
    expect([takes(line(3), ''), takes(line(3), '   '), takes(paragraph(3), '\n')]).toEqual([false, false, false]);
  });

  it.each(['\u200b', '\u2060\ufeff', '\u0301', '\u{e000}', '\u{10ffff}'])(
    'is not there when nothing of it can be seen: %j',
    (text) => {
      expect([codesOf(line(9), text), codesOf(paragraph(9), text)]).toEqual([['text_blank'], ['text_blank']]);
    },
  );

  it.each(['Chanda Mwape', 'João d’Ávila', 'Nguyễn', 'شاندا', '钱达', "O'Brien", 'Ng’andu-Phiri'])(
    'takes the name %s',
    (name) => {
      expect(line(100).parse(name)).toBe(name.normalize('NFC'));
    },
  );

  it.each([
    ['a\u0000b', 'a byte that databases refuse'],
    ['a\u001bb', 'a command for a terminal'],
    ['a\ud800b', 'half a character'],
    ['a\u202eb', 'a mark that reverses the reading direction'],
  ])('refuses %j: %s', (text) => {
    expect(codesOf(line(100), text)).toEqual(['text_unreadable']);
    expect(codesOf(paragraph(100), text)).toEqual(['text_unreadable']);
  });

  it('has lines only where there may be lines', () => {
    expect([takes(line(9), 'a\nb'), takes(paragraph(9), 'a\nb')]).toEqual([false, true]);
  });
});
