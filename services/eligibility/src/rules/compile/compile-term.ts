import type { Term } from '@janela/contracts';
import { invariant, InvariantError } from '@janela/kernel';

import type { FactType } from '../facts/define-fact.ts';
import type { FactValues } from '../facts/read-facts.ts';
import { dateNumber, readCode, readCodes, readDate, readNumber, readTruth, type Scope } from '../language/scope.ts';
import { type Call, callOf } from '../language/terms.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type Computed, exactly, intervalOf } from '../values/interval.ts';
import { compileCondition, type Predicate } from './compile-condition.ts';
import { compileScorecard } from './compile-scorecard.ts';

/** How to read the value of a term in a scope, by what kind of value it is. */
export type Reading = Numeric | Logical | Coded | CodedSet;
interface Numeric {
  readonly type: 'int' | 'money' | 'date';
  readonly compute: (scope: Scope) => Computed;
}
interface Logical {
  readonly type: 'bool';
  readonly truth: Predicate;
}
interface Coded {
  readonly type: 'code' | 'area';
  readonly code: (scope: Scope) => string | null;
}
interface CodedSet {
  readonly type: 'codes';
  readonly codes: (scope: Scope) => readonly string[] | null;
}

/** Compiles a term that the checker has passed; on any other it throws. */
export function compileTerm(term: Term, vocabulary: Vocabulary): Reading {
  if (typeof term === 'boolean') return { type: 'bool', truth: () => term };
  if (typeof term === 'string') return { type: 'code', code: () => term };
  if (typeof term === 'number') return always('int', exactly(term));
  if ('amountMinor' in term) return always('money', exactly(term.amountMinor));
  if ('date' in term) {
    if (term.date === 'as_of') return { type: 'date', compute: ({ asOf }) => dateNumber(asOf) };
    return always('date', dateNumber(term.date));
  }
  if ('fact' in term) return readFact(vocabulary, term.fact, ({ household }) => household);
  if ('person' in term) return readFact(vocabulary, term.person, ({ person }) => person);
  if ('member' in term) return readFact(vocabulary, term.member, ({ member }) => member);
  if ('count' in term) return { type: 'int', compute: countMembers(term, vocabulary) };
  if ('sum' in term) return sumOverMembers(term, vocabulary);
  if ('scorecard' in term) return { type: 'int', compute: compileScorecard(term, vocabulary) };
  return compileCall(term, vocabulary);
}

/** Compiles a term that stands for a number, an amount or a date. */
export function compileNumeric(term: Term, vocabulary: Vocabulary): Numeric {
  const reading = compileTerm(term, vocabulary);
  invariant('compute' in reading, 'the checker lets only numbers be computed with');
  return reading;
}

function always(type: Numeric['type'], value: Computed): Numeric {
  return { type, compute: () => value };
}

function readFact(vocabulary: Vocabulary, code: string, from: (scope: Scope) => FactValues | undefined): Reading {
  const type: FactType | undefined = vocabulary.facts.get(code)?.type;
  switch (type) {
    case 'int':
    case 'money':
      return { type, compute: (scope) => readNumber(from(scope)?.[code]) };
    case 'date':
      return { type, compute: (scope) => readDate(from(scope)?.[code]) };
    case 'bool':
      return { type, truth: (scope) => readTruth(from(scope)?.[code]) };
    case 'code':
    case 'area':
      return { type, code: (scope) => readCode(from(scope)?.[code]) };
    case 'codes':
      return { type, codes: (scope) => readCodes(from(scope)?.[code]) };
    case undefined:
      throw new InvariantError(`the checker lets only declared facts pass, not ${code}`);
  }
}

function compileCall(call: Call, vocabulary: Vocabulary): Numeric {
  const { fn, operands } = callOf(call);
  const values = operands.map((operand) => compileNumeric(operand, vocabulary));
  const type = fn.resultOf(values.map((value) => value.type));
  invariant(type === 'int' || type === 'money' || type === 'date', `${fn.code} takes what the checker has passed`);
  return {
    type,
    compute: (scope) =>
      fn.run(
        values.map((value) => value.compute(scope)),
        scope.asOf,
      ),
  };
}

function countMembers({ where }: Extract<Term, { count: 'members' }>, vocabulary: Vocabulary): Numeric['compute'] {
  const holds = where ? compileCondition(where, vocabulary) : () => true;
  return (scope) => {
    let [least, most] = [0, 0];
    for (const member of scope.members) {
      const truth = holds({ ...scope, member });
      if (truth === true) least += 1;
      if (truth !== false) most += 1;
    }
    return intervalOf(least, most);
  };
}

/** Who is only perhaps counted in adds somewhere between nothing and all of their value. */
function sumOverMembers({ sum, where }: Extract<Term, { sum: Term }>, vocabulary: Vocabulary): Numeric {
  const value = compileNumeric(sum, vocabulary);
  const holds = where ? compileCondition(where, vocabulary) : () => true;
  return {
    type: value.type,
    compute(scope) {
      let [least, most] = [0, 0];
      for (const member of scope.members) {
        const within = { ...scope, member };
        const truth = holds(within);
        if (truth === false) continue;
        const each = value.compute(within);
        if (!each) return null;
        least += truth === null ? Math.min(0, each.least) : each.least;
        most += truth === null ? Math.max(0, each.most) : each.most;
      }
      return intervalOf(least, most);
    },
  };
}
