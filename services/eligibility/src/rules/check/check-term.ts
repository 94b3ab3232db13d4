import type { AssistanceUnit, Condition, Term } from '@janela/contracts';

import type { FactType } from '../facts/define-fact.ts';
import { pointerTo } from '../language/json-pointer.ts';
import { type Call, callOf } from '../language/terms.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { checkCondition } from './check-condition.ts';
import { problem, type Problem } from './problem.ts';

/** Where the checker stands in a document, and what may be said there. */
export interface CheckContext {
  readonly vocabulary: Vocabulary;
  readonly report: (problem: Problem) => void;
  readonly unit: AssistanceUnit;
  /** Whether amounts have a currency to be in. */
  readonly money: boolean;
  /** Whether there is a current member. */
  readonly amongMembers: boolean;
  readonly scorecards: boolean;
  /** `none` so far, so nothing may be asked yet; `inside` one; `closed` to any further one. */
  readonly criterion: 'none' | 'inside' | 'closed';
}

/** What a term stands for. `codes` are all the codes that it can be, where that is known. */
export interface TermKind {
  readonly type: FactType;
  readonly codes?: readonly string[] | undefined;
}

/** Finds what a term stands for, and reports what is wrong with it; of a wrong term, nothing is found. */
export function kindOf(term: Term, pointer: string, context: CheckContext): TermKind | undefined {
  if (typeof term === 'number') return { type: 'int' };
  if (typeof term === 'boolean') return { type: 'bool' };
  if (typeof term === 'string') return { type: 'code' };
  if ('date' in term) return { type: 'date' };
  if ('amountMinor' in term) {
    if (!context.money)
      context.report(problem(pointer, 'currency_missing', 'An amount needs the currency of the rule set.'));
    return { type: 'money' };
  }
  if ('fact' in term) return kindOfFact(term.fact, 'household', pointerTo(pointer, 'fact'), context);
  if ('person' in term) return kindOfPersonFact(term.person, pointerTo(pointer, 'person'), context);
  if ('member' in term) return kindOfMemberFact(term.member, pointerTo(pointer, 'member'), context);
  if ('count' in term) {
    overMembers(term, pointer, context);
    return { type: 'int' };
  }
  if ('sum' in term) {
    const within = overMembers(term, pointer, context);
    return numeric(kindOf(term.sum, pointerTo(pointer, 'sum'), within), pointerTo(pointer, 'sum'), context);
  }
  if ('scorecard' in term) return kindOfScorecard(term, pointer, context);
  return kindOfCall(term, pointer, context);
}

function kindOfFact(
  code: string,
  of: 'household' | 'person',
  pointer: string,
  context: CheckContext,
): TermKind | undefined {
  const fact = context.vocabulary.facts.get(code);
  if (fact?.of === of) return { type: fact.type, codes: fact.codes && Object.keys(fact.codes) };
  context.report(problem(pointer, 'unknown_fact', `There is no fact "${code}" about a ${of}.`));
  return undefined;
}

function kindOfPersonFact(code: string, pointer: string, context: CheckContext): TermKind | undefined {
  if (context.unit !== 'person') {
    context.report(problem(pointer, 'person_misplaced', 'Only rules that judge a person can speak of that person.'));
  }
  return kindOfFact(code, 'person', pointer, context);
}

function kindOfMemberFact(code: string, pointer: string, context: CheckContext): TermKind | undefined {
  if (!context.amongMembers) {
    context.report(
      problem(pointer, 'member_misplaced', 'There is no current member here; say which, by "exists" or "count".'),
    );
  }
  return kindOfFact(code, 'person', pointer, context);
}

function overMembers(
  { where }: { where?: Condition | undefined },
  pointer: string,
  context: CheckContext,
): CheckContext {
  const within = amongMembers(pointer, context);
  if (where) checkCondition(where, pointerTo(pointer, 'where'), within);
  return within;
}

/**
 * Returns the context in which each member is the current one, one after the other. Members are not gone through within
 * members.
 */
export function amongMembers(pointer: string, context: CheckContext): CheckContext {
  if (context.amongMembers) {
    context.report(problem(pointer, 'member_misplaced', 'Members cannot be gone through again for each member.'));
  }
  return { ...context, amongMembers: true, criterion: 'closed' };
}

function kindOfScorecard(term: Extract<Term, { scorecard: string }>, pointer: string, context: CheckContext): TermKind {
  if (!context.scorecards) {
    context.report(problem(pointer, 'scorecard_misplaced', 'A scorecard cannot be read inside a scorecard.'));
  }
  const scorecard = context.vocabulary.scorecards.get(term.scorecard);
  if (!scorecard) {
    const at = pointerTo(pointer, 'scorecard');
    context.report(problem(at, 'unknown_scorecard', `There is no scorecard "${term.scorecard}".`));
  } else if (!scorecard.lines.some(({ code }) => code === term.line)) {
    const at = pointerTo(pointer, 'line');
    context.report(problem(at, 'unknown_line', `"${term.scorecard}" has no line "${term.line}".`));
  }
  return { type: 'int' };
}

function kindOfCall(call: Call, pointer: string, context: CheckContext): TermKind | undefined {
  const { fn, operands } = callOf(call);
  const at = pointerTo(pointer, fn.code);
  const many = operands.length > 1;
  const kinds = operands.map((operand, index) => kindOf(operand, many ? pointerTo(at, index) : at, context));
  const types = kinds.flatMap((kind) => (kind ? [kind.type] : []));
  if (types.length < operands.length) return undefined;
  const type = fn.resultOf(types);
  if (type) return { type };
  context.report(problem(at, 'wrong_type', `"${fn.code}" does not take ${types.join(' and ')}.`));
  return undefined;
}

function numeric(kind: TermKind | undefined, pointer: string, context: CheckContext): TermKind | undefined {
  if (!kind || kind.type === 'int' || kind.type === 'money') return kind;
  context.report(problem(pointer, 'wrong_type', `A ${kind.type} cannot be added up.`));
  return undefined;
}
