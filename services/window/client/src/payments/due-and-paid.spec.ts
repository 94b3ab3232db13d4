import { describe, expect, it } from '@jest/globals';

import { compareWithDue } from './due-and-paid.ts';

const of = (paidMinor: number) => compareWithDue({ dueMinor: 25_000, paidMinor, currency: 'ZMW' });

describe('what was paid beside what was due', () => {
  it('is called the same, more or less, with the difference', () => {
    expect(of(25_000)).toEqual({ as: 'paidAsDue', byMinor: 0 });
    expect(of(25_001)).toEqual({ as: 'paidMore', byMinor: 1 });
    expect(of(24_999)).toEqual({ as: 'paidLess', byMinor: 1 });
  });
});
