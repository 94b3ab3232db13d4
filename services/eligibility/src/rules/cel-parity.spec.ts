import { describe, expect, it } from '@jest/globals';
import { Scorecard } from '@janela/contracts';
import type { RuleSet } from '@janela/contracts';
import { isPlainDate } from '@janela/kernel';
import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';

import { today } from '../../test/support/households.ts';
import { knownHousehold, partlyKnownHousehold } from '../../test/support/random-household.ts';
import { ruleSet } from '../../test/support/random-rule-set.ts';
import { zambia, zambianWords } from '../../test/support/zambia.ts';
import { compileRuleSet } from './compile/compile-rule-set.ts';
import { factCatalogue } from './facts/catalogue.ts';
import type { FactValue } from './facts/define-fact.ts';
import { type FactSnapshot, type FactValues, readFacts } from './facts/read-facts.ts';
import { likelihoodToCel, pointsToCel, toCel } from './language/cel.ts';
import type { Truth } from './values/truth.ts';

/** CEL has no sum over a list of its own; this is the one that Kubernetes adds. */
const cel = new Environment({ unlistedVariablesAreDyn: true }).registerFunction('list.sum(): int', (list: bigint[]) =>
  list.reduce((sum, each) => sum + each, 0n),
);
const ppi = Scorecard.parse(zambia.ppi);
type Context = Record<string, unknown>;

/** What is known, as CEL takes it; what is not known, or only partly, is not there at all. */
function known(facts: FactValues): Context {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([code, value]) => (isKnown(value) ? [[code, celValue(value)]] : [])),
  );
}

function isKnown(value: FactValue): boolean {
  return value !== null && (typeof value !== 'object' || Array.isArray(value));
}

function celValue(value: FactValue): unknown {
  if (typeof value === 'string' && isPlainDate(value)) return new Date(`${value}T00:00:00Z`);
  return typeof value === 'number' ? BigInt(value) : value;
}

/** Evaluates printed CEL; an error is CEL's way of not knowing. */
function evaluate(expression: (context: Context) => unknown, context: Context): unknown {
  try {
    return expression(context);
  } catch {
    return null;
  }
}

function contextOf({ asOf, household, members, person }: FactSnapshot): Context {
  const own = {
    ...known(household),
    members: members.map(({ facts }) => known(facts)),
    as_of: new Date(`${asOf}T00:00:00Z`),
  };
  const context = person === undefined ? own : { ...own, person: own.members[person] };
  return { ...context, scorecard: { ppi_zmb_2015: readScorecard(context) } };
}

/** The scorecard is evaluated from its own printed text as well, not by us. */
const lines = ['national', 'p20'].map((line) => ({
  line,
  points: cel.parse(pointsToCel(ppi, line)),
  likelihood: cel.parse(likelihoodToCel(ppi, line)),
}));

function readScorecard(context: Context): Context {
  return Object.fromEntries(
    lines.map(({ line, ...read }) => {
      const points = evaluate(read.points, context);
      return [line, points === null ? {} : { points, likelihood: evaluate(read.likelihood, { points }) }];
    }),
  );
}

function judgeBoth(rules: RuleSet, snapshot: FactSnapshot): { ours: Truth; theirs: unknown } {
  const { outcome } = compileRuleSet(rules, zambianWords).judge(snapshot);
  const ours = outcome === 'needs_review' ? null : outcome === 'eligible';
  return { ours, theirs: evaluate(cel.parse(toCel(rules)), contextOf(snapshot)) };
}

const snapshotOf = (household: Parameters<typeof readFacts>[1], { unit }: RuleSet) =>
  readFacts(factCatalogue, household, today, unit === 'person' ? household.members[0]?.personId : undefined);

describe('the printed CEL, evaluated by an independent implementation', () => {
  it('gives our answer for every household of which everything is known', () => {
    let decided = 0;
    fc.assert(
      fc.property(ruleSet, knownHousehold, (rules, household) => {
        const { ours, theirs } = judgeBoth(rules, snapshotOf(household, rules));
        if (theirs !== null) decided += 1;
        expect(theirs === null ? ours : theirs).toBe(ours);
      }),
      { numRuns: 5_000 },
    );
    // An evaluator that refused everything would agree with any other.
    expect(decided).toBeGreaterThan(4_000);
  });

  it('never gives another answer than ours where something is not known', () => {
    fc.assert(
      fc.property(ruleSet, partlyKnownHousehold, (rules, household) => {
        const { ours, theirs } = judgeBoth(rules, snapshotOf(household, rules));
        expect([ours, null]).toContain(theirs);
      }),
      { numRuns: 2_000 },
    );
  });
});
