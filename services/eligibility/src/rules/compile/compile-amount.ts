import type { AmountRule, MissingFact } from '@janela/contracts';

import type { FactSnapshot } from '../facts/read-facts.ts';
import { readNumber, type Scope, scopeOf } from '../language/scope.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type Computed, exactly, intervalOf } from '../values/interval.ts';
import { compileCondition } from './compile-condition.ts';
import { Missing } from './missing.ts';

/**
 * Compiles what one payment comes to, in minor units of the programme's currency. It is `null` while anything that it depends
 * on is not known: no household is promised less, or more, than it is due.
 */
export function compileAmount(rule: AmountRule, vocabulary: Vocabulary): (snapshot: FactSnapshot) => number | null {
  const base = compileBase(rule.base);
  const supplements = rule.supplements.map(({ when, amountMinor }) => ({
    holds: compileCondition(when, vocabulary),
    amountMinor,
  }));
  return (snapshot) => {
    const scope = scopeOf(snapshot);
    let total = base(scope);
    for (const { holds, amountMinor } of supplements) {
      const truth = holds(scope);
      if (truth === false || !total) continue;
      total = intervalOf(total.least + (truth ? amountMinor : 0), total.most + amountMinor);
    }
    return total && total.least === total.most ? total.least : null;
  };
}

/** Compiles what is not known while an amount is not. */
export function compileAmountMissing(
  { base, supplements }: AmountRule,
  vocabulary: Vocabulary,
): (snapshot: FactSnapshot) => MissingFact[] {
  const missing = new Missing(vocabulary);
  const ofBase = 'fixed' in base ? [] : ['household_size'];
  return (snapshot) => [
    ...missing.ofFacts(ofBase, snapshot),
    ...supplements.flatMap(({ when }) => missing.of(when, snapshot)).filter(isFirst),
  ];
}

function isFirst({ fact, personId }: MissingFact, index: number, all: readonly MissingFact[]): boolean {
  return all.findIndex((each) => each.fact === fact && each.personId === personId) === index;
}

function compileBase(base: AmountRule['base']): (scope: Scope) => Computed {
  if ('fixed' in base) return () => exactly(base.fixed);
  const bySize = base.byHouseholdSize;
  return ({ household }) => {
    const size = readNumber(household.household_size);
    if (!size || size.least < 1) return null;
    const possible = bySize.slice(Math.min(size.least, bySize.length) - 1, Math.min(size.most, bySize.length));
    return intervalOf(Math.min(...possible), Math.max(...possible));
  };
}
