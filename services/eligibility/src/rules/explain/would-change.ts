import type { Determination, MissingFact, WouldChange } from '@janela/contracts';

import type { CompiledCriterion, CompiledRuleSet } from '../compile/compile-rule-set.ts';
import { type Observation, outcomeOf, type Verdict } from '../compile/verdict.ts';
import type { Fact, FactValue } from '../facts/define-fact.ts';
import type { FactSnapshot } from '../facts/read-facts.ts';
import type { Leaf } from '../language/criteria.ts';
import { type Scope, scopeOf } from '../language/scope.ts';
import { inEveryLanguage, writeObservation } from './explain.ts';
import { messages } from './messages.ts';
import { nearestValue } from './nearest-value.ts';
import { writeNeeded, writeSubject } from './write-condition.ts';

/** A question that was asked, with what it saw. */
interface Asked {
  readonly placed: CompiledCriterion;
  readonly leaf: Leaf;
  readonly observation: Observation;
}

/**
 * Returns what alone would change the outcome, question by question; empty when it takes more than one change. What is tried,
 * and what is left out, is in docs/adr/0023.
 */
export function findWouldChange(rules: CompiledRuleSet, snapshot: FactSnapshot, verdict: Verdict): WouldChange[] {
  const scope = scopeOf(snapshot);
  const changes = askedIn(rules, verdict).flatMap((asked) => {
    const changing = [true, false]
      .filter((truth) => truth !== asked.observation.met)
      .flatMap((truth) => {
        const otherwise = scopeWith(asked, truth, rules, scope);
        const outcome = outcomeOf(rules.holds(otherwise));
        const isOther = outcome !== verdict.outcome && outcome !== 'needs_review';
        // A fact may change the outcome through another criterion; then it is named there.
        const throughThis = asked.placed.holds(otherwise) === (outcome === 'eligible');
        return isOther && throughThis ? [{ truth, outcome }] : [];
      });
    if (asked.observation.met === null) {
      const missing = rules.missing.of(asked.leaf, snapshot);
      return changing.length > 0 && missing.length > 0 ? [answerTo(asked, missing, rules, snapshot)] : [];
    }
    const helps = ({ outcome }: { outcome: Determination }) =>
      verdict.outcome !== 'needs_review' || outcome === 'eligible';
    return changing.filter(helps).map((change) => changeTo(change, asked, rules, snapshot));
  });
  const keys = changes.map(({ fact, criterion, needed, outcome }) =>
    [fact ?? (outcome && criterion), needed.en, outcome].join(),
  );
  return changes.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function askedIn({ criteria }: CompiledRuleSet, verdict: Verdict): Asked[] {
  return criteria.flatMap((placed, index) =>
    placed.leaves.flatMap(({ leaf }, at) => {
      const observation = verdict.criteria[index]?.observed[at];
      return observation ? [{ placed, leaf, observation }] : [];
    }),
  );
}

/**
 * Returns the scope as it would be with the other answer: with another fact where there is one, else with the answer supposed.
 */
function scopeWith({ leaf, observation }: Asked, truth: boolean, rules: CompiledRuleSet, scope: Scope): Scope {
  const fact = factOf(leaf, rules);
  const value = fact && 'op' in leaf ? nearestValue(leaf, fact, observation.seen, truth) : undefined;
  if (!fact || value === undefined) return { ...scope, suppose: { condition: leaf, truth } };
  const changed = (values: Scope['household'] | undefined) => ({ ...values, [fact.code]: value satisfies FactValue });
  if (fact.of === 'household') return { ...scope, household: changed(scope.household) };
  const person = changed(scope.person);
  return { ...scope, person, members: scope.members.map((member) => (member === scope.person ? person : member)) };
}

function changeTo(
  { truth, outcome }: { truth: boolean; outcome: Determination },
  asked: Asked,
  rules: CompiledRuleSet,
  snapshot: FactSnapshot,
): WouldChange {
  const needed = inEveryLanguage(rules, (writing) => writeNeeded(asked.leaf, writing, !truth));
  return { ...about(asked, rules, snapshot), needed, outcome };
}

/** Returns what has to be found out, where there is no answer. */
function answerTo(asked: Asked, missing: MissingFact[], rules: CompiledRuleSet, snapshot: FactSnapshot): WouldChange {
  const needed = inEveryLanguage(rules, (writing) =>
    messages[writing.language].answerTo(writeSubject(asked.leaf, writing)),
  );
  return { ...about(asked, rules, snapshot), needed, missing };
}

function about(
  { placed: { criterion }, leaf, observation }: Asked,
  rules: CompiledRuleSet,
  snapshot: FactSnapshot,
): Omit<WouldChange, 'needed' | 'outcome'> {
  const fact = factOf(leaf, rules);
  const personId = fact?.of === 'person' ? snapshot.members[snapshot.person ?? -1]?.personId : undefined;
  return {
    criterion: criterion.id,
    ...(fact && { fact: fact.code }),
    ...(personId !== undefined && { personId }),
    title: fact?.label ?? criterion.title,
    seen: inEveryLanguage(rules, (writing) => writeObservation(leaf, observation, writing).join('; ')),
  };
}

/** Returns the fact that a question asks for directly, of the household or of the person judged. */
function factOf(leaf: Leaf, { vocabulary }: CompiledRuleSet): Fact | undefined {
  if (!('op' in leaf) || typeof leaf.left !== 'object') return undefined;
  if ('fact' in leaf.left) return vocabulary.facts.get(leaf.left.fact);
  return 'person' in leaf.left ? vocabulary.facts.get(leaf.left.person) : undefined;
}
