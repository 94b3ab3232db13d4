import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { loadCountry } from '../country/load-country.ts';
import { ageOn, dayOf } from './calendar.ts';
import type { Household, PersonAnswers } from './columns.ts';
import { householdAt } from './household.ts';
import { maxMembers } from './shapes.ts';
import { type World, worldOf } from './world.ts';

const zambia = loadCountry('zambia');
const asOf = dayOf('2026-11-01');

function worldWith(options: Partial<Parameters<typeof worldOf>[1]> = {}): World {
  return worldOf(zambia, { seed: 7, asOf: '2026-11-01', areas: ['ZM104011', 'ZM104005'], outcomes: {}, ...options });
}

const world = worldWith();
const many = Array.from({ length: 4000 }, (_, index) => householdAt(world, index));
const everybody = many.flatMap(({ people }) => people);
const aHousehold = fc
  .tuple(fc.nat(1_000_000), fc.nat(300_000))
  .map(([seed, index]) => householdAt({ ...world, seed }, index));

const age = ({ born_on }: PersonAnswers): number => ageOn(dayOf(born_on), asOf);
const headOf = ({ people }: Household): PersonAnswers =>
  people.find(({ relationship }) => relationship === 'head') as PersonAnswers;
const shareOf = <T>(list: readonly T[], fits: (item: T) => boolean): number => list.filter(fits).length / list.length;
const worst = (person: PersonAnswers): number =>
  Math.max(
    ...[person.seeing, person.hearing, person.walking, person.remembering, person.self_care, person.communicating].map(
      Number,
    ),
  );

