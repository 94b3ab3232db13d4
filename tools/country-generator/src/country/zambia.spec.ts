import {
  assets,
  consentMethods,
  consentPurposes,
  cookingFuels,
  datePrecisions,
  deliveryChannels,
  floors,
  importColumns,
  lightings,
  maritalStatuses,
  RegisterHousehold,
  relationships,
  requiredImportColumns,
  roofs,
  sexes,
  toilets,
  walls,
  waterSources,
  works,
} from '@janela/contracts';
import { describe, expect, it } from '@jest/globals';
import { areaLevel, areaParent, isAreaCode, minorUnits, type PlainDate, weekdayOf } from '@janela/kernel';

import { columns } from '../household/columns.ts';
import { countryProblems } from '../checks/check-country.ts';
import { agesOf } from './denominators.ts';
import { loadCountry } from './load-country.ts';
import { questionsOf } from './questionnaire.ts';

const zambia = loadCountry('zambia');
const questions = questionsOf(zambia.questionnaire);

describe('Zambia', () => {
  it('fits together, file by file and code by code', () => {
    expect(countryProblems(zambia)).toEqual([]);
  });

  it('marks every fact as sourced or illustrative, and uses every source that it names', () => {
    const { profile, sources, areas, denominators } = zambia;
    const used = new Set([...areas, ...denominators, ...zambia.names, ...zambia.providers].map(({ source }) => source));
    const { currency, phone, calendar, languages, identifierTypes, institutions } = profile;
    for (const { source } of [currency, phone, calendar, ...languages, ...identifierTypes, ...institutions])
      used.add(source);
    const rulesAndForms = ['wg-ss', 'ppi-zmb-2015', 'janela'];

    expect(Object.keys(sources).filter((source) => !used.has(source) && !rulesAndForms.includes(source))).toEqual([]);
  });

  it('keeps money as its currency does', () => {
    expect(zambia.profile.currency.minorUnits).toBe(minorUnits(zambia.profile.currency.code as 'ZMW'));
  });

  it('rests on a Monday when a holiday falls on a Sunday', () => {
    const { holidays } = zambia.profile.calendar;
    const days = new Set(holidays.map(({ on }) => on));
    const sundays = holidays.filter(({ on }) => weekdayOf(on as PlainDate) === 7);

    expect(sundays.length).toBeGreaterThan(0);
    for (const { on } of sundays)
      expect(days).toContain(new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10));
    expect(holidays.map(({ on }) => on)).toEqual([...days].toSorted());
  });

  it('knows a registration card by its form', () => {
    const pattern = new RegExp(zambia.profile.identifierTypes.find(({ type }) => type === 'ZM-NRC')?.pattern ?? '');

    expect('123456/78/1').toMatch(pattern);
    for (const wrong of ['12345/78/1', '123456781', '123456/78/1/9', '123456/78/12', 'A23456/78/1', '123456/78/4', ''])
      expect(wrong).not.toMatch(pattern);
  });
});

describe('Areas of Zambia', () => {
  it('are 10 provinces and 116 districts, and the wards of six districts of Luapula', () => {
    const counted = Object.groupBy(zambia.areas, ({ level }) => level);

    expect(counted.country?.length).toBe(1);
    expect(counted.province?.length).toBe(10);
    expect(counted.district?.length).toBe(116);
    expect(counted.ward?.length).toBe(62);
    expect(zambia.areas.filter(({ parent }) => parent === 'ZM104011').length).toBe(8);
    expect(zambia.areas.filter(({ parent }) => parent === 'ZM104005').length).toBe(4);
  });

  it('have codes from which the register reads the same parent and level', () => {
    const levels = zambia.profile.areaLevels.map(({ level }) => level);
    for (const { code, parent, level } of zambia.areas) {
      expect(isAreaCode(code)).toBe(true);
      expect(areaParent(code) ?? '').toBe(parent);
      expect(areaLevel(code)).toBe(levels.indexOf(level));
    }
  });

  it('say that the codes of wards are not official', () => {
    for (const { code, level, status } of zambia.areas)
      expect([code, status]).toEqual([code, level === 'ward' ? 'illustrative' : 'sourced']);
  });
});

