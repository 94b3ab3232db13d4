import { describe, expect, it } from '@jest/globals';
import { Reasons } from '@janela/contracts';
import type { Condition, RuleSet } from '@janela/contracts';

import { aged, household, member, today } from '../../../test/support/households.ts';
import { zambianWords } from '../../../test/support/zambia.ts';
import { compileRuleSet } from '../compile/compile-rule-set.ts';
import { factCatalogue } from '../facts/catalogue.ts';
import type { Household } from '../facts/household.ts';
import { readFacts } from '../facts/read-facts.ts';
import { explain } from './explain.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const people = household({ members: [member({ bornOn: '1961-01-01', bornOnPrecision: 'year' }), aged(10), aged(5)] });

function reasonsFor(when: Condition, of: Household = people) {
  const ruleSet: RuleSet = {
    code: 'test_rules',
    version: 1,
    unit: 'person',
    currency: 'ZMW',
    criteria: { id: 'one', title, legalReference: 'Act 1, section 2', status: 'illustrative', source: 'a test', when },
  };
  const rules = compileRuleSet(ruleSet, zambianWords);
  const snapshot = readFacts(factCatalogue, of, today, of.members[0]?.personId);
  return explain(rules, rules.judge(snapshot), snapshot);
}

/** What was seen and what is needed, in one language. */
function words(when: Condition, language: 'en' | 'pt' | 'fr' = 'en', of?: Household) {
  const [reason] = reasonsFor(when, of);
  return [reason?.seen[language], reason?.needed[language]];
}

