import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { household, member, personId, today } from '../../../test/support/households.ts';
import { factCatalogue } from './catalogue.ts';
import { readFacts } from './read-facts.ts';

/** Words that CEL keeps for itself; a fact of such a name could not be printed. */
const celReserved =
  'true false null in as break const continue else for function if import let loop package namespace return var void while';

const everything = household({ members: [member({ pregnant: true, insured: true, work: 'own_business' })] });
const nothing = {
  areaCode: 'ZM104011',
  size: 1,
  members: [
    {
      personId: personId(0),
      sex: 'unknown' as const,
      bornOn: '1980-01-01' as const,
      bornOnPrecision: 'year' as const,
      relationship: 'head' as const,
    },
  ],
};

describe('the catalogue of facts', () => {
  it('has every fact once, under a name that CEL can print', () => {
    const codes = factCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(celReserved.split(' ')).not.toContain(code);
    for (const variable of ['as_of', 'm', 'members', 'person', 'scorecard', 'size'])
      expect(codes).not.toContain(variable);
  });

  it('says of every fact which questions of the form answer it', () => {
    const { sections } = JSON.parse(
      readFileSync(new URL('../../../../../countries/zambia/questionnaire.json', import.meta.url), 'utf8'),
    ) as { sections: { questions: { path: string }[] }[] };
    const asked = sections.flatMap(({ questions }) => questions.map(({ path }) => path));
    const codes = factCatalogue.map(({ code }) => code);
    for (const { code, answeredBy = [], madeOf = [] } of factCatalogue) {
      expect([...asked, 'areaCode']).toEqual(expect.arrayContaining([...answeredBy]));
      expect(codes).toEqual(expect.arrayContaining([...madeOf]));
      if (code !== 'household_size') expect([code, answeredBy.length + madeOf.length]).not.toEqual([code, 0]);
    }
  });

  it('says in every language what a fact is, and where its definition comes from', () => {
    for (const { label, source } of factCatalogue) {
      for (const words of [label.en, label.pt, label.fr, source]) expect(words.trim()).not.toBe('');
    }
  });

  it('knows every fact of a household of which everything was asked', () => {
    const { household: facts, members } = readFacts(factCatalogue, everything, today);
    const unknown = Object.entries({ ...facts, ...members[0]?.facts }).filter(([, value]) => value === null);
    expect(unknown).toEqual([]);
  });

  it('makes nothing up about a household of which nothing was asked', () => {
    const snapshot = readFacts(factCatalogue, nothing, today);
    const known = Object.entries({ ...snapshot.household, ...snapshot.members[0]?.facts }).filter(
      ([, value]) => value !== null,
    );
    expect(Object.fromEntries(known)).toEqual({
      area: 'ZM104011',
      household_size: 1,
      children: 0,
      child_headed: false,
      elderly_present: false,
      fit_members: { least: 0, most: 1 },
      unfit_members: { least: 0, most: 1 },
      age: { least: 45, most: 46 },
      born_on: { least: '1980-01-01', most: '1980-12-31' },
      relationship: 'head',
    });
  });

  it('gives only codes that the fact is declared to have', () => {
    for (const fact of factCatalogue) {
      const value = fact.of === 'household' ? fact.from(everything, today) : fact.from(member(), today);
      const codes = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
      if (fact.codes) for (const code of codes) expect(Object.keys(fact.codes)).toContain(code);
    }
  });
});

describe('a snapshot of facts', () => {
  it('carries no name, and survives being written down', () => {
    const snapshot = readFacts(factCatalogue, everything, today, personId(0));
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot.person).toBe(0);
  });

  it('cannot be made of a person who is no member', () => {
    expect(() => readFacts(factCatalogue, everything, today, personId(7))).toThrow('is a member of the household');
  });
});
