import type { Cycle } from '@janela/contracts';

/** Payments of one cycle that did not arrive, or of which the provider does not say whether they did. */
export interface Unpaid {
  cycleId: string;
  programme: string;
  period: Cycle['period'];
  state: 'failed' | 'unknown';
  count: number;
}

const states = ['unknown', 'failed'] as const;

/**
 * Returns what a payments officer has to look at, of the cycles newest first: all that are not closed, and the newest closed one of
 * each programme, whose failed payments may yet be made again.
 */
export function unpaidIn(cycles: readonly Cycle[]): Unpaid[] {
  const closed = new Set<string>();
  return cycles.flatMap(({ id, programme, period, state: of, byState }) => {
    if (of === 'closed' && closed.has(programme)) return [];
    if (of === 'closed') closed.add(programme);
    return states.flatMap((state) => {
      const count = byState[state]?.count ?? 0;
      return count > 0 ? [{ cycleId: id, programme, period, state, count }] : [];
    });
  });
}
