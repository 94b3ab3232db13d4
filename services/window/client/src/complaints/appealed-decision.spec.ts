import { describe, expect, it } from '@jest/globals';
import type { Decision } from '@janela/contracts';

import { appealedDecision } from './appealed-decision.ts';

const first: Decision = { outcome: 'refused', decidedBy: 'Joseph Bwalya', decidedAt: '2026-11-02T08:00:00.000Z' };
const second: Decision = { outcome: 'refused', decidedBy: 'Agness Mumba', decidedAt: '2026-11-20T08:00:00.000Z' };

describe('the decision that an appeal is against', () => {
  it('is the one that holds while the appeal waits', () => {
    expect(appealedDecision({ decision: first, earlierDecisions: [] })).toBe(first);
    expect(appealedDecision({ decision: second, earlierDecisions: [first] })).toBe(second);
  });

  it('stays the same after the appeal was upheld, and when the application was decided again', () => {
    const filedAt = '2026-11-10T08:00:00.000Z';
    expect(appealedDecision({ earlierDecisions: [first] }, filedAt)).toBe(first);
    expect(appealedDecision({ decision: second, earlierDecisions: [first] }, filedAt)).toBe(first);
  });

  it('is not there where nothing was decided before', () => {
    expect(appealedDecision({ earlierDecisions: [] })).toBeUndefined();
    expect(appealedDecision({ decision: second, earlierDecisions: [] }, first.decidedAt)).toBeUndefined();
  });
});
