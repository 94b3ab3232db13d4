import type { Comparison } from '@janela/contracts';

import type { Fact, FactValue } from '../facts/define-fact.ts';
import { opposite, type Order } from '../values/interval.ts';

/**
 * Returns the value nearest to the one seen with which a comparison of a fact with something written in the rule would come out
 * as wanted. Undefined where none can be named, such as some other area or date.
 */
export function nearestValue(
  comparison: Comparison,
  fact: Fact,
  seen: FactValue,
  wanted: boolean,
): FactValue | undefined {
  const { op, right } = comparison;
  if (Array.isArray(right)) return wanted ? right[0] : anotherCode(fact, right);
  if (op === 'in' || op === 'within') return undefined;
  if (op === 'has') return withOrWithout(Array.isArray(seen) ? seen : [], right, wanted);
  const order = wanted ? op : opposite[op];
  if (typeof right === 'object' && 'amountMinor' in right) return beside(right.amountMinor, order);
  if (typeof right === 'number') return beside(right, order);
  if (typeof right === 'boolean') return order === '==' ? right : !right;
  if (typeof right === 'string') return order === '==' ? right : anotherCode(fact, [right]);
  return undefined;
}

function beside(bound: number, order: Order): number {
  switch (order) {
    case '<':
      return bound - 1;
    case '>':
    case '!=':
      return bound + 1;
    case '==':
    case '<=':
    case '>=':
      return bound;
  }
}

function anotherCode({ codes }: Fact, excluded: readonly (string | number)[]): string | undefined {
  return codes && Object.keys(codes).find((code) => !excluded.includes(code));
}

function withOrWithout(seen: readonly string[], code: string, wanted: boolean): readonly string[] {
  const others = seen.filter((each) => each !== code);
  return wanted ? [...others, code] : others;
}
