import { describe, expect, it } from '@jest/globals';

import { lackOf } from './lack.ts';
import { Refused, Unreachable } from './problem.ts';

const refused = (status: number) => new Refused({ type: 'x', title: 'x', status, code: 'x.y' } as Refused['problem']);
const asked = { may: true, isThere: false, error: null };

describe('a name that is not known', () => {
  it('is waited for while the register has not answered', () => {
    expect(lackOf(asked)).toBe('loading');
  });

  it('is not this reader’s to see where the role may not ask, the register refuses, or leaves it out', () => {
    expect(lackOf({ ...asked, may: false })).toBe('not yours');
    expect(lackOf({ ...asked, error: refused(403) })).toBe('not yours');
    expect(lackOf({ ...asked, isThere: true })).toBe('not yours');
  });

  it('could not be loaded where the register is away or in trouble, which is not the same', () => {
    expect(lackOf({ ...asked, error: new Unreachable('') })).toBe('not loaded');
    expect(lackOf({ ...asked, error: refused(503) })).toBe('not loaded');
    expect(lackOf({ ...asked, error: refused(429) })).toBe('not loaded');
  });
});
