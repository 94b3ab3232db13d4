import { describe, expect, it } from '@jest/globals';
import { Scorecard } from '@janela/contracts';
import type { Condition } from '@janela/contracts';

import { versionOf, zambia } from '../../../test/support/zambia.ts';
import { likelihoodToCel, pointsToCel, toCel } from './cel.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const criterion = (id: string, when: Condition): Condition => ({
  id,
  title,
  status: 'illustrative',
  source: 'a test',
  when,
});
const printed = (when: Condition) => toCel({ criteria: when });

describe('rules printed as CEL', () => {
  it('stand a criterion to a line, with its name', () => {
    expect(toCel(versionOf('social-cash-transfer', 1).ruleSet)).toBe(
      [
        'resident_months >= 6 // resident_six_months',
        '&& ( // incapacity',
        '  fit_members == 0 // nobody_fit_for_work',
        '  || (fit_members >= 1 && dependency_ratio >= 300) // three_dependants_each',
        ')',
        '&& scorecard.ppi_zmb_2015.national.likelihood >= 600 // welfare_below_threshold',
      ].join('\n'),
    );
    expect(toCel(versionOf('social-pension').ruleSet)).toBe('person.age >= 65 // aged_65');
  });

  it.each<[string, Condition]>([
    ['members.exists(m, m.age >= 65)', { exists: 'members', where: { left: { member: 'age' }, op: '>=', right: 65 } }],
    [
      'members.all(m, m.sex != "male")',
      { every: 'members', where: { left: { member: 'sex' }, op: '!=', right: 'male' } },
    ],
    ['size(members) > 3', { left: { count: 'members' }, op: '>', right: 3 }],
    [
      'size(members.filter(m, m.age < 18)) > 3',
      { left: { count: 'members', where: { left: { member: 'age' }, op: '<', right: 18 } }, op: '>', right: 3 },
    ],
    [
      'members.filter(m, m.age < 18).map(m, m.age).sum() > 30',
      {
        left: { sum: { member: 'age' }, over: 'members', where: { left: { member: 'age' }, op: '<', right: 18 } },
        op: '>',
        right: 30,
      },
    ],
    ['lighting in ["candle", "torch"]', { left: { fact: 'lighting' }, op: 'in', right: ['candle', 'torch'] }],
    ['"sofa" in assets', { left: { fact: 'assets' }, op: 'has', right: 'sofa' }],
    [
      'area.startsWith("ZM104") || area.startsWith("ZM101")',
      { left: { fact: 'area' }, op: 'within', right: ['ZM104', 'ZM101'] },
    ],
    [
      '(children - -1) >= (fit_members / 2)',
      { left: { subtract: [{ fact: 'children' }, -1] }, op: '>=', right: { divide: [{ fact: 'fit_members' }, 2] } },
    ],
    [
      'person.born_on < timestamp("1961-11-20T00:00:00Z")',
      { left: { person: 'born_on' }, op: '<', right: { date: '1961-11-20' } },
    ],
    ['person.born_on <= as_of', { left: { person: 'born_on' }, op: '<=', right: { date: 'as_of' } }],
    [
      '!(child_headed == true && (children > 1 || children < 0))',
      {
        not: {
          all: [
            { left: { fact: 'child_headed' }, op: '==', right: true },
            {
              any: [
                { left: { fact: 'children' }, op: '>', right: 1 },
                { left: { fact: 'children' }, op: '<', right: 0 },
              ],
            },
          ],
        },
      },
    ],
  ])('read %s', (cel, condition) => {
    expect(printed(condition)).toBe(cel);
    expect(toCel({ criteria: criterion('one', condition) })).toBe(`${cel} // one`);
  });

  it('keep criteria apart that stand inside one another', () => {
    const adult: Condition = { left: { fact: 'children' }, op: '==', right: 0 };
    const inner = criterion('inner', { all: [adult, adult] });
    expect(toCel({ criteria: { all: [criterion('outer', { any: [inner, { all: [adult, inner] }] }), inner] } })).toBe(
      [
        '( // outer',
        '  (children == 0 && children == 0) // inner',
        '  || (',
        '    children == 0',
        '    && (children == 0 && children == 0) // inner',
        '  )',
        ')',
        '&& (children == 0 && children == 0) // inner',
      ].join('\n'),
    );
  });
});

describe('a scorecard printed as CEL', () => {
  const ppi = Scorecard.parse(zambia.ppi);

  it('adds a choice for each question', () => {
    const lines = pointsToCel(ppi, 'national').split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[1]).toBe('+ (household_size <= 4 ? 17 : household_size <= 6 ? 8 : 0)');
    expect(lines[0]).toMatch(/^\(area\.startsWith\("ZM110"\) \? 0 : .* : int\("no answer fits"\)\)$/);
  });

  it('looks the likelihood up, within the table', () => {
    expect(likelihoodToCel(ppi, 'national')).toMatch(
      /^\[985, 983, .*\]\[points < 0 \? 0 : points > 100 \? 100 : points\]$/,
    );
  });
});
