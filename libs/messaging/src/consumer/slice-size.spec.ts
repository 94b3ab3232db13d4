import { describe, expect, it } from '@jest/globals';

import { SliceSize } from './slice-size.ts';

describe('the size of a slice', () => {
  it('grows while slices are quick, up to a limit', () => {
    const size = new SliceSize();
    for (let slice = 0; slice < 10; slice += 1) size.took(size.next(), 20);
    expect(size.next()).toBe(2_000);
  });

  it('does not grow because a few events were quick', () => {
    const size = new SliceSize();
    const before = size.next();
    size.took(3, 1);
    expect(size.next()).toBe(before);
  });

  it('shrinks to a single event when even two take too long', () => {
    const size = new SliceSize();
    for (let slice = 0; slice < 10; slice += 1) size.took(size.next(), 5_000);
    expect(size.next()).toBe(1);
  });
});
