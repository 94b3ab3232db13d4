import { RegisterHousehold } from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import { loadCountry } from '../country/load-country.ts';
import { columns } from '../household/columns.ts';
import { worldOf } from '../household/world.ts';
import type { Row } from './count-file.ts';
import { type labelColumns, importFile } from './import-file.ts';
import { mistakeKinds } from './mistakes.ts';

const zambia = loadCountry('zambia');
const oddities = { duplicates: 0.02, wrong: 0.09 };

function fileOf(seed: number, households: number): { rows: string; labels: string } {
  const areas = ['ZM104011', 'ZM104005'];
  const world = worldOf(zambia, { seed, asOf: '2026-11-01', areas, outcomes: { failed: 0.1 } });
  const pieces = [...importFile(world, households, oddities)];
  return { rows: pieces.map(({ rows }) => rows).join(''), labels: pieces.map(({ labels }) => labels).join('') };
}

const file = fileOf(11, 400);
const rows = parse(file.rows, { columns: true }) as Row[];
const labels = parse(file.labels, { columns: true }) as Record<(typeof labelColumns)[number], string>[];
const forms = Map.groupBy(rows, ({ household_ref }) => household_ref);
const wrong = labels.filter(({ label }) => label === 'wrong');
const wrongRefs = new Set(wrong.map(({ household_ref }) => household_ref));

describe('An import file', () => {
  it('is the same, byte for byte, for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const once = fileOf(seed, 30);

        expect(fileOf(seed, 30)).toEqual(once);
        expect(fileOf(seed + 1, 30).rows).not.toBe(once.rows);
      }),
      { numRuns: 20 },
    );
  });

  it('begins like any longer file of the same seed', () => {
    const shorter = fileOf(11, 100);

    expect(file.rows.startsWith(shorter.rows)).toBe(true);
    expect(file.labels.startsWith(shorter.labels)).toBe(true);
  });

  it('has the columns of the register in a header, and a row for each person', () => {
    expect(file.rows.split('\n')[0]).toBe(columns.join(','));
    expect(file.rows.split('\n').length).toBe(rows.length + 2);
    expect(forms.size).toBe(400);
    expect([...forms.keys()].toSorted()).toEqual([...forms.keys()]);
  });

  it('says what is true of the household on its first row only', () => {
    for (const [first, ...others] of forms.values()) {
      expect(first?.area_code).not.toBe('');
      for (const row of others) expect([row.area_code, row.floor, row.account, row.assets]).toEqual(['', '', '', '']);
    }
  });

  it('has forms that the register takes as they are, unless they are labelled wrong', () => {
    for (const [ref, people] of forms) {
      if (wrongRefs.has(ref)) continue;
      const result = RegisterHousehold.safeParse(registrationOf(people));

      expect([ref, result.error?.issues]).toEqual([ref, undefined]);
    }
  });

  it('has a mistake exactly where a label says so, every kind several times', () => {
    const pattern = new RegExp(zambia.profile.identifierTypes[0]?.pattern ?? '');
    const areas = new Set(zambia.areas.map(({ code }) => code));
    const isRight: Record<string, (row: Row) => boolean> = {
      unknown_area: ({ area_code }) => areas.has(area_code),
      malformed_identifier: ({ identifier_value }) => pattern.test(identifier_value),
    };

    expect(new Set(wrong.map(({ what }) => what))).toEqual(new Set(mistakeKinds));
    expect(wrong.length).toBe(36);
    for (const { line, household_ref, what, column } of wrong) {
      const row = rows[Number(line) - 2] as Row;
      const refused = isRight[what]
        ? !isRight[what](row)
        : !RegisterHousehold.safeParse(registrationOf(forms.get(household_ref) ?? [])).success;

      expect([what, row.household_ref]).toEqual([what, household_ref]);
      expect([what, columns as readonly string[]]).toEqual([what, expect.arrayContaining([column])]);
      expect([what, refused]).toEqual([what, true]);
    }
  });

  it('labels each person of a second registration with the person of the first', () => {
    const second = labels.filter(({ label }) => label === 'duplicate');

    expect(second.length).toBeGreaterThan(8);
    for (const { line, household_ref, member, of_household_ref, of_member } of second) {
      const [again, before] = [rows[Number(line) - 2], forms.get(of_household_ref)?.[Number(of_member) - 1]];

      expect(again).toBe(forms.get(household_ref)?.[Number(member) - 1]);
      expect(again?.sex).toBe(before?.sex);
      expect(wrongRefs).not.toContain(of_household_ref);
    }
  });
});

/** A form of an import file as the body of `POST /v1/households`: empty cells left out, nothing checked. */
function registrationOf(people: readonly Row[]): unknown {
  const [first] = people;
  if (!first) return {};
  const { floor, walls, roof, toilet, water, lighting, cooking, rooms } = first;
  const role = (wanted: string): number => people.findIndex(({ payee }) => payee === wanted);
  const outsider = people.some(({ payee }) => !['', 'yes', 'deputy'].includes(payee));
  const payee = {
    member: outsider ? people.length : role('yes'),
    deputy: role('deputy') === -1 ? undefined : role('deputy'),
    ...given({ channel: first.channel, provider: first.provider, account: first.account }),
  };
  return given({
    areaCode: first.area_code,
    externalReference: first.household_ref,
    address: first.address,
    residence: given({ months: whole(first.residence_months), urban: truth(first.urban) }),
    members: people.map(memberOf),
    dwelling: given({ floor, walls, roof, toilet, water, lighting, cooking, rooms: whole(rooms) }),
    assets: first.assets === '' ? undefined : first.assets.split('|'),
    consumption: given({ dairyInTwoWeeks: truth(first.dairy_in_two_weeks) }),
    payee: given(payee),
    consent:
      first.consent_given_on === ''
        ? undefined
        : { purposes: ['eligibility'], givenOn: first.consent_given_on, method: first.consent_method },
  });
}

function memberOf(row: Row): unknown {
  const { seeing, hearing, walking, remembering, self_care, communicating } = row;
  const levels = { seeing, hearing, walking, remembering, selfCare: self_care, communicating };
  return given({
    givenNames: row.given_names,
    familyName: row.family_name,
    sex: row.sex,
    bornOn: row.born_on,
    bornOnPrecision: row.born_on_precision,
    relationship: row.relationship,
    identifiers: row.identifier_value === '' ? undefined : [{ type: row.identifier_type, value: row.identifier_value }],
    phone: row.phone,
    maritalStatus: row.marital_status,
    functioning: given(Object.fromEntries(Object.entries(levels).map(([domain, level]) => [domain, whole(level)]))),
    chronicIllness: truth(row.chronic_illness),
    palliativeCare: truth(row.palliative_care),
    pregnant: truth(row.pregnant),
    attendsSchool: truth(row.attends_school),
    work: row.work,
    insured: truth(row.insured),
  });
}

/** Without what was not answered. */
function given(answers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== ''));
}

function whole(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}

function truth(text: string): boolean | string | undefined {
  return text === '' ? undefined : ({ true: true, false: false }[text] ?? text);
}
