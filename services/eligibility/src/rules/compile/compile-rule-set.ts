import type { RuleSet } from '@janela/contracts';

import type { FactValue } from '../facts/define-fact.ts';
import type { FactSnapshot } from '../facts/read-facts.ts';
import { criteriaOf, type Leaf, type PlacedCriterion, type PlacedLeaf } from '../language/criteria.ts';
import { type Scope, scopeOf } from '../language/scope.ts';
import { asksSomething } from '../language/terms.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { Computed } from '../values/interval.ts';
import { compileCondition, type Predicate } from './compile-condition.ts';
import { compileTerm, type Reading } from './compile-term.ts';
import { Missing } from './missing.ts';
import { type CriterionAnswer, type Observation, outcomeOf, type Verdict } from './verdict.ts';

/** A rule set made ready to judge. Pure: the same snapshot always gets the same verdict. */
export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  readonly vocabulary: Vocabulary;
  judge(snapshot: FactSnapshot): Verdict;
  /** Only whether all of it is met. */
  readonly holds: Predicate;
  readonly criteria: readonly CompiledCriterion[];
  readonly missing: Missing;
}

export interface CompiledCriterion extends PlacedCriterion {
  readonly holds: Predicate;
  answer(scope: Scope): CriterionAnswer;
}

/** Compiles a rule set that `checkRuleSet` found nothing wrong with; on any other it throws. */
export function compileRuleSet(ruleSet: RuleSet, vocabulary: Vocabulary): CompiledRuleSet {
  const holds = compileCondition(ruleSet.criteria, vocabulary);
  const criteria = criteriaOf(ruleSet.criteria, '/criteria').map((placed) => compileCriterion(placed, vocabulary));
  return {
    ruleSet,
    vocabulary,
    holds,
    criteria,
    missing: new Missing(vocabulary),
    judge(snapshot) {
      const scope = scopeOf(snapshot);
      return {
        ruleSet: ruleSet.code,
        version: ruleSet.version,
        asOf: snapshot.asOf,
        outcome: outcomeOf(holds(scope)),
        criteria: criteria.map((criterion) => criterion.answer(scope)),
      };
    },
  };
}

function compileCriterion(placed: PlacedCriterion, vocabulary: Vocabulary): CompiledCriterion {
  const { criterion, within, leaves } = placed;
  const holds = compileCondition(criterion.when, vocabulary);
  const observers = leaves.map((leaf) => observer(leaf, vocabulary));
  const name = within === undefined ? { criterion: criterion.id } : { criterion: criterion.id, within };
  const observed = (scope: Scope) => observers.map((observe) => observe(scope));
  return { ...placed, holds, answer: (scope) => ({ ...name, met: holds(scope), observed: observed(scope) }) };
}

function observer({ leaf, pointer: at }: PlacedLeaf, vocabulary: Vocabulary): (scope: Scope) => Observation {
  const holds = compileCondition(leaf, vocabulary);
  const seen = valueReader(compileTerm(leftOf(leaf), vocabulary));
  const right = rightOf(leaf);
  if (right === undefined) return (scope) => ({ at, met: holds(scope), seen: seen(scope) });
  const against = valueReader(compileTerm(right, vocabulary));
  return (scope) => ({ at, met: holds(scope), seen: seen(scope), against: against(scope) });
}

/** Of a question about the members, what is seen is how many there are of whom it is true. */
function leftOf(leaf: Leaf) {
  return 'op' in leaf ? leaf.left : { count: 'members' as const, where: leaf.where };
}

function rightOf(leaf: Leaf) {
  if (!('op' in leaf) || Array.isArray(leaf.right)) return undefined;
  return asksSomething(leaf.right) ? leaf.right : undefined;
}

function valueReader(reading: Reading): (scope: Scope) => FactValue {
  if ('truth' in reading) return reading.truth;
  if ('code' in reading) return reading.code;
  if ('codes' in reading) return reading.codes;
  const { type, compute } = reading;
  return (scope) => written(compute(scope), type === 'date');
}

/** As a snapshot writes it: a number where it is one, a span where it is not. */
function written(value: Computed, isDate: boolean): FactValue {
  if (!value) return null;
  const [least, most] = [value.least, value.most];
  if (isDate) return least === most ? dateText(least) : { least: dateText(least), most: dateText(most) };
  return least === most ? least : { least, most };
}

function dateText(number: number): `${number}-${number}-${number}` {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as `${number}-${number}-${number}`;
}
