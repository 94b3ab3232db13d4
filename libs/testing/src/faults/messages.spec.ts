import { describe, expect, it } from '@jest/globals';

import { randomOf } from '../seeded.ts';
import { duplicated, interleaved, reordered } from './messages.ts';

const messages = Array.from({ length: 60 }, (_, at) => ({ key: `household-${at % 4}`, at }));
const seeds = Array.from({ length: 50 }, (_, seed) => seed);

describe('what a network may do to messages', () => {
  it.each(seeds)('duplicates some, loses none, and never delivers the copy first (seed %i)', (seed) => {
    const delivered = duplicated(messages, randomOf(seed), 0.5);
    expect(new Set(delivered)).toEqual(new Set(messages));
    expect(delivered.length).toBeGreaterThan(messages.length);
    expect([...new Set(delivered)]).toEqual(messages);
  });

  it.each(seeds)('reorders all without losing or adding any (seed %i)', (seed) => {
    const delivered = reordered(messages, randomOf(seed));
    expect(delivered).not.toEqual(messages);
    expect(new Set(delivered)).toEqual(new Set(messages));
    expect(delivered).toHaveLength(messages.length);
  });

  it.each(seeds)('interleaves the keys and keeps the order within each (seed %i)', (seed) => {
    const delivered = interleaved(messages, ({ key }) => key, randomOf(seed));
    expect(delivered).not.toEqual(messages);
    expect(delivered).toHaveLength(messages.length);
    for (const key of ['household-0', 'household-1', 'household-2', 'household-3']) {
      const order = delivered.filter((message) => message.key === key).map(({ at }) => at);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });
});
