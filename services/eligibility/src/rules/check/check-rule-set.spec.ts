import { describe, expect, it } from '@jest/globals';
import type { Condition, RuleSet } from '@janela/contracts';

import { zambianWords } from '../../../test/support/zambia.ts';
import { checkRuleSet } from './check-rule-set.ts';
import { isOfShape } from './problem.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const criterion = (when: unknown, id = 'one') => ({ id, title, status: 'illustrative', source: 'a test', when });
const rules = (criteria: unknown, more: Partial<RuleSet> = {}) => ({
  code: 'test_rules',
  version: 1,
  unit: 'household',
  criteria,
  ...more,
});
const problemsOf = (document: unknown) =>
  checkRuleSet(document, zambianWords).map(({ pointer, code }) => [pointer, code]);
const problemsIn = (when: unknown, more: Partial<RuleSet> = {}) => problemsOf(rules(criterion(when), more));
const at = (rest: string) => `/criteria/when${rest}`;

const size = { fact: 'household_size' };
const adult: Condition = { left: { member: 'age' }, op: '>=', right: 18 };

describe('checking a rule set', () => {
  it('has nothing against one that asks for what there is', () => {
    expect(problemsIn({ left: size, op: '>=', right: 3 })).toEqual([]);
    expect(problemsIn({ exists: 'members', where: adult })).toEqual([]);
    expect(problemsIn({ left: { person: 'age' }, op: '>=', right: 65 }, { unit: 'person' })).toEqual([]);
  });

  it.each([
    ['a fact that there is not', { left: { fact: 'shoe_size' }, op: '>=', right: 3 }, at('/left/fact'), 'unknown_fact'],
    [
      'a fact of a person asked of the household',
      { left: { fact: 'age' }, op: '>=', right: 3 },
      at('/left/fact'),
      'unknown_fact',
    ],
    [
      'a fact of the household asked of a member',
      { exists: 'members', where: { left: { member: 'household_size' }, op: '>', right: 1 } },
      at('/where/left/member'),
      'unknown_fact',
    ],
    ['a number compared with yes', { left: size, op: '==', right: true }, at('/right'), 'wrong_type'],
    [
      'a yes or no compared with text',
      { left: { fact: 'child_headed' }, op: '==', right: 'yes' },
      at('/right'),
      'wrong_type',
    ],
    [
      'an order among yes and no',
      { left: { fact: 'child_headed' }, op: '>', right: false },
      at('/op'),
      'operator_not_allowed',
    ],
    [
      'an order among codes',
      { left: { fact: 'lighting' }, op: '<', right: 'candle' },
      at('/op'),
      'operator_not_allowed',
    ],
    ['equality of areas', { left: { fact: 'area' }, op: '==', right: 'ZM104011' }, at('/op'), 'operator_not_allowed'],
    ['equality of lists', { left: { fact: 'assets' }, op: '==', right: 'radio' }, at('/op'), 'operator_not_allowed'],
    ['a list of areas for a number', { left: size, op: 'within', right: ['ZM104'] }, at('/op'), 'operator_not_allowed'],
    [
      'yes or no looked for in a list',
      { left: { fact: 'child_headed' }, op: 'in', right: ['a'] },
      at('/op'),
      'operator_not_allowed',
    ],
    ['what a number has', { left: size, op: 'has', right: 'radio' }, at('/op'), 'operator_not_allowed'],
    [
      'a code that can never be',
      { left: { fact: 'lighting' }, op: '==', right: 'elektricity' },
      at('/right'),
      'unknown_code',
    ],
    [
      'a code that can never be, on the left',
      { left: 'elektricity', op: '==', right: { fact: 'lighting' } },
      at('/left'),
      'unknown_code',
    ],
    [
      'a belonging that the questionnaire does not ask for',
      { left: { fact: 'assets' }, op: 'has', right: 'yacht' },
      at('/right'),
      'unknown_code',
    ],
    [
      'a code in a list that can never be',
      { left: { fact: 'lighting' }, op: 'in', right: ['candle', 'sun'] },
      at('/right/1'),
      'unknown_code',
    ],
    ['a text in a list of numbers', { left: size, op: 'in', right: [1, 'two'] }, at('/right/1'), 'wrong_type'],
    [
      'an area that is none',
      { left: { fact: 'area' }, op: 'within', right: ['Samfya'] },
      at('/right/0'),
      'unknown_code',
    ],
    [
      'adding yes to a number',
      { left: { add: [size, { fact: 'child_headed' }] }, op: '>', right: 1 },
      at('/left/add'),
      'wrong_type',
    ],
    [
      'adding up yes and no',
      { left: { sum: { member: 'insured' }, over: 'members' }, op: '>', right: 1 },
      at('/left/sum'),
      'wrong_type',
    ],
    [
      'months since a number',
      { left: { monthsSince: size }, op: '>', right: 1 },
      at('/left/monthsSince'),
      'wrong_type',
    ],
    [
      'a scorecard that there is not',
      { left: { scorecard: 'ppi_mars', line: 'national', read: 'points' }, op: '>', right: 1 },
      at('/left/scorecard'),
      'unknown_scorecard',
    ],
    [
      'a line that the scorecard has not',
      { left: { scorecard: 'ppi_zmb_2015', line: 'lunar', read: 'points' }, op: '>', right: 1 },
      at('/left/line'),
      'unknown_line',
    ],
    [
      'a member where there is no current one',
      { left: { member: 'age' }, op: '>', right: 1 },
      at('/left/member'),
      'member_misplaced',
    ],
    [
      'members gone through for each member',
      { exists: 'members', where: { exists: 'members', where: adult } },
      at('/where'),
      'member_misplaced',
    ],
    [
      'a person in rules about households',
      { left: { person: 'age' }, op: '>', right: 1 },
      at('/left/person'),
      'person_misplaced',
    ],
    [
      'an amount without a currency',
      { left: size, op: '>', right: { amountMinor: 100 } },
      at('/right'),
      'currency_missing',
    ],
    ['a comparison that is the same for everybody', { left: 1, op: '==', right: 1 }, at(''), 'nothing_asked'],
    [
      'a comparison of the day with a day',
      { left: { date: 'as_of' }, op: '>=', right: { date: '2026-01-01' } },
      at(''),
      'nothing_asked',
    ],
    ['a criterion under "not"', { not: criterion(adult, 'two') }, at('/not'), 'criterion_misplaced'],
    [
      'a criterion asked of each member',
      { exists: 'members', where: criterion(adult, 'two') },
      at('/where'),
      'criterion_misplaced',
    ],
    [
      'the same criterion twice',
      { all: [criterion({ left: size, op: '>', right: 1 })] },
      at('/all/0/id'),
      'criterion_repeated',
    ],
  ])('refuses %s, and points at it', (_, when, pointer, code) => {
    expect(problemsIn(when)).toContainEqual([pointer, code]);
  });

  it('refuses a question outside every criterion, because no reason could be given', () => {
    const bare = { left: size, op: '>=', right: 3 };
    expect(problemsOf(rules(bare))).toEqual([['/criteria', 'no_criterion']]);
    expect(problemsOf(rules({ all: [criterion(bare), bare] }))).toEqual([['/criteria/all/1', 'no_criterion']]);
    expect(problemsOf(rules({ not: bare }))).toEqual([['/criteria', 'no_criterion']]);
  });

  it('finds everything that is wrong at once', () => {
    const both = {
      all: [
        { left: { fact: 'x' }, op: '>', right: 1 },
        { left: size, op: '==', right: 'three' },
      ],
    };
    expect(problemsIn(both)).toEqual([
      [at('/all/0/left/fact'), 'unknown_fact'],
      [at('/all/1/right'), 'wrong_type'],
    ]);
  });
});

