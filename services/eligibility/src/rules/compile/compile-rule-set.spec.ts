import { describe, expect, it } from '@jest/globals';
import type { Condition, RuleSet } from '@janela/contracts';

import { aged, household, member, today } from '../../../test/support/households.ts';
import { zambianWords } from '../../../test/support/zambia.ts';
import { checkRuleSet } from '../check/check-rule-set.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import { defineFact, type FactValue } from '../facts/define-fact.ts';
import { readFacts } from '../facts/read-facts.ts';
import { vocabularyOf } from '../language/vocabulary.ts';
import { compileRuleSet } from './compile-rule-set.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const rulesOf = (when: Condition, more: Partial<RuleSet> = {}): RuleSet => ({
  code: 'test_rules',
  version: 1,
  unit: 'household',
  criteria: { id: 'one', title, status: 'illustrative', source: 'a test', when },
  ...more,
});
const people = household({ members: [member(), aged(70), aged(10), aged(5)] });
const snapshot = readFacts(factCatalogue, people, today);
const ask = (when: Condition, of = snapshot) => compileRuleSet(rulesOf(when), zambianWords).judge(of);
const holds = (when: Condition, of = snapshot) => ask(when, of).criteria[0]?.met;
const seen = (when: Condition, of = snapshot) => ask(when, of).criteria[0]?.observed[0]?.seen;

describe('questions to a household', () => {
  it('counts the members of whom something is true', () => {
    const adults: Condition = { left: { member: 'age' }, op: '>=', right: 18 };
    const count = (right: number): Condition => ({ left: { count: 'members', where: adults }, op: '>=', right });
    expect([1, 2, 3].map((right) => holds(count(right)))).toEqual([true, true, false]);
    expect(holds({ left: { count: 'members' }, op: '==', right: 4 })).toBe(true);
  });

  it('adds up a number over members', () => {
    const ages: Condition = { left: { sum: { member: 'age' }, over: 'members' }, op: '==', right: 40 + 70 + 10 + 5 };
    const children: Condition = {
      left: { sum: { member: 'age' }, over: 'members', where: { left: { member: 'age' }, op: '<', right: 18 } },
      op: '==',
      right: 15,
    };
    expect(holds(ages)).toBe(true);
    expect(holds(children)).toBe(true);
  });

  it('asks whether there is a member, or whether it is true of every one', () => {
    const atLeast = (right: number): Condition => ({ left: { member: 'age' }, op: '>=', right });
    expect(holds({ exists: 'members', where: atLeast(70) })).toBe(true);
    expect(holds({ exists: 'members', where: atLeast(71) })).toBe(false);
    expect(holds({ every: 'members', where: atLeast(5) })).toBe(true);
    expect(holds({ every: 'members', where: atLeast(6) })).toBe(false);
    expect(seen({ exists: 'members', where: atLeast(18) })).toBe(2);
  });

  it('asks for codes, belongings and areas', () => {
    expect(holds({ left: { fact: 'lighting' }, op: 'in', right: ['candle', 'torch'] })).toBe(true);
    expect(holds({ left: { fact: 'lighting' }, op: '!=', right: 'candle' })).toBe(false);
    expect(holds({ left: { fact: 'assets' }, op: 'has', right: 'radio' })).toBe(true);
    expect(holds({ left: { fact: 'assets' }, op: 'has', right: 'sofa' })).toBe(false);
    expect(holds({ left: { fact: 'area' }, op: 'within', right: ['ZM101', 'ZM104'] })).toBe(true);
    expect(holds({ left: { fact: 'area' }, op: 'within', right: ['ZM105'] })).toBe(false);
  });

  it('compares dates, also with the day of evaluation', () => {
    const head = { ...snapshot, person: 0 };
    const born = (op: '<' | '<=', date: string) => holds({ left: { person: 'born_on' }, op, right: { date } }, head);
    expect([born('<', '1986-03-01'), born('<=', '1986-03-01'), born('<', '1986-03-02')]).toEqual([false, true, true]);
    expect(born('<', 'as_of')).toBe(true);
  });

  it('does not say that a division by zero is anything', () => {
    const ratio = (right: number): Condition => ({
      left: { divide: [{ fact: 'unfit_members' }, { subtract: [{ fact: 'fit_members' }, 1] }] },
      op: '>=',
      right,
    });
    expect(holds(ratio(0))).toBeNull();
    expect(ask(ratio(0)).outcome).toBe('needs_review');
  });

  it('does not say that a number too large to count on is anything', () => {
    const large = { multiply: [{ fact: 'household_size' }, Number.MAX_SAFE_INTEGER] } as const;
    expect(holds({ left: { multiply: [large.multiply[0], large.multiply[1]] }, op: '>', right: 0 })).toBeNull();
  });
});

