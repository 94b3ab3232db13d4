import { describe, expect, it } from '@jest/globals';

import { backOff } from './back-off.ts';

describe('a back-off', () => {
  const waitMs = backOff({ first: 200, most: 5_000 });

  it('doubles with each failure in a row, up to the most', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(waitMs)).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  });

  it('stays a number however often something has failed', () => {
    expect(waitMs(100_000)).toBe(5_000);
    expect(backOff({ first: 1, most: Number.MAX_SAFE_INTEGER })(100_000)).toBe(2 ** 30);
  });

  it('waits as after the first failure where nothing has failed yet', () => {
    expect(waitMs(0)).toBe(200);
  });

  it('is not made of limits that contradict each other', () => {
    expect(() => backOff({ first: 0, most: 10 })).toThrow('a back-off goes from');
    expect(() => backOff({ first: 20, most: 10 })).toThrow('a back-off goes from');
  });
});
