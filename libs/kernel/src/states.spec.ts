import { describe, expect, it } from '@jest/globals';

import { defineStates, ForbiddenTransition } from './states.ts';

describe('state tables', () => {
  const cycle = defineStates('cycle', { open: ['submitted'], submitted: ['approved', 'open'], approved: [] }, 'open');

  it('knows what may follow what', () => {
    expect(cycle.states).toEqual(['open', 'submitted', 'approved']);
    expect(cycle.terminal).toEqual(['approved']);
    expect(cycle.next('submitted')).toEqual(['approved', 'open']);
    expect([cycle.mayBecome('submitted', 'open'), cycle.mayBecome('open', 'approved')]).toEqual([true, false]);
    expect([cycle.isTerminal('approved'), cycle.isTerminal('open')]).toEqual([true, false]);
    expect([cycle.is('open'), cycle.is('shut'), cycle.is('toString')]).toEqual([true, false, false]);
  });

  it('lets pass what may follow, and names what may not', () => {
    expect(() => cycle.assertMayBecome('open', 'submitted')).not.toThrow();
    const refusal = new ForbiddenTransition('cycle', 'approved', 'open');
    expect(() => cycle.assertMayBecome('approved', 'open')).toThrow(refusal);
    expect(refusal).toMatchObject({
      machine: 'cycle',
      from: 'approved',
      to: 'open',
      message: 'A cycle that is approved cannot become open.',
    });
  });

  it('takes staying for a step like any other', () => {
    const filed = defineStates('case', { filed: ['filed', 'closed'], closed: [] }, 'filed');
    expect(filed.mayBecome('filed', 'filed')).toBe(true);
    expect(() => cycle.assertMayBecome('open', 'open')).toThrow(ForbiddenTransition);
  });

  it('stops the boot for a target that is no state', () => {
    const wrong = { open: ['shut'], closed: [] } as unknown as { open: ['closed']; closed: [] };
    expect(() => defineStates('gate', wrong, 'open')).toThrow('gate leads from open to shut');
  });

  it('stops the boot for a target that is named twice', () => {
    expect(() => defineStates('gate', { open: ['closed', 'closed'], closed: [] }, 'open')).toThrow(
      'each target of open once',
    );
  });

  it('stops the boot for a state that nothing leads to', () => {
    expect(() => defineStates('gate', { open: ['closed'], closed: [], ajar: ['open'] }, 'open')).toThrow(
      'gate leads to ajar',
    );
  });

  it('stops the boot for an initial state that there is not', () => {
    expect(() => defineStates('gate', { open: [] }, 'shut' as 'open')).toThrow('gate starts in shut');
  });

  it('stops the boot for a table without an end, unless it is meant', () => {
    const table = { open: ['closed'], closed: ['open'] } as const;
    expect(() => defineStates('gate', table, 'open')).toThrow('gate has a state that ends it');
    expect(defineStates('gate', table, 'open', { endless: true }).terminal).toEqual([]);
  });
});