describe('what a snapshot does not know, or has of the wrong kind', () => {
  const of = (facts: Record<string, FactValue>) => ({ ...snapshot, household: facts });

  it.each<[string, Record<string, FactValue>]>([
    ['is missing', {}],
    ['is null', { household_size: null, child_headed: null, lighting: null, assets: null, area: null }],
    ['is text for a number', { household_size: '9', child_headed: 'true', lighting: 4, assets: 'radio', area: true }],
    ['is no whole number', { household_size: 9.5, child_headed: 1, lighting: true, assets: 7, area: 104 }],
    ['is a span upside down', { household_size: { least: 9, most: 1 }, assets: { least: 1, most: 2 } }],
  ])('is not known when it %s', (_, facts) => {
    expect(holds({ left: { fact: 'household_size' }, op: '>=', right: 1 }, of(facts))).toBeNull();
    expect(holds({ left: { fact: 'child_headed' }, op: '!=', right: true }, of(facts))).toBeNull();
    expect(holds({ left: { fact: 'lighting' }, op: '!=', right: 'candle' }, of(facts))).toBeNull();
    expect(holds({ not: { left: { fact: 'assets' }, op: 'has', right: 'radio' } }, of(facts))).toBeNull();
    expect(holds({ not: { left: { fact: 'area' }, op: 'within', right: ['ZM101'] } }, of(facts))).toBeNull();
  });

  it('counts who is perhaps meant between two numbers', () => {
    const unsure = readFacts(
      factCatalogue,
      household({ members: [member(), aged(30, { chronicIllness: undefined })] }),
      today,
    );
    const fit: Condition = {
      left: { count: 'members', where: { left: { member: 'fit_for_work' }, op: '==', right: true } },
      op: '>=',
      right: 1,
    };
    expect(seen(fit, unsure)).toEqual({ least: 1, most: 2 });
    expect(holds(fit, unsure)).toBe(true);
    expect(holds({ ...fit, op: '>=', right: 2 } as Condition, unsure)).toBeNull();
    expect(holds({ ...fit, op: '>=', right: 3 } as Condition, unsure)).toBe(false);
  });

  it('adds up between nothing and all of what is perhaps to be added', () => {
    const unsure = readFacts(
      factCatalogue,
      household({ members: [member(), aged(30, { chronicIllness: undefined })] }),
      today,
    );
    const fit: Condition = { left: { member: 'fit_for_work' }, op: '==', right: true };
    const ages: Condition = { left: { sum: { member: 'age' }, over: 'members', where: fit }, op: '>=', right: 1 };
    const debts: Condition = {
      left: { sum: { subtract: [0, { member: 'age' }] }, over: 'members', where: fit },
      op: '<=',
      right: 0,
    } as Condition;
    expect(seen(ages, unsure)).toEqual({ least: 40, most: 70 });
    expect(seen(debts, unsure)).toEqual({ least: -70, most: -40 });
  });

  it('leaves a person unknown whom the snapshot does not name', () => {
    expect(holds({ left: { person: 'age' }, op: '>=', right: 0 })).toBeNull();
  });
});

describe('amounts of money', () => {
  const income = defineFact({
    code: 'income',
    of: 'household',
    type: 'money',
    label: { en: 'Income', pt: 'Rendimento', fr: 'Revenu' },
    status: 'illustrative',
    source: 'a test',
    from: () => null,
  });
  const words = vocabularyOf([], [income, ...factCatalogue]);
  const perHead: Condition = {
    left: { divide: [{ fact: 'income' }, { fact: 'household_size' }] },
    op: '<',
    right: { amountMinor: 25_000 },
  };
  const rules = rulesOf(perHead, { currency: 'ZMW' });

  it('are shared out and compared in minor units', () => {
    expect(checkRuleSet(rules, words)).toEqual([]);
    const judge = (amount: number) =>
      compileRuleSet(rules, words).judge({ ...snapshot, household: { ...snapshot.household, income: amount } }).outcome;
    expect([99_999, 100_000, 100_001].map(judge)).toEqual(['eligible', 'ineligible', 'ineligible']);
  });

  it('are never compared with plain numbers', () => {
    const mixed = rulesOf({ left: { fact: 'income' }, op: '<', right: 25_000 }, { currency: 'ZMW' });
    expect(checkRuleSet(mixed, words).map(({ code }) => code)).toEqual(['wrong_type']);
  });
});

describe('a verdict', () => {
  it('names the criterion around each criterion, and what each of its questions saw', () => {
    const inner = { id: 'inner', title, status: 'illustrative' as const, source: 'a test' };
    const when: Condition = {
      any: [
        { ...inner, when: { left: { fact: 'children' }, op: '>=', right: { fact: 'fit_members' } } },
        { left: { fact: 'household_size' }, op: '>', right: 9 },
      ],
    };
    expect(ask(when)).toEqual({
      ruleSet: 'test_rules',
      version: 1,
      asOf: today,
      outcome: 'eligible',
      criteria: [
        { criterion: 'one', met: true, observed: [{ at: '/criteria/when/any/1', met: false, seen: 4 }] },
        {
          criterion: 'inner',
          within: 'one',
          met: true,
          observed: [{ at: '/criteria/when/any/0/when', met: true, seen: 2, against: 1 }],
        },
      ],
    });
  });
});
