import { maxMissing, type Condition, type MissingFact, type Term } from '@janela/contracts';

import type { Fact, FactValue } from '../facts/define-fact.ts';
import type { FactSnapshot, FactValues } from '../facts/read-facts.ts';
import { type Scope, scopeOf } from '../language/scope.ts';
import { asksSomething, callOf } from '../language/terms.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { compileCondition, type Predicate } from './compile-condition.ts';

/** Finds of a snapshot what is not known and the answer to a condition, or the value of a term, depends on. */
export class Missing {
  /** Conditions are never changed, so each is compiled once for a vocabulary. */
  private readonly judges = new WeakMap<Condition, Predicate>();

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Returns what a condition depends on; nothing once its answer is known, whatever else is not. */
  of(condition: Condition, snapshot: FactSnapshot): MissingFact[] {
    return this.listed(this.inCondition(condition, scopeOf(snapshot)), snapshot);
  }

  /** Returns what the facts of these codes, of the household, depend on. */
  ofFacts(codes: readonly string[], snapshot: FactSnapshot): MissingFact[] {
    return this.listed(
      codes.map((code) => ({ code, values: snapshot.household })),
      snapshot,
    );
  }

  private inCondition(condition: Condition, scope: Scope): Asked[] {
    if (this.judge(condition)(scope) !== null) return [];
    if ('when' in condition) return this.inCondition(condition.when, scope);
    if ('not' in condition) return this.inCondition(condition.not, scope);
    if ('all' in condition) return condition.all.flatMap((each) => this.inCondition(each, scope));
    if ('any' in condition) return condition.any.flatMap((each) => this.inCondition(each, scope));
    if ('where' in condition) return this.overMembers(condition.where, scope);
    const right = Array.isArray(condition.right) ? [] : this.inTerm(condition.right, scope);
    return [...this.inTerm(condition.left, scope), ...right];
  }

  private overMembers(where: Condition, scope: Scope): Asked[] {
    return scope.members.flatMap((member) => this.inCondition(where, { ...scope, member }));
  }

  private inTerm(term: Term, scope: Scope): Asked[] {
    if (typeof term !== 'object' || !asksSomething(term)) return [];
    if ('fact' in term) return [{ code: term.fact, values: scope.household }];
    if ('person' in term) return [{ code: term.person, values: scope.person }];
    if ('member' in term) return [{ code: term.member, values: scope.member }];
    if ('count' in term) return term.where ? this.overMembers(term.where, scope) : [];
    if ('sum' in term) {
      const { sum, where } = term;
      const who = where ? this.overMembers(where, scope) : [];
      return [...who, ...scope.members.flatMap((member) => this.inTerm(sum, { ...scope, member }))];
    }
    if ('scorecard' in term) return this.inScorecard(term.scorecard, scope);
    if ('date' in term || 'amountMinor' in term) return [];
    return callOf(term).operands.flatMap((operand) => this.inTerm(operand, scope));
  }

  /** Of each question, the answers that may fit before one is known to. */
  private inScorecard(code: string, scope: Scope): Asked[] {
    const questions = this.vocabulary.scorecards.get(code)?.questions ?? [];
    return questions.flatMap(({ answers }) => {
      const conditions = answers.flatMap(({ when }) => when ?? []);
      const known = conditions.findIndex((when) => this.judge(when)(scope) === true);
      const open = known < 0 ? conditions : conditions.slice(0, known);
      return open.flatMap((when) => this.inCondition(when, scope));
    });
  }

  private judge(condition: Condition): Predicate {
    const judge = this.judges.get(condition) ?? compileCondition(condition, this.vocabulary);
    this.judges.set(condition, judge);
    return judge;
  }

  private listed(asked: readonly Asked[], snapshot: FactSnapshot): MissingFact[] {
    const missing = asked.flatMap((each) => this.unfold(each, snapshot));
    const names = missing.map(({ fact, personId }) => `${fact} ${personId}`);
    return missing.filter((_, index) => names.indexOf(names[index] ?? '') === index).slice(0, maxMissing);
  }

  /** A fact that others make up is missing because of those of them that are. */
  private unfold({ code, values }: Asked, snapshot: FactSnapshot): MissingFact[] {
    const fact = this.vocabulary.facts.get(code);
    if (!fact || !values || isKnown(values[code])) return [];
    const parts = (fact.madeOf ?? []).flatMap((part) =>
      holdersOf(fact, values, snapshot).flatMap((holder) => this.unfold({ code: part, values: holder }, snapshot)),
    );
    return parts.length > 0 ? parts : [toMissing(fact, values, snapshot)];
  }
}

/** A fact that was asked for, and where it stands. */
interface Asked {
  readonly code: string;
  readonly values: FactValues | undefined;
}

/** A household's fact is made of its members' facts, a person's of their own. */
function holdersOf(fact: Fact, values: FactValues, snapshot: FactSnapshot): readonly FactValues[] {
  return fact.of === 'household' ? snapshot.members.map(({ facts }) => facts) : [values];
}

function toMissing(fact: Fact, values: FactValues, snapshot: FactSnapshot): MissingFact {
  const personId = snapshot.members.find(({ facts }) => facts === values)?.personId;
  return { fact: fact.code, ...(personId !== undefined && { personId }), paths: [...(fact.answeredBy ?? [])] };
}

/** Half known, such as an age without the day of birth, is not known. */
function isKnown(value: FactValue | undefined): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || !('least' in value);
}