describe('what is no rule set at all', () => {
  it.each([
    ['nothing', null],
    ['text', 'resident_months >= 6'],
    ['a list', []],
    ['a number that is no integer', rules(criterion({ left: size, op: '>', right: 1.5 }))],
    ['an unknown field', rules(criterion({ left: size, op: '>', right: 1, unless: 'raining' }))],
    ['an operator of another language', rules(criterion({ left: size, op: '===', right: 1 }))],
    ['an empty "all", which everybody would meet', rules(criterion({ all: [] }))],
    ['no criterion', { code: 'a', version: 1, unit: 'household' }],
    ['a version before the first', rules(criterion({ left: size, op: '>', right: 1 }), { version: 0 })],
    ['a title in one language', rules({ ...criterion({ left: size, op: '>', right: 1 }), title: { en: 'Title' } })],
    ['a criterion without a source', rules({ ...criterion({ left: size, op: '>', right: 1 }), source: '' })],
  ])('is refused: %s', (_, document) => {
    const problems = checkRuleSet(document, zambianWords);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(isOfShape)).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['a fact by its name', { left: { fact: 'Household' }, op: '>', right: 1 }, '/all/0/left/fact'],
    ['an operator', { left: size, op: '===', right: 1 }, '/all/0/op'],
    ['a date', { left: size, op: '>', right: { date: '2026-02-30' } }, '/all/0/right/date'],
    ['an empty list', { left: size, op: 'in', right: [] }, '/all/0/right'],
    ['a missing half of a sum', { left: { add: [size] }, op: '>', right: 1 }, '/all/0/left/add'],
    ['a criterion without words', criterion(adult, '') as unknown, '/all/0/id'],
  ])('points at the place where the shape is wrong: %s', (_, condition, pointer) => {
    const problems = problemsIn({ all: [condition] });
    expect(problems.length).toBeGreaterThan(0);
    for (const [place] of problems) expect(place?.startsWith(at(pointer))).toBe(true);
  });
});

describe('the size of a rule set', () => {
  const nested = (levels: number): unknown => {
    let condition: unknown = { left: size, op: '>', right: 1 };
    for (let level = 0; level < levels; level += 1) condition = { not: condition };
    return rules(criterion(condition));
  };

  it('may be thirty levels deep, not a hundred', () => {
    expect(problemsOf(nested(30))).toEqual([]);
    expect(problemsOf(nested(100))).toEqual([['', 'too_deep']]);
  });

  it('is refused calmly when a caller nests ten thousand conditions', () => {
    expect(problemsOf(nested(10_000))).toEqual([['', 'too_deep']]);
  });

  it('is refused when it has thousands of conditions side by side', () => {
    const wide = (count: number) =>
      rules(criterion({ all: Array.from({ length: count }, () => ({ left: size, op: '>', right: 1 })) }));
    expect(problemsOf(wide(200))).toEqual([]);
    expect(problemsOf(wide(201))).toEqual([[at('/all'), 'malformed']]);
    expect(problemsOf(wide(5_000))).toEqual([['', 'too_large']]);
  });
});
