import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { ProgrammeDefinition } from './programme.ts';
import { Condition, RuleSet, Term } from './rule-set.ts';
import { Scorecard } from './scorecard.ts';

const title = { en: 'Title', pt: 'Título', fr: 'Titre' };
const when = { left: { fact: 'household_size' }, op: '>=', right: 3 };
const criterion = { id: 'large_household', title, status: 'illustrative', source: 'a test', when };
const ruleSet = { code: 'test_rules', version: 1, unit: 'household', criteria: criterion };

describe('the shape of a rule set', () => {
  it('takes criteria inside one another, and changes nothing about them', () => {
    const nested = {
      ...ruleSet,
      criteria: { all: [criterion, { ...criterion, id: 'other', when: { any: [criterion] } }] },
    };
    expect(RuleSet.parse(nested)).toEqual(nested);
  });

  it.each([
    ['two conditions in one', { all: [when], any: [when] }],
    ['a condition of no kind', {}],
    ['an empty list', { any: [] }],
    ['members of something else', { exists: 'children', where: when }],
  ])('refuses %s', (_, condition) => {
    expect(Condition.safeParse(condition).success).toBe(false);
  });

  it.each([
    ['a fraction', 0.5],
    ['a number that JSON rounds', 2 ** 53],
    ['nothing', null],
    ['a day that there is not', { date: '2026-02-30' }],
    ['a sum of three', { add: [1, 2, 3] }],
    ['a fact that is not in snake case', { fact: 'householdSize' }],
  ])('refuses %s as a value', (_, term) => {
    expect(Term.safeParse(term).success).toBe(false);
  });

  it('can be described to other programs as JSON Schema, endless as it is', () => {
    for (const schema of [RuleSet, Scorecard, ProgrammeDefinition]) {
      const described = z.toJSONSchema(schema, { io: 'input' });
      expect(described).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });
});
