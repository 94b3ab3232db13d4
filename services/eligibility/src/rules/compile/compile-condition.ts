import type { Comparison, Condition } from '@janela/contracts';
import { areaContains, invariant } from '@janela/kernel';

import type { Scope } from '../language/scope.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { compareIntervals, type Order } from '../values/interval.ts';
import { allOf, anyOf, notOf, type Truth } from '../values/truth.ts';
import { compileTerm, type Reading } from './compile-term.ts';

export type Predicate = (scope: Scope) => Truth;

/** Compiles a condition that the checker has passed; on any other it throws. */
export function compileCondition(condition: Condition, vocabulary: Vocabulary): Predicate {
  const compile = (inner: Condition) => compileCondition(inner, vocabulary);
  if ('when' in condition) return compile(condition.when);
  if ('all' in condition) return combine(condition.all.map(compile), allOf);
  if ('any' in condition) return combine(condition.any.map(compile), anyOf);
  if ('not' in condition) {
    const judge = compile(condition.not);
    return (scope) => notOf(judge(scope));
  }
  const judge =
    'op' in condition ? compileComparison(condition, vocabulary) : overMembers(condition, compile(condition.where));
  return (scope) => (scope.suppose?.condition === condition ? scope.suppose.truth : judge(scope));
}

function combine(judges: readonly Predicate[], how: (truths: readonly Truth[]) => Truth): Predicate {
  return (scope) => how(judges.map((judge) => judge(scope)));
}

function overMembers(condition: { exists: 'members' } | { every: 'members' }, where: Predicate): Predicate {
  const how = 'exists' in condition ? anyOf : allOf;
  return (scope) => how(scope.members.map((member) => where({ ...scope, member })));
}

function compileComparison(comparison: Comparison, vocabulary: Vocabulary): Predicate {
  const left = compileTerm(comparison.left, vocabulary);
  switch (comparison.op) {
    case 'in':
      return isListed(left, comparison.right);
    case 'within':
      return liesWithin(left, comparison.right);
    case 'has':
      return holds(left, comparison.right);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(left, comparison.op, compileTerm(comparison.right, vocabulary));
  }
}

function compare(left: Reading, op: Order, right: Reading): Predicate {
  if ('compute' in left && 'compute' in right) {
    return (scope) => compareIntervals(left.compute(scope), op, right.compute(scope));
  }
  const equal = equalityOf(left, right);
  return op === '!=' ? (scope) => notOf(equal(scope)) : equal;
}

function equalityOf(left: Reading, right: Reading): Predicate {
  if ('truth' in left && 'truth' in right) {
    return (scope) => same(left.truth(scope), right.truth(scope));
  }
  invariant('code' in left && 'code' in right, 'the checker lets only like be compared with like');
  return (scope) => same(left.code(scope), right.code(scope));
}

function same<T>(a: T | null, b: T | null): Truth {
  return a === null || b === null ? null : a === b;
}

function isListed(left: Reading, listed: readonly (string | number)[]): Predicate {
  if ('compute' in left) {
    const spans = listed.map((each) => ({ least: Number(each), most: Number(each) }));
    return (scope) => {
      const value = left.compute(scope);
      return anyOf(spans.map((span) => compareIntervals(value, '==', span)));
    };
  }
  invariant('code' in left, 'the checker lets only numbers and codes be looked for in a list');
  const codes = new Set<unknown>(listed);
  return (scope) => known(left.code(scope), (code) => codes.has(code));
}

function liesWithin(left: Reading, areas: readonly (string | number)[]): Predicate {
  invariant('code' in left, 'the checker lets only areas lie within areas');
  return (scope) => known(left.code(scope), (area) => areas.some((scopeArea) => areaContains(String(scopeArea), area)));
}

function holds(left: Reading, code: string): Predicate {
  invariant('codes' in left, 'the checker lets only sets of codes be asked what they hold');
  return (scope) => known(left.codes(scope), (codes) => codes.includes(code));
}

function known<T>(value: T | null, judge: (value: T) => boolean): Truth {
  return value === null ? null : judge(value);
}