describe('Denominators of Zambia', () => {
  const people = zambia.denominators.filter(({ measure, source }) => measure === 'population' && source === 'wpp-2019');
  const sumOf = (year: number, fits: (row: (typeof people)[number]) => boolean): number =>
    people.filter((row) => row.year === year && fits(row)).reduce((sum, { value }) => sum + (value ?? 0), 0);

  it('add up to the totals that the UN printed in 2019 for 2025', () => {
    expect(sumOf(2025, () => true)).toBe(21_196_793);
    expect(sumOf(2025, ({ sex }) => sex === 'female')).toBe(10_695_752);
    expect(sumOf(2025, ({ age_group }) => agesOf(age_group).to <= 14)).toBe(8_916_797);
    expect(sumOf(2025, ({ age_group }) => agesOf(age_group).from >= 65)).toBe(479_221);
  });

  it('hold every five-year group of both sexes, without gap or overlap', () => {
    for (const year of [2015, 2020, 2025])
      for (const sex of ['female', 'male']) {
        const groups = people
          .filter((row) => row.year === year && row.sex === sex)
          .map(({ age_group }) => agesOf(age_group));
        const sorted = groups.toSorted((a, b) => a.from - b.from);

        expect(sorted.map(({ from }) => from)).toEqual([0, ...sorted.slice(0, -1).map(({ to }) => to + 1)]);
        expect(sorted.at(-1)).toEqual({ from: 100, to: 129 });
      }
  });

  it('have the births of 2025 by the revision of 2024', () => {
    const births = zambia.denominators.filter(({ measure, year }) => measure === 'births' && year === 2025);

    expect(births.map(({ value, source }) => [value, source])).toEqual([[708_934, 'wpp-2024']]);
  });

  it('have a population in 2022 for each province and district, or say that none was found', () => {
    const rows = zambia.denominators.filter(
      ({ year, sex, measure }) => year === 2022 && sex === 'all' && measure === 'population',
    );
    const codes = zambia.areas.filter(({ level }) => level !== 'ward').map(({ code }) => code);

    expect(rows.map(({ area_code }) => area_code).toSorted()).toEqual(codes.toSorted());
    expect(rows.filter(({ status }) => status === 'missing').length).toBe(103);
    expect(rows.find(({ area_code }) => area_code === 'ZM104011')?.value).toBe(147_190);
    expect(rows.find(({ area_code }) => area_code === 'ZM104005')?.value).toBe(39_380);
  });
});

describe('The questionnaire of Zambia', () => {
  const lists: Record<string, readonly string[]> = {
    sex: sexes,
    date_precision: datePrecisions,
    relationship: relationships,
    marital_status: maritalStatuses,
    difficulty: ['1', '2', '3', '4'],
    work: works,
    floor: floors,
    walls,
    roof: roofs,
    toilet: toilets,
    water: waterSources,
    lighting: lightings,
    cooking: cookingFuels,
    asset: assets,
    payee_role: ['yes', 'deputy'],
    channel: deliveryChannels,
    consent_method: consentMethods,
    consent_purpose: consentPurposes,
  };

  it('offers exactly the codes that the register takes, each with a label in three languages', () => {
    const offered = Object.entries(zambia.questionnaire.codeLists).map(
      ([list, options]) => [list, options.map(({ code }) => code)] as const,
    );

    expect(Object.fromEntries(offered)).toEqual(lists);
  });

  it('fills every column of an import file once, and asks for those that must be there', () => {
    const asked = questions.flatMap(({ column }) => column ?? []);

    expect(asked.toSorted()).toEqual([...importColumns].toSorted());
    expect(columns).toEqual(importColumns);
    const required = questions.filter((question) => question.required).flatMap(({ column }) => column ?? []);
    expect(['household_ref', ...required].toSorted()).toEqual([...requiredImportColumns].toSorted());
  });

  it('asks for everything that a registration can hold', () => {
    const { members, residence, dwelling, consumption, consent, payee, ...flat } = RegisterHousehold.shape;
    const { functioning, identifiers, ...plain } = members.element.shape;
    const paths = [
      ...Object.keys(flat),
      ...[...Object.keys(plain), 'identifiers[].type', 'identifiers[].value'].map((key) => `members[].${key}`),
      ...Object.keys(functioning.unwrap().shape).map((key) => `members[].functioning.${key}`),
      ...Object.entries({ residence, dwelling, consumption, consent, payee }).flatMap(([part, schema]) =>
        Object.keys(schema.unwrap().shape).map((key) => `${part}.${key}`),
      ),
    ];
    // Payee and deputy are one question: who of the members is which.
    const expected = paths.filter((path) => path !== 'payee.deputy');

    expect(identifiers).toBeDefined();
    expect(questions.map(({ path }) => path).toSorted()).toEqual(expected.toSorted());
  });

  it('asks about difficulties from the age of five, and about pregnancy only women who can be', () => {
    const askedWhen = (id: string) => questions.find((question) => question.id === id)?.askWhen;

    expect(askedWhen('walking')).toEqual([{ question: 'born_on', ageFrom: 5, ageTo: 129 }]);
    expect(askedWhen('pregnant')).toEqual([
      { question: 'sex', in: ['female'] },
      { question: 'born_on', ageFrom: 12, ageTo: 49 },
    ]);
  });
});
