import { describe, expect, it } from '@jest/globals';

import { answeredAs, isSource, sourceOf } from './standing-funds.ts';

const funds = { id: 'f1', state: 'proposed', proposedBy: { id: 'me', name: 'Esther Tembo' } } as const;
const before = { me: 'me', shown: [] };

describe('funds that are proposed', () => {
  it('are new where nothing stood before', () => {
    expect(answeredAs(funds, before)).toBe('proposed');
  });

  it('say that they stand already, approved or proposed', () => {
    expect([
      answeredAs({ ...funds, state: 'approved' }, before),
      answeredAs({ ...funds, proposedBy: { id: 'other', name: 'Other' } }, before),
      answeredAs(funds, { ...before, shown: ['f1'] }),
    ]).toEqual(['standsApproved', 'standsProposed', 'standsProposed']);
  });
});

describe('the source of funds', () => {
  it('is written in capital letters, however it is typed', () => {
    expect([sourceOf(' grz '), isSource(sourceOf('grz')), isSource('G Z'), isSource('1GZ')]).toEqual([
      'GRZ',
      true,
      false,
      false,
    ]);
  });
});