describe('Any household', () => {
  it('is the same again for the same seed and place, and another for another', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1_000_000), (seed, index) => {
        const once = householdAt({ ...world, seed }, index);

        expect(householdAt({ ...world, seed }, index)).toEqual(once);
        expect(householdAt({ ...world, seed: seed + 1 }, index).people).not.toEqual(once.people);
        expect(householdAt({ ...world, seed }, index + 1).people).not.toEqual(once.people);
      }),
      { numRuns: 50 },
    );
  });

  it('has one head, who comes first, and at most one payee and one deputy, who are different people', () => {
    fc.assert(
      fc.property(aHousehold, ({ people }) => {
        const roles = people.map(({ payee }) => payee).filter(Boolean);

        expect(people.filter(({ relationship }) => relationship === 'head')).toEqual([people[0]]);
        expect(people.length).toBeLessThanOrEqual(maxMembers);
        expect(roles.filter((role) => role === 'yes').length).toBe(1);
        expect(roles.filter((role) => role === 'deputy').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('has ages that fit what people are to its head', () => {
    fc.assert(
      fc.property(aHousehold, (household) => {
        const head = age(headOf(household));
        for (const person of household.people) {
          const younger = head - age(person);
          if (person.relationship === 'child') expect(younger).toBeGreaterThanOrEqual(14);
          if (person.relationship === 'grandchild') expect(younger).toBeGreaterThanOrEqual(25);
          if (person.relationship === 'parent') expect(younger).toBeLessThanOrEqual(-12);
          if (person.relationship === 'spouse') expect(age(person)).toBeGreaterThanOrEqual(17);
          expect(age(person)).toBeGreaterThanOrEqual(0);
          expect(age(person)).toBeLessThan(110);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers only what is asked at an age', () => {
    fc.assert(
      fc.property(aHousehold, ({ people }) => {
        for (const person of people) {
          if (age(person) < 4)
            expect([person.seeing, person.walking, person.attends_school, person.work]).toEqual(['', '', '', '']);
          if (person.identifier_value !== '') expect(age(person)).toBeGreaterThanOrEqual(16);
          if (person.sex === 'male') expect(person.pregnant).toBe('');
          if (person.palliative_care === 'true') expect(person.chronic_illness).not.toBe('false');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('calls no two of its people by the same given names', () => {
    for (const { people } of many)
      expect(new Set(people.map(({ given_names }) => given_names)).size).toBe(people.length);
  });

  it('has a payee who can be reached, by telephone or in cash', () => {
    for (const { answers, people } of many) {
      const payee = people.find(({ payee: role }) => role === 'yes') as PersonAnswers;
      if (answers.channel === 'mobile_money') {
        expect(answers.account).toMatch(new RegExp(zambia.profile.phone.pattern));
        expect(payee.phone).toBe(answers.account);
        expect(age(payee)).toBeGreaterThanOrEqual(17);
      } else expect(answers).toMatchObject({ channel: 'cash', account: '' });
    }
  });
});

describe('Four thousand households of Samfya and Lunga', () => {
  it('have registration numbers that no two people share', () => {
    const numbers = everybody.map(({ identifier_value }) => identifier_value).filter(Boolean);

    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect(number).toMatch(/^\d{6}\/\d{2}\/1$/);
  });

  it('live in each district as its population would have it', () => {
    expect(Math.abs(shareOf(many, ({ answers }) => answers.area_code === 'ZM104011') - 0.79)).toBeLessThan(0.03);
    for (const { answers } of many) expect(answers.address).toMatch(/^[\p{L}' ]+ village, \p{L}+ ward, /u);
  });

  it('are as young, as female and as large as the country', () => {
    expect(shareOf(everybody, (person) => age(person) < 15)).toBeGreaterThan(0.4);
    expect(shareOf(everybody, (person) => age(person) < 15)).toBeLessThan(0.52);
    expect(shareOf(everybody, (person) => age(person) >= 65)).toBeGreaterThan(0.013);
    expect(shareOf(everybody, (person) => age(person) >= 65)).toBeLessThan(0.04);
    expect(Math.abs(shareOf(everybody, ({ sex }) => sex === 'female') - 0.52)).toBeLessThan(0.03);
    expect(everybody.length / many.length).toBeGreaterThan(4.4);
    expect(everybody.length / many.length).toBeLessThan(5.8);
  });

  it('come in every shape: alone, headed by the old with grandchildren, by women, by children, with two wives', () => {
    const heads = many.map(headOf);
    const relations = many.map(({ people }) => people.map(({ relationship }) => relationship));

    expect(shareOf(many, ({ people }) => people.length === 1)).toBeGreaterThan(0.02);
    expect(shareOf(heads, ({ sex }) => sex === 'female')).toBeGreaterThan(0.18);
    expect(shareOf(heads, (head) => age(head) < 18)).toBeGreaterThan(0.003);
    expect(shareOf(relations, (kin) => kin.includes('grandchild') && !kin.includes('child'))).toBeGreaterThan(0.04);
    expect(shareOf(relations, (kin) => kin.filter((kind) => kind === 'spouse').length === 2)).toBeGreaterThan(0.02);
  });

  it('know the day of birth of most, the year alone of many of the old, and a first of January too often', () => {
    const dated = everybody.filter(({ born_on_precision }) => born_on_precision === 'day');
    const old = everybody.filter((person) => age(person) >= 65);

    expect(shareOf(everybody, ({ born_on_precision }) => born_on_precision === 'year')).toBeGreaterThan(0.1);
    expect(shareOf(old, ({ born_on_precision }) => born_on_precision === 'year')).toBeGreaterThan(0.45);
    expect(shareOf(dated, ({ born_on }) => born_on.endsWith('-01-01'))).toBeGreaterThan(0.03);
    for (const { born_on, born_on_precision } of everybody) {
      if (born_on_precision === 'year') expect(born_on).toMatch(/-01-01$/);
      if (born_on_precision === 'month') expect(born_on).toMatch(/-01$/);
    }
  });

  it('have difficulties the more often the older people are', () => {
    const between = (from: number, to: number) =>
      everybody.filter((person) => age(person) >= from && age(person) <= to);
    const [young, old] = [between(6, 49), between(65, 110)];

    expect(shareOf(young, (person) => worst(person) >= 3)).toBeLessThan(0.06);
    expect(shareOf(old, (person) => worst(person) >= 3)).toBeGreaterThan(0.12);
  });

  it('own and earn what goes together: who cooks with electricity has it, and hardly ever lives on earth floors', () => {
    const rich = many.filter(({ answers }) => answers.assets.includes('television'));
    const poor = many.filter(({ answers }) => answers.roof === 'grass');

    expect(shareOf(rich, ({ answers }) => answers.floor === 'earth')).toBeLessThan(0.2);
    expect(shareOf(poor, ({ answers }) => answers.floor === 'earth')).toBeGreaterThan(0.6);
    for (const { answers } of many)
      if (answers.assets.includes('electric_stove')) expect(['electricity', '']).toContain(answers.lighting);
  });

  it('leave some questions unanswered, so that some decisions need a person', () => {
    expect(shareOf(many, ({ answers }) => answers.residence_months === '')).toBeGreaterThan(0);
    expect(shareOf(many, ({ answers }) => Object.values(answers).slice(4).includes(''))).toBeLessThan(0.5);
  });

  it('are newcomers in a few cases, and no one has lived there longer than the head has lived', () => {
    const answered = many.filter(({ answers }) => answers.residence_months !== '');

    expect(shareOf(answered, ({ answers }) => Number(answers.residence_months) < 6)).toBeGreaterThan(0.03);
    for (const household of answered)
      expect(Number(household.answers.residence_months)).toBeLessThan((age(headOf(household)) + 7) * 12);
  });
});

describe('What can be asked for', () => {
  it('lets accounts end in the digits that make the sandbox misbehave, as often as was asked', () => {
    const strange = worldWith({ outcomes: { failed: 0.5, silent: 0.25 } });
    const accounts = Array.from({ length: 2000 }, (_, index) => householdAt(strange, index).answers.account).filter(
      Boolean,
    );

    expect(Math.abs(shareOf(accounts, (account) => account.endsWith('01')) - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(shareOf(accounts, (account) => account.endsWith('04')) - 0.25)).toBeLessThan(0.05);
    expect(new Set(accounts.filter((account) => account.endsWith('01'))).size).toBe(
      shareOf(accounts, (account) => account.endsWith('01')) * accounts.length,
    );
  });

  it('lets no account misbehave unless asked', () => {
    for (const { answers } of many) expect(answers.account).not.toMatch(/0[1-5]$/);
  });

  it('takes a ward as well as a district, and names of other provinces', () => {
    const { answers, people } = householdAt(worldWith({ areas: ['ZM104011W03'] }), 0);
    const lozi = householdAt(worldWith({ areas: ['ZM110007'] }), 3);

    expect(answers.area_code).toBe('ZM104011W03');
    expect(people.length).toBeGreaterThan(0);
    expect(lozi.answers.address).not.toContain('ward');
  });

  it('refuses an area or an outcome that the country does not have', () => {
    expect(() => worldWith({ areas: ['ZM104099'] })).toThrow('There is no area ZM104099.');
    expect(() => worldWith({ outcomes: { paid: 1 } })).toThrow('sandbox has no account ending for "paid".');
    expect(() => worldWith({ asOf: '2026-02-30' })).toThrow(RangeError);
  });
});
