import type { PlainDate } from '@janela/kernel';

import type { FactType } from '../facts/define-fact.ts';
import type { Computed } from '../values/interval.ts';

/**
 * Something that can be worked out from values, as `{ "<code>": [values] }` in a rule set. Like a fact it never changes its
 * meaning; another meaning is another code. `run` must be pure, and right for every number that a span may stand for.
 */
export interface TermFunction {
  readonly code: string;
  /** Returns the type of the result for arguments of these types; nothing when it takes no such arguments. */
  resultOf(types: readonly FactType[]): FactType | undefined;
  run(values: readonly Computed[], asOf: PlainDate): Computed;
  /** Returns the same in CEL, over operands that already stand in brackets where they must. */
  cel(operands: readonly string[]): string;
}

/** Declares a function; the type checker of the language is what reads it. */
export function defineFunction(definition: TermFunction): TermFunction {
  return definition;
}
