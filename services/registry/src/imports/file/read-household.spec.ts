import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { importColumns, RegisterHousehold } from '@janela/contracts';

import { readCell } from './read-cell.ts';
import { columnOf } from './column-places.ts';
import { HouseholdReader } from './read-household.ts';

const reader = new HouseholdReader(importColumns);

function read(...rows: Record<string, string>[]) {
  return reader.read(
    rows.map((cells, index) => ({ line: index + 2, cells: importColumns.map((column) => cells[column] ?? '') })),
  );
}

const head = {
  household_ref: 'form-1',
  area_code: 'ZM104011',
  given_names: 'Chanda',
  family_name: 'Mwape',
  sex: 'female',
  born_on: '1956-03-01',
  relationship: 'head',
};

describe('rows of a file', () => {
  it('become what the window would have sent', () => {
    const first = {
      ...head,
      residence_months: '30',
      urban: 'false',
      identifier_type: 'ZM-NRC',
      identifier_value: '123456/78/1',
      seeing: '1',
      self_care: '2',
      chronic_illness: 'FALSE',
      floor: 'earth',
      rooms: '2',
      assets: 'radio|bicycle',
      payee: 'yes',
      channel: 'mobile_money',
      provider: 'sandbox',
      account: '+260971234567',
      insured: 'true',
      consent_given_on: '2026-11-02',
      consent_method: 'thumbprint',
      dairy_in_two_weeks: 'false',
    };
    const second = {
      household_ref: 'form-1',
      given_names: 'Mutale',
      family_name: 'Mwape',
      sex: 'male',
      born_on: '2016-01-01',
      born_on_precision: 'year',
      relationship: 'grandchild',
      payee: 'deputy',
      area_code: 'ZM999',
      assets: 'car',
    };
    const { input, errors, ref } = read(first, second);
    expect([ref, errors]).toEqual(['form-1', []]);
    expect(input).toEqual({
      areaCode: 'ZM104011',
      externalReference: 'form-1',
      residence: { months: 30, urban: false },
      members: [
        {
          givenNames: 'Chanda',
          familyName: 'Mwape',
          sex: 'female',
          bornOn: '1956-03-01',
          relationship: 'head',
          identifiers: [{ type: 'ZM-NRC', value: '123456/78/1' }],
          functioning: { seeing: 1, selfCare: 2 },
          chronicIllness: false,
          insured: true,
        },
        {
          givenNames: 'Mutale',
          familyName: 'Mwape',
          sex: 'male',
          bornOn: '2016-01-01',
          bornOnPrecision: 'year',
          relationship: 'grandchild',
        },
      ],
      dwelling: { floor: 'earth', rooms: 2 },
      assets: ['radio', 'bicycle'],
      consumption: { dairyInTwoWeeks: false },
      payee: { member: 0, deputy: 1, channel: 'mobile_money', provider: 'sandbox', account: '+260971234567' },
      consent: { purposes: ['eligibility', 'payment', 'statistics'], givenOn: '2026-11-02', method: 'thumbprint' },
    });
  });

  it('say that there are no assets by a word, and nothing by an empty cell', () => {
    expect(read({ ...head, assets: 'none' }).input?.assets).toEqual([]);
    expect(read(head).input).not.toHaveProperty('assets');
  });

  it('of more than sixty people are refused in one line', () => {
    const rows = Array.from({ length: 61 }, (_, index) => ({ ...head, relationship: index === 0 ? 'head' : 'child' }));
    expect(read(...rows).errors).toEqual([
      { line: 62, column: 'household_ref', code: 'too_many_members', value: 'form-1' },
    ]);
  });

  it('with whatever in them are either refused with a place and a code, or what the contract takes', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'head',
        'child',
        'yes',
        'deputy',
        'cash',
        'true',
        '3',
        '-1',
        '=1',
        '+260971234567',
        'ZM104011',
      ),
      fc.constantFrom(
        '1990-01-01',
        '2099-01-01',
        'female',
        'radio|radio',
        'none',
        'earth',
        'ZM-NRC',
        '\u202e',
        '\ud800',
      ),
      fc.string({ maxLength: 12 }),
    );
    const row = fc.array(cell, { minLength: importColumns.length - 1, maxLength: importColumns.length + 1 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const { input, errors } = reader.read(rows.map((cells, index) => ({ line: index + 2, cells })));
        if (input) expect(RegisterHousehold.safeParse(input).success).toBe(true);
        else expect(errors.length).toBeGreaterThan(0);
        for (const { line, column, code } of errors) {
          expect(line >= 2 && line < rows.length + 2).toBe(true);
          expect(importColumns).toContain(column);
          expect(code).toMatch(/^[a-z_]+$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cell', () => {
  it.each(['=1+1', '@SUM(A1)', '+SUM(A1)', '-cmd', '\t=1'])('that begins as a formula is one: %j', (cell) => {
    expect(readCell(cell, 'text')).toEqual({ problem: 'formula' });
  });

  it.each(['+260 97 1234567', '-5', '+1 (555) 0100', 'a=b'])('that only looks like one is none: %j', (cell) => {
    expect(readCell(cell, 'text')).toBe(cell);
  });
});

describe('the place of a mistake', () => {
  it.each([
    [['members', 2, 'identifiers', 0, 'value'], 'identifier_value'],
    [['members', 0, 'functioning', 'selfCare'], 'self_care'],
    [['members'], 'relationship'],
    [['payee', 'deputy'], 'payee'],
    [['payee', 'account'], 'account'],
    [['assets', 3], 'assets'],
    [['residence', 'months'], 'residence_months'],
    [['externalReference'], 'household_ref'],
  ])('%j is the column %s', (path, column) => {
    expect(columnOf(path)).toBe(column);
  });
});
