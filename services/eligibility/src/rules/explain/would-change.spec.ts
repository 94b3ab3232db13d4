import { describe, expect, it } from '@jest/globals';
import type { Condition, RuleSet } from '@janela/contracts';

import { aged, household, member, personId, today } from '../../../test/support/households.ts';
import { zambianWords } from '../../../test/support/zambia.ts';
import { compileRuleSet } from '../compile/compile-rule-set.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts } from '../facts/read-facts.ts';
import { findWouldChange } from './would-change.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const criterion = (id: string, when: Condition): Condition => ({
  id,
  title,
  status: 'illustrative',
  source: 'a test',
  when,
});

function changes(criteria: Condition, of: Household, unit: RuleSet['unit'] = 'household') {
  const rules = compileRuleSet({ code: 'test_rules', version: 1, unit, criteria }, zambianWords);
  const snapshot = readFacts(factCatalogue, of, today, unit === 'person' ? personId(0) : undefined);
  return findWouldChange(rules, snapshot, rules.judge(snapshot));
}
const short = (found: ReturnType<typeof changes>) =>
  found.map(({ fact, needed, outcome }) => [fact, needed.en, outcome]);

const resident = criterion('resident', { left: { fact: 'resident_months' }, op: '>=', right: 6 });
const large = criterion('large', { left: { fact: 'household_size' }, op: '>=', right: 3 });
const since = (date: '2026-08-20' | '2020-01-01') => ({ since: date });

describe('what would change the answer', () => {
  it('is the one criterion that is missing', () => {
    const people = household({ members: [member(), aged(3), aged(5)], residence: since('2026-08-20') });
    expect(changes({ all: [resident, large] }, people)).toEqual([
      {
        criterion: 'resident',
        fact: 'resident_months',
        title: {
          en: 'Time lived in this area',
          pt: 'Tempo de residência nesta área',
          fr: 'Durée de résidence dans cette zone',
        },
        seen: {
          en: 'Time lived in this area: 3 months',
          pt: 'Tempo de residência nesta área: 3 meses',
          fr: 'Durée de résidence dans cette zone\u00a0: 3 mois',
        },
        needed: {
          en: 'Time lived in this area: at least 6 months',
          pt: 'Tempo de residência nesta área: pelo menos 6 meses',
          fr: 'Durée de résidence dans cette zone\u00a0: au moins 6 mois',
        },
        outcome: 'eligible',
      },
    ]);
  });

  it('is nothing where it would take two changes', () => {
    const people = household({ members: [member()], residence: since('2026-08-20') });
    expect(changes({ all: [resident, large] }, people)).toEqual([]);
  });

  it('is any of several where one is enough', () => {
    const people = household({ members: [member()], residence: since('2026-08-20') });
    expect(short(changes({ any: [resident, large] }, people))).toEqual([
      ['resident_months', 'Time lived in this area: at least 6 months', 'eligible'],
      ['household_size', 'People in the household: at least 3', 'eligible'],
    ]);
  });

  it('of a good answer, is each thing on which it hangs', () => {
    const people = household({ members: [member(), aged(3), aged(5)] });
    expect(short(changes({ all: [resident, large] }, people))).toEqual([
      ['resident_months', 'Time lived in this area: less than 6 months', 'ineligible'],
      ['household_size', 'People in the household: less than 3', 'ineligible'],
    ]);
  });

  it('of an open answer, is what has to be found out, and never both a condition and its opposite', () => {
    const people = household({ members: [member(), aged(3), aged(5)], residence: undefined });
    expect(short(changes({ all: [resident, large] }, people))).toEqual([
      ['resident_months', 'the answer to: Time lived in this area', undefined],
    ]);
    expect(changes({ all: [resident, large] }, people)[0]?.missing).toEqual([
      { fact: 'resident_months', paths: ['residence.months'] },
    ]);
  });

  it('is not what cannot be found out: how many months there are for each child of a household without children', () => {
    const perChild = criterion('per_child', {
      left: { divide: [{ fact: 'resident_months' }, { fact: 'children' }] },
      op: '>=',
      right: 6,
    });
    expect(changes({ all: [perChild, large] }, household({ members: [member(), aged(30), aged(40)] }))).toEqual([]);
    const unasked = household({ members: [member(), aged(3), aged(5)], residence: undefined });
    expect(changes({ all: [perChild, large] }, unasked)).toMatchObject([{ missing: [{ fact: 'resident_months' }] }]);
  });

  it('of an open answer, is also what is known and would settle it in their favour', () => {
    const people = household({ members: [member()], residence: undefined });
    expect(short(changes({ any: [resident, large] }, people))).toEqual([
      ['resident_months', 'the answer to: Time lived in this area', undefined],
      ['household_size', 'People in the household: at least 3', 'eligible'],
    ]);
  });

  it('judges everything again with the other fact, wherever it counts', () => {
    const few = criterion('few', { left: { fact: 'household_size' }, op: '<', right: 3 });
    const people = household({ members: [member()] });
    expect(changes({ all: [large, few] }, people)).toEqual([]);
  });

  it('says whose fact it is, where a person is judged', () => {
    const old = criterion('old', { left: { person: 'age' }, op: '>=', right: 65 });
    expect(changes(old, household({ members: [member()] }), 'person')).toMatchObject([
      { fact: 'age', personId: personId(0), outcome: 'eligible', needed: { en: 'Age: at least 65 years' } },
    ]);
  });

  it('names no fact where a question is about members or a scorecard', () => {
    const someOld = criterion('old', { exists: 'members', where: { left: { member: 'age' }, op: '>=', right: 65 } });
    const [change] = changes(someOld, household({ members: [member()] }));
    expect(change).toMatchObject({ criterion: 'old', outcome: 'eligible', title });
    expect(change).not.toHaveProperty('fact');
  });

  it.each<[string, Condition]>([
    ['a code', { left: { fact: 'lighting' }, op: '==', right: 'solar' }],
    ['another code', { left: { fact: 'lighting' }, op: '!=', right: 'candle' }],
    ['a code of a list', { left: { fact: 'lighting' }, op: 'in', right: ['solar', 'torch'] }],
    ['no code of a list', { not: { left: { fact: 'lighting' }, op: 'in', right: ['candle'] } }],
    ['one belonging more', { left: { fact: 'assets' }, op: 'has', right: 'sofa' }],
    ['one belonging less', { not: { left: { fact: 'assets' }, op: 'has', right: 'radio' } }],
    ['more than a number', { left: { fact: 'household_size' }, op: '>', right: 1 }],
    ['less than a number', { left: { fact: 'household_size' }, op: '<', right: 1 }],
    ['at most a number', { left: { fact: 'household_size' }, op: '<=', right: 0 }],
    ['exactly a number', { left: { fact: 'household_size' }, op: '==', right: 2 }],
    ['no', { left: { fact: 'female_headed' }, op: '==', right: false }],
    ['another area', { left: { fact: 'area' }, op: 'within', right: ['ZM105'] }],
    [
      'a day before',
      { exists: 'members', where: { left: { member: 'born_on' }, op: '<', right: { date: '1950-01-01' } } },
    ],
  ])('can be %s', (_, when) => {
    const found = changes(criterion('one', when), household({ members: [member()] }));
    expect(found.map(({ outcome }) => outcome)).toEqual(['eligible']);
  });
});
