import { describe, expect, it } from '@jest/globals';
import type { RuleSet } from '@janela/contracts';
import fc from 'fast-check';

import { today } from '../../test/support/households.ts';
import { knownHousehold, partlyKnownHousehold } from '../../test/support/random-household.ts';
import { ruleSet } from '../../test/support/random-rule-set.ts';
import { zambianWords } from '../../test/support/zambia.ts';
import { checkRuleSet } from './check/check-rule-set.ts';
import { compileRuleSet } from './compile/compile-rule-set.ts';
import { outcomeOf } from './compile/verdict.ts';
import { explain } from './explain/explain.ts';
import { findWouldChange } from './explain/would-change.ts';
import { factCatalogue } from './facts/catalogue.ts';
import type { Household } from './facts/household.ts';
import { type FactSnapshot, readFacts } from './facts/read-facts.ts';
import { allOf, anyOf } from './values/truth.ts';

const runs = { numRuns: 1_000 };

function snapshotOf(household: Household, { unit }: Pick<RuleSet, 'unit'>): FactSnapshot {
  return readFacts(factCatalogue, household, today, unit === 'person' ? household.members[0]?.personId : undefined);
}

/** The snapshot with one of its facts no longer known. */
function forget(snapshot: FactSnapshot, at: number): FactSnapshot {
  const places = [snapshot.household, ...snapshot.members.map(({ facts }) => facts)].flatMap((facts, place) =>
    Object.keys(facts).map((code) => ({ place, code })),
  );
  const { place, code } = places[at % places.length] ?? { place: 0, code: '' };
  return {
    ...snapshot,
    household: place === 0 ? { ...snapshot.household, [code]: null } : snapshot.household,
    members: snapshot.members.map((member, index) =>
      index + 1 === place ? { ...member, facts: { ...member.facts, [code]: null } } : member,
    ),
  };
}

describe('any rule set, any household', () => {
  it('passes the checker', () => {
    fc.assert(
      fc.property(ruleSet, (rules) => expect(checkRuleSet(rules, zambianWords)).toEqual([])),
      { numRuns: 300 },
    );
  });

  it('gives the same verdict every time, also from what was written down', () => {
    fc.assert(
      fc.property(ruleSet, partlyKnownHousehold, (rules, household) => {
        const snapshot = snapshotOf(household, rules);
        const verdict = compileRuleSet(rules, zambianWords).judge(snapshot);
        const written = JSON.parse(JSON.stringify({ rules, snapshot })) as { rules: RuleSet; snapshot: FactSnapshot };
        expect(compileRuleSet(written.rules, zambianWords).judge(written.snapshot)).toEqual(verdict);
      }),
      runs,
    );
  });

  it('never gives the opposite answer when a known fact becomes unknown', () => {
    fc.assert(
      fc.property(ruleSet, partlyKnownHousehold, fc.nat(), (rules, household, at) => {
        const compiled = compileRuleSet(rules, zambianWords);
        const snapshot = snapshotOf(household, rules);
        const [before, after] = [compiled.judge(snapshot), compiled.judge(forget(snapshot, at))];
        expect([before.outcome, 'needs_review']).toContain(after.outcome);
        after.criteria.forEach(({ met }, index) => expect([before.criteria[index]?.met, null]).toContain(met));
      }),
      runs,
    );
  });

  it('never says anything of a half known household that the whole truth would contradict', () => {
    const both = knownHousehold.chain((known) =>
      fc.tuple(fc.constant(known), fc.constantFrom('month' as const, 'year' as const), fc.nat()),
    );
    fc.assert(
      fc.property(ruleSet, both, (rules, [known, bornOnPrecision, at]) => {
        const vague = known.members.map((member, index) => {
          if (index !== at % known.members.length) return member;
          // Of a small child no answers are expected, so that their absence says something.
          const functioning = member.bornOn < '2021' ? undefined : member.functioning;
          return { ...member, bornOnPrecision, functioning };
        });
        const compiled = compileRuleSet(rules, zambianWords);
        const truth = compiled.judge(snapshotOf(known, rules)).outcome;
        const answer = compiled.judge(snapshotOf({ ...known, members: vague }, rules)).outcome;
        expect([truth, 'needs_review']).toContain(answer);
      }),
      runs,
    );
  });

  it('gives a reason for every criterion, in every language, from which the outcome follows', () => {
    fc.assert(
      fc.property(ruleSet, partlyKnownHousehold, (rules, household) => {
        const compiled = compileRuleSet(rules, zambianWords);
        const snapshot = snapshotOf(household, rules);
        const verdict = compiled.judge(snapshot);
        const reasons = explain(compiled, verdict, snapshot);
        expect(reasons.map(({ criterion, met }) => [criterion, met])).toEqual(
          verdict.criteria.map(({ criterion, met }) => [criterion, met]),
        );
        for (const { title, seen, needed, met, missing } of reasons) {
          expect(missing !== undefined).toBe(met === null);
          for (const text of [title, seen, needed])
            for (const sentence of Object.values(text)) expect(sentence).toMatch(/\S/);
        }
        const outer = verdict.criteria.filter(({ within }) => within === undefined).map(({ met }) => met);
        const combine = 'any' in rules.criteria ? anyOf : allOf;
        expect(verdict.outcome).toBe(outcomeOf(combine(outer)));
      }),
      runs,
    );
  });

  // With this seed months were divided by no children.
  it.each([undefined, 752_431_018])(
    'names as a change only what would change the answer, never the answer it is (%s)',
    (seed) => {
      fc.assert(
        fc.property(ruleSet, partlyKnownHousehold, (rules, household) => {
          const compiled = compileRuleSet(rules, zambianWords);
          const snapshot = snapshotOf(household, rules);
          const verdict = compiled.judge(snapshot);
          const changes = findWouldChange(compiled, snapshot, verdict);
          for (const { outcome, missing, needed } of changes) {
            // What has to be found out may change it either way, and names what that is.
            if (outcome === undefined) expect({ needed, missing }).toHaveProperty('missing.0.fact');
            expect(outcome).not.toBe(verdict.outcome);
            expect(outcome).not.toBe('needs_review');
          }
        }),
        { numRuns: 300, ...(seed !== undefined && { seed }) },
      );
    },
  );
});
