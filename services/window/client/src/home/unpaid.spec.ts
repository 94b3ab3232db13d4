import { describe, expect, it } from '@jest/globals';
import type { Cycle } from '@janela/contracts';

import { unpaidIn } from './unpaid.ts';

const cycle = (id: string, over: Partial<Cycle>): Cycle =>
  ({ id, programme: 'SCT', period: '2026-11', state: 'dispatched', byState: {}, ...over }) as Cycle;
const failed = (count: number) => ({ byState: { failed: { count, totalMinor: count * 40_000 } } });

describe('what a payments officer has to look at', () => {
  it('is what failed and what is unconfirmed, counted cycle by cycle', () => {
    const byState = { failed: { count: 3, totalMinor: 1 }, unknown: { count: 1, totalMinor: 1 } };
    expect(unpaidIn([cycle('a', { byState }), cycle('b', failed(2))])).toEqual([
      { cycleId: 'a', programme: 'SCT', period: '2026-11', state: 'unknown', count: 1 },
      { cycleId: 'a', programme: 'SCT', period: '2026-11', state: 'failed', count: 3 },
      { cycleId: 'b', programme: 'SCT', period: '2026-11', state: 'failed', count: 2 },
    ]);
  });

  it('holds the newest closed cycle of each programme, and none before that', () => {
    const closed = (id: string, programme: string) => cycle(id, { programme, state: 'closed', ...failed(1) });
    const cycles = [closed('new', 'SCT'), closed('pension', 'SP65'), closed('old', 'SCT')];
    expect(unpaidIn(cycles).map(({ cycleId }) => cycleId)).toEqual(['new', 'pension']);
  });

  it('is nothing where everything was paid', () => {
    expect(unpaidIn([cycle('a', { byState: { paid: { count: 9, totalMinor: 1 } } })])).toEqual([]);
  });
});
