import type { Scorecard, Term } from '@janela/contracts';
import { invariant } from '@janela/kernel';

import { factCatalogue } from '../facts/catalogue.ts';
import type { Fact } from '../facts/define-fact.ts';
import { functionCatalogue } from '../functions/catalogue.ts';
import type { TermFunction } from '../functions/define-function.ts';

/** What a rule set can speak of: the facts that there are, and the country's scorecards, by code. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly scorecards: ReadonlyMap<string, Scorecard>;
}

/** The vocabulary of these scorecards over these facts; over the whole catalogue when none are given. */
export function vocabularyOf(
  scorecards: readonly Scorecard[] = [],
  facts: readonly Fact[] = factCatalogue,
): Vocabulary {
  return {
    facts: new Map(facts.map((fact) => [fact.code, fact])),
    scorecards: new Map(scorecards.map((scorecard) => [scorecard.code, scorecard])),
  };
}

/** A term that is worked out by a function of the catalogue. */
export type Call = Extract<Term, { monthsSince: Term } | Operation>;
type Operation = { add: unknown } | { subtract: unknown } | { multiply: unknown } | { divide: unknown };

/** The function of a call, and what it is called on. */
export function callOf(call: Call): { readonly fn: TermFunction; readonly operands: readonly Term[] } {
  const [code, operands] = Object.entries(call)[0] as [string, Term | Term[]];
  const fn = functionCatalogue.get(code);
  invariant(fn, `the functions have ${code}, which the schema of terms allows`);
  return { fn, operands: Array.isArray(operands) ? operands : [operands] };
}
