import type { Cycle } from '@janela/contracts';

/** Returns how many payments of a cycle stand how, as the question before closing it and its refusal say. */
export function countsOf({ byState }: Pick<Cycle, 'byState'>) {
  const count = (...states: (keyof Cycle['byState'])[]) =>
    states.reduce((sum, state) => sum + (byState[state]?.count ?? 0), 0);
  return {
    paid: count('paid'),
    failed: count('failed'),
    returned: count('returned'),
    held: count('held'),
    cancelled: count('cancelled'),
    underWay: count('frozen', 'instructed', 'sent'),
    unknown: count('unknown'),
  };
}
