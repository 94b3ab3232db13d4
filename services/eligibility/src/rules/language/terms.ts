import type { Term } from '@janela/contracts';
import { invariant } from '@janela/kernel';

import { functionCatalogue } from '../functions/catalogue.ts';
import type { TermFunction } from '../functions/define-function.ts';

/** A term that is worked out by a function of the catalogue. */
export type Call = Extract<Term, { monthsSince: Term } | Operation>;
type Operation = { add: unknown } | { subtract: unknown } | { multiply: unknown } | { divide: unknown };

/** Returns the function of a call, and what it is called on. */
export function callOf(call: Call): { readonly fn: TermFunction; readonly operands: readonly Term[] } {
  const [code, operands] = Object.entries(call)[0] as [string, Term | Term[]];
  const fn = functionCatalogue.get(code);
  invariant(fn, `the functions have ${code}, which the schema of terms allows`);
  return { fn, operands: Array.isArray(operands) ? operands : [operands] };
}

/** Returns whether a term asks for anything at all, or is the same for everybody. */
export function asksSomething(term: Term): boolean {
  if (typeof term !== 'object' || 'date' in term || 'amountMinor' in term) return false;
  if ('fact' in term || 'member' in term || 'person' in term) return true;
  if ('count' in term || 'sum' in term || 'scorecard' in term) return true;
  return callOf(term).operands.some(asksSomething);
}
