import { assets } from '@janela/contracts';
import type { Condition, LocalText, RuleSet, Term } from '@janela/contracts';
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

import { factCatalogue } from '../../src/rules/facts/catalogue.ts';
import type { Fact } from '../../src/rules/facts/define-fact.ts';
import { date } from './random-household.ts';

type Among = 'household' | 'member' | 'person';
const facts = (among: Among, type: Fact['type']) =>
  factCatalogue
    .filter((fact) => fact.type === type && (fact.of === 'household') === (among === 'household'))
    .map(({ code }): Term =>
      among === 'household' ? { fact: code } : among === 'member' ? { member: code } : { person: code },
    );

/** Values that facts often have, so that thresholds are met just below, on and just above. */
const literal = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.constantFrom(11, 12, 17, 18, 64, 65, 100, 300, 600));

const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');

function integer(among: Among, depth: number): Arbitrary<Term> {
  const fact = fc.constantFrom(...facts(among, 'int'));
  if (depth === 0) return fact;
  const inner = fc.oneof(integer(among, depth - 1), literal);
  const call = fc
    .tuple(fc.constantFrom('add', 'subtract', 'multiply', 'divide'), integer(among, depth - 1), inner)
    .map(([code, a, b]) => ({ [code]: [a, b] }) as unknown as Term);
  if (among !== 'household') {
    return fc.oneof(fact, call, fc.record({ monthsSince: fc.constantFrom(...facts(among, 'date')) }));
  }
  const where = condition('member', 1);
  return fc.oneof(
    fact,
    call,
    fc.record({ count: fc.constant('members' as const), where }),
    fc.record({ sum: integer('member', 0), over: fc.constant('members' as const), where }),
    fc.record({
      scorecard: fc.constant('ppi_zmb_2015'),
      line: fc.constantFrom('national', 'p20'),
      read: fc.constantFrom('points' as const, 'likelihood' as const),
    }),
  );
}

function dated(among: Among): Arbitrary<Condition> {
  return fc.record({
    left: fc.constantFrom(...facts(among, 'date')),
    op: order,
    right: fc.oneof(
      date(1955, 2030).map((day) => ({ date: day })),
      fc.constant({ date: 'as_of' }),
    ),
  });
}

function comparison(among: Among, depth: number): Arbitrary<Condition> {
  const coded = factCatalogue.filter(
    (fact) => fact.type === 'code' && (fact.of === 'household') === (among === 'household'),
  );
  const choices: Arbitrary<Condition>[] = [
    fc.record({ left: integer(among, depth), op: order, right: fc.oneof(literal, integer(among, 0)) }),
    fc.record({
      left: integer(among, 0),
      op: fc.constant('in'),
      right: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      left: fc.constantFrom(...facts(among, 'bool')),
      op: fc.constantFrom('==', '!='),
      right: fc.oneof(fc.boolean(), fc.constantFrom(...facts(among, 'bool'))),
    }),
    ...coded.map(({ code, codes }) =>
      codeComparison(among === 'household' ? { fact: code } : ({ [among]: code } as Term), Object.keys(codes ?? {})),
    ),
  ];
  if (among !== 'household') choices.push(dated(among));
  else {
    choices.push(
      fc.record({
        left: fc.constant({ fact: 'area' }),
        op: fc.constant('within'),
        right: fc.subarray(['ZM104', 'ZM104011', 'ZM101'], { minLength: 1 }),
      }),
      fc.record({ left: fc.constant({ fact: 'assets' }), op: fc.constant('has'), right: fc.constantFrom(...assets) }),
    );
  }
  return fc.oneof(...choices);
}

function codeComparison(left: Term, codes: string[]): Arbitrary<Condition> {
  return fc.oneof(
    fc.record({ left: fc.constant(left), op: fc.constantFrom('==', '!='), right: fc.constantFrom(...codes) }),
    fc.record({
      left: fc.constant(left),
      op: fc.constant('in'),
      right: fc.subarray(codes, { minLength: 1, maxLength: 3 }),
    }),
  );
}

function condition(among: Among, depth: number): Arbitrary<Condition> {
  if (depth === 0) return comparison(among, 1);
  const inner = condition(among, depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  const choices: Arbitrary<Condition>[] = [
    comparison(among, 1),
    fc.record({ all: several }),
    fc.record({ any: several }),
    fc.record({ not: inner }),
  ];
  if (among === 'household') {
    const where = condition('member', 1);
    choices.push(
      fc.record({ exists: fc.constant('members'), where }),
      fc.record({ every: fc.constant('members'), where }),
    );
  }
  return fc.oneof(...choices);
}

const words = (text: string): LocalText => ({ en: text, pt: text, fr: text });

/** A rule set that the checker has nothing against, of one to four criteria, some inside another. */
export const ruleSet: Arbitrary<RuleSet> = fc.constantFrom('household' as const, 'person' as const).chain((unit) => {
  const asked =
    unit === 'household' ? condition('household', 2) : fc.oneof(condition('household', 1), condition('person', 1));
  return fc
    .record({
      parts: fc.array(asked, { minLength: 1, maxLength: 4 }),
      how: fc.constantFrom('all', 'any'),
      nested: fc.boolean(),
    })
    .map(({ parts, how, nested }): RuleSet => {
      const criteria = parts.map((when, index) => criterion(`criterion_${index + 1}`, when));
      const joined = { [how]: criteria } as unknown as Condition;
      return { code: 'random', version: 1, unit, criteria: nested ? criterion('whole', joined) : joined };
    });
});

function criterion(id: string, when: Condition): Condition {
  return { id, title: words(id), status: 'illustrative', source: 'made up for a test', when };
}
