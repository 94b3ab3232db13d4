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
export function checkCondition(condition: Condition, pointer: string, place: CheckContext): void {
  if ('when' in condition) return checkCriterion(condition, pointer, place);
  if ('all' in condition) return checkEach(condition.all, pointerTo(pointer, 'all'), place);
  if ('any' in condition) return checkEach(condition.any, pointerTo(pointer, 'any'), place);
  if (place.criterion === 'none') {
    place.report(problem(pointer, 'no_criterion', 'No reason could be given: this belongs to no criterion.'));
  }
  if ('not' in condition) {
    return checkCondition(condition.not, pointerTo(pointer, 'not'), { ...place, criterion: 'closed' });
  }
  if ('op' in condition) return checkComparison(condition, pointer, place);
  checkCondition(condition.where, pointerTo(pointer, 'where'), amongMembers(pointer, place));
}

function checkEach(conditions: readonly Condition[], pointer: string, place: CheckContext): void {
  conditions.forEach((condition, index) => checkCondition(condition, pointerTo(pointer, index), place));
}

/** A criterion counts in the household's favour when it is met. Under "not" it would mean the opposite of what it says. */
function checkCriterion(criterion: Criterion, pointer: string, place: CheckContext): void {
  if (place.criterion === 'closed') {
    place.report(problem(pointer, 'criterion_misplaced', 'A criterion cannot stand here; give the whole its own.'));
  }
  checkCondition(criterion.when, pointerTo(pointer, 'when'), { ...place, criterion: 'inside' });
}

function checkComparison(comparison: Comparison, pointer: string, place: CheckContext): void {
  const { left, op, right } = comparison;
  if (!asksSomething(left) && (Array.isArray(right) || !asksSomething(right))) {
    place.report(problem(pointer, 'nothing_asked', 'This asks for no fact: it is the same for everybody.'));
  }
  const kind = kindOf(left, pointerTo(pointer, 'left'), place);
  const at = pointerTo(pointer, 'right');
  if (Array.isArray(right)) return kind && checkListed(kind, op, right, pointer, place);
  const other = kindOf(right, at, place);
  if (!kind || !other) return;
  if (op === 'has') {
    if (kind.type !== 'codes') return refuseOperator(op, kind, pointer, place);
    return checkCode(right, kind, at, place);
  }
  const allowed = op === '==' || op === '!=' ? comparable : ordered;
  if (!allowed.includes(kind.type)) return refuseOperator(op, kind, pointer, place);
  if (kind.type !== other.type) {
    place.report(problem(at, 'wrong_type', `A ${kind.type} cannot be compared with a ${other.type}.`));
  }
  checkCode(right, kind, at, place);
  checkCode(left, other, pointerTo(pointer, 'left'), place);
}

function checkListed(
  kind: TermKind,
  op: string,
  listed: readonly (string | number)[],
  pointer: string,
  place: CheckContext,
): void {
  const wanted = op === 'within' ? ['area'] : ['int', 'code'];
  if (!wanted.includes(kind.type)) return refuseOperator(op, kind, pointer, place);
  listed.forEach((each, index) => {
    const at = pointerTo(pointer, 'right', index);
    const isNumber = typeof each === 'number';
    if (isNumber !== (kind.type === 'int')) {
      place.report(problem(at, 'wrong_type', `A ${kind.type} cannot be ${JSON.stringify(each)}.`));
    } else if (kind.type === 'area' && !isAreaCode(String(each))) {
      place.report(problem(at, 'unknown_code', `"${each}" is not an area code.`));
    } else checkCode(each, kind, at, place);
  });
}

/** A code that a fact can never be would match no one, or everyone, without a word. */
function checkCode(value: unknown, { codes }: TermKind, pointer: string, place: CheckContext): void {
  if (typeof value !== 'string' || !codes || codes.includes(value)) return;
  place.report(problem(pointer, 'unknown_code', `It can never be "${value}", only ${codes.join(', ')}.`));
}

function refuseOperator(op: string, { type }: TermKind, pointer: string, place: CheckContext): void {
  place.report(problem(pointerTo(pointer, 'op'), 'operator_not_allowed', `"${op}" cannot be asked of a ${type}.`));
}