describe('a reason', () => {
  it('has the title and legal reference of its criterion, and passes the contract', () => {
    const reasons = reasonsFor({ left: { fact: 'household_size' }, op: '>=', right: 3 });
    expect(reasons).toEqual([
      {
        criterion: 'one',
        title,
        met: true,
        seen: {
          en: 'People in the household: 3',
          pt: 'Pessoas no agregado: 3',
          fr: 'Personnes dans le ménage\u00a0: 3',
        },
        needed: {
          en: 'People in the household: at least 3',
          pt: 'Pessoas no agregado: pelo menos 3',
          fr: 'Personnes dans le ménage\u00a0: au moins 3',
        },
        legalReference: 'Act 1, section 2',
      },
    ]);
    expect(Reasons.parse(reasons)).toEqual(reasons);
  });

  it('counts in the plural of each language', () => {
    const since = (date: '2026-10-20' | '2026-11-20') => household({ members: [member()], residence: { since: date } });
    const six: Condition = { left: { fact: 'resident_months' }, op: '>=', right: 6 };
    expect(words(six, 'en', since('2026-10-20'))[0]).toBe('Time lived in this area: 1 month');
    expect(words(six, 'en', since('2026-11-20'))[0]).toBe('Time lived in this area: 0 months');
    expect(words(six, 'pt', since('2026-10-20'))[0]).toBe('Tempo de residência nesta área: 1 mês');
    expect(words(six, 'pt')[1]).toBe('Tempo de residência nesta área: pelo menos 6 meses');
  });

  it('says between which values the truth lies, or that nothing is known', () => {
    const old: Condition = { left: { person: 'age' }, op: '>=', right: 65 };
    expect(words(old)).toEqual(['Age: between 64 and 65 years', 'Age: at least 65 years']);
    expect(words(old, 'fr')[0]).toBe('Âge\u00a0: entre 64 et 65 ans');
    const unasked = household({ members: [member()], residence: undefined });
    expect(words({ left: { fact: 'resident_months' }, op: '>=', right: 6 }, 'en', unasked)[0]).toBe(
      'Time lived in this area: not known',
    );
  });

  it('writes shares, ratios, dates, codes and lists as people read them', () => {
    expect(words({ left: { fact: 'dependency_ratio' }, op: '>=', right: 250 })[1]).toMatch(/: at least 2\.5$/);
    expect(words({ left: { fact: 'dependency_ratio' }, op: '>=', right: 250 }, 'pt')[1]).toMatch(/: pelo menos 2,5$/);
    expect(words({ left: { person: 'born_on' }, op: '<', right: { date: '1961-11-20' } })).toEqual([
      'Date of birth: between 1 January 1961 and 31 December 1961',
      'Date of birth: before 20 November 1961',
    ]);
    expect(words({ left: { person: 'work' }, op: 'in', right: ['own_farm', 'own_business'] })).toEqual([
      'Work: own farm',
      'Work: one of: own farm, own business',
    ]);
    expect(words({ left: { fact: 'assets' }, op: 'has', right: 'sofa' })).toEqual([
      'Belongings: radio, bicycle',
      'Belongings: sofa',
    ]);
    expect(
      words({ left: { scorecard: 'ppi_zmb_2015', line: 'national', read: 'likelihood' }, op: '>=', right: 600 })[1],
    ).toBe('Poverty Probability Index, Zambia 2015, likelihood of being below the national poverty line: at least 60%');
  });

  it('says what a second fact was, where two are compared', () => {
    const twice: Condition = {
      left: { fact: 'children' },
      op: '>=',
      right: { multiply: [{ fact: 'fit_members' }, 2] },
    };
    const fit = household({ members: [member(), aged(10), aged(5), aged(4)] });
    expect(words(twice, 'en', fit)).toEqual([
      'Children under 18: 3; (Members fit for work × 2): 2',
      'Children under 18: at least (Members fit for work × 2)',
    ]);
  });

  it('writes a negated question as the question that is meant', () => {
    const size = { fact: 'household_size' };
    const not = (condition: Condition): Condition => ({ not: condition });
    expect(words(not({ left: size, op: '>=', right: 5 }))[1]).toBe('People in the household: less than 5');
    expect(words(not({ left: { fact: 'child_headed' }, op: '==', right: true }))[1]).toBe(
      'A child under 18 heads the household: no',
    );
    expect(words(not({ left: { fact: 'child_headed' }, op: '!=', right: true }))[1]).toBe(
      'A child under 18 heads the household: yes',
    );
    expect(
      words(
        not({
          any: [
            { left: size, op: '<', right: 2 },
            { left: size, op: 'in', right: [7, 8] },
          ],
        }),
      )[1],
    ).toBe('People in the household: at least 2 and People in the household: none of: 7, 8');
    expect(words(not({ exists: 'members', where: { left: { member: 'age' }, op: '>=', right: 65 } }))[1]).toBe(
      'no member (Age: at least 65 years)',
    );
  });

  it('counts the members of whom something is true', () => {
    const child: Condition = { left: { member: 'age' }, op: '<', right: 18 };
    expect(words({ exists: 'members', where: child })).toEqual([
      'Members (Age: less than 18 years): 2',
      'at least one member (Age: less than 18 years)',
    ]);
  });

  it('of a criterion that holds others, says which of them are met and which are not known', () => {
    const inner = (id: string, when: Condition): Condition => ({
      id,
      title: { en: `${id} in English`, pt: `${id} em português`, fr: `${id} en français` },
      status: 'illustrative',
      source: 'a test',
      when,
    });
    const either = (size: number): Condition => ({
      any: [
        inner('large', { left: { fact: 'household_size' }, op: '>=', right: size }),
        inner('old', { left: { person: 'age' }, op: '>=', right: 65 }),
      ],
    });
    expect(words(either(3))).toEqual([
      'large in English; not known: old in English',
      'at least one of these: large in English; old in English',
    ]);
    expect(words(either(4))[0]).toBe('none of these; not known: old in English');
    expect(reasonsFor(either(3)).map(({ within }) => within)).toEqual([undefined, 'one', 'one']);
    expect(words(either(3), 'pt')[0]).toBe('large em português; não se sabe: old em português');
  });

  it('is cut at a word when it gets too long to read', () => {
    const many: Condition = {
      all: Array.from({ length: 60 }, (_, index) => ({
        left: { fact: 'household_size' },
        op: '!=',
        right: 100 + index,
      })),
    };
    const [, needed] = words(many);
    expect(needed?.length).toBeLessThanOrEqual(1000);
    expect(needed).toMatch(/ …$/);
  });

  it('is only given by the rule set that judged', () => {
    const rules = (version: number) =>
      compileRuleSet(
        {
          code: 'test_rules',
          version,
          unit: 'household',
          criteria: {
            id: 'one',
            title,
            status: 'illustrative',
            source: 'a test',
            when: { left: { fact: 'household_size' }, op: '>', right: 1 },
          },
        },
        zambianWords,
      );
    const snapshot = readFacts(factCatalogue, people, today);
    const verdict = rules(1).judge(snapshot);
    expect(() => explain(rules(2), verdict, snapshot)).toThrow('explained by the rule set that gave it');
  });
});
