import type { Comparison, Condition, Criterion } from '@janela/contracts';
import { isAreaCode } from '@janela/kernel';

import type { FactType } from '../facts/define-fact.ts';
import { pointerTo } from '../language/json-pointer.ts';
import { asksSomething } from '../language/terms.ts';
import { amongMembers, type CheckContext, kindOf, type TermKind } from './check-term.ts';
import { problem } from './problem.ts';

const ordered: readonly FactType[] = ['int', 'money', 'date'];
const comparable: readonly FactType[] = [...ordered, 'bool', 'code'];

/** Reports what is wrong with a condition and with everything inside it. */
export function checkCondition(condition: Condition, pointer: string, context: CheckContext): void {
  if ('when' in condition) return checkCriterion(condition, pointer, context);
  if ('all' in condition) return checkEach(condition.all, pointerTo(pointer, 'all'), context);
  if ('any' in condition) return checkEach(condition.any, pointerTo(pointer, 'any'), context);
  if (context.criterion === 'none') {
    context.report(problem(pointer, 'no_criterion', 'No reason could be given: this belongs to no criterion.'));
  }
  if ('not' in condition) {
    return checkCondition(condition.not, pointerTo(pointer, 'not'), { ...context, criterion: 'closed' });
  }
  if ('op' in condition) return checkComparison(condition, pointer, context);
  checkCondition(condition.where, pointerTo(pointer, 'where'), amongMembers(pointer, context));
}

function checkEach(conditions: readonly Condition[], pointer: string, context: CheckContext): void {
  conditions.forEach((condition, index) => checkCondition(condition, pointerTo(pointer, index), context));
}

/** A criterion counts in the household's favour when it is met. Under "not" it would mean the opposite of what it says. */
function checkCriterion(criterion: Criterion, pointer: string, context: CheckContext): void {
  if (context.criterion === 'closed') {
    context.report(problem(pointer, 'criterion_misplaced', 'A criterion cannot stand here; give the whole its own.'));
  }
  checkCondition(criterion.when, pointerTo(pointer, 'when'), { ...context, criterion: 'inside' });
}

function checkComparison(comparison: Comparison, pointer: string, context: CheckContext): void {
  const { left, op, right } = comparison;
  if (!asksSomething(left) && (Array.isArray(right) || !asksSomething(right))) {
    context.report(problem(pointer, 'nothing_asked', 'This asks for no fact: it is the same for everybody.'));
  }
  const kind = kindOf(left, pointerTo(pointer, 'left'), context);
  const at = pointerTo(pointer, 'right');
  if (Array.isArray(right)) return kind && checkListed(kind, { op, listed: right }, pointer, context);
  const other = kindOf(right, at, context);
  if (!kind || !other) return;
  if (op === 'has') {
    if (kind.type !== 'codes') return refuseOperator(op, kind, pointer, context);
    return checkCode(right, kind, at, context);
  }
  const allowed = op === '==' || op === '!=' ? comparable : ordered;
  if (!allowed.includes(kind.type)) return refuseOperator(op, kind, pointer, context);
  if (kind.type !== other.type) {
    context.report(problem(at, 'wrong_type', `A ${kind.type} cannot be compared with a ${other.type}.`));
  }
  checkCode(right, kind, at, context);
  checkCode(left, other, pointerTo(pointer, 'left'), context);
}

function checkListed(
  kind: TermKind,
  { op, listed }: { op: string; listed: readonly (string | number)[] },
  pointer: string,
  context: CheckContext,
): void {
  const wanted = op === 'within' ? ['area'] : ['int', 'code'];
  if (!wanted.includes(kind.type)) return refuseOperator(op, kind, pointer, context);
  listed.forEach((each, index) => {
    const at = pointerTo(pointer, 'right', index);
    const isNumber = typeof each === 'number';
    if (isNumber !== (kind.type === 'int')) {
      context.report(problem(at, 'wrong_type', `A ${kind.type} cannot be ${JSON.stringify(each)}.`));
    } else if (kind.type === 'area' && !isAreaCode(String(each))) {
      context.report(problem(at, 'unknown_code', `"${each}" is not an area code.`));
    } else checkCode(each, kind, at, context);
  });
}

/** A code that a fact can never be would match no one, or everyone, without a word. */
function checkCode(value: unknown, { codes }: TermKind, pointer: string, context: CheckContext): void {
  if (typeof value !== 'string' || !codes || codes.includes(value)) return;
  context.report(problem(pointer, 'unknown_code', `It can never be "${value}", only ${codes.join(', ')}.`));
}

function refuseOperator(op: string, { type }: TermKind, pointer: string, context: CheckContext): void {
  context.report(problem(pointerTo(pointer, 'op'), 'operator_not_allowed', `"${op}" cannot be asked of a ${type}.`));
}
