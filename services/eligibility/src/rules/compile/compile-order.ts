import type { QuotaBasis } from '@janela/contracts';

import type { FactSnapshot } from '../facts/read-facts.ts';
import { scopeOf } from '../language/scope.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { compileNumeric } from './compile-term.ts';

/** What a position in a queue is ordered by. */
export interface Rank {
  /** The values that the programme orders by, as it lists them; null where one is not known exactly. Dates as YYYYMMDD. */
  readonly values: readonly (number | null)[];
  /** The same, reversed so that who comes first has less. What is not known comes last. */
  readonly key: readonly (number | null)[];
}

/** Compiles the order in which places are given. Pure, so that anyone who has the snapshots can make the list again. */
export function compileOrder(order: QuotaBasis['order'], vocabulary: Vocabulary): (snapshot: FactSnapshot) => Rank {
  const terms = order.map(({ by, first }) => ({ first, ...compileNumeric(by, vocabulary) }));
  return (snapshot) => {
    const scope = scopeOf(snapshot);
    const values = terms.map(({ compute }) => {
      const value = compute(scope);
      return value && value.least === value.most ? value.least : null;
    });
    const key = values.map((value, index) => (value !== null && terms[index]?.first === 'highest' ? 0 - value : value));
    return { values, key };
  };
}
