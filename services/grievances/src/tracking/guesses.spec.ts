import { describe, expect, it } from '@jest/globals';

import { Guesses } from './guesses.ts';

describe('wrong guesses', () => {
  it('are a few free, and then none until the minute is over', () => {
    const guesses = new Guesses(3);
    for (const at of [0, 1_000, 2_000]) {
      expect(guesses.waitSeconds('here', at)).toBe(0);
      guesses.miss('here', at);
    }
    expect(guesses.waitSeconds('here', 2_000)).toBe(58);
    expect(guesses.waitSeconds('elsewhere', 2_000)).toBe(0);
    expect(guesses.waitSeconds('here', 59_999)).toBe(1);
    expect(guesses.waitSeconds('here', 60_000)).toBe(0);
    guesses.miss('here', 60_000);
    expect(guesses.waitSeconds('here', 60_000)).toBe(0);
  });

  it('of endless addresses are forgotten, the oldest first', () => {
    const guesses = new Guesses(1, 60_000, 2);
    for (const address of ['one', 'two', 'three']) guesses.miss(address, 0);
    expect(['one', 'two', 'three'].map((address) => guesses.waitSeconds(address, 0))).toEqual([0, 60, 60]);
  });
});
