import { beforeEach, describe, expect, it } from '@jest/globals';

import { TtlCache } from './ttl-cache.ts';

describe('a cache', () => {
  let now: number;
  let loaded: string[][];
  let cache: TtlCache<string, number>;
  const load = (missing: string[]) => {
    loaded.push(missing);
    return Promise.resolve(missing.filter((key) => key !== 'none').map((key) => [key, key.length] as const));
  };
  beforeEach(() => {
    now = 0;
    loaded = [];
    cache = new TtlCache({ ttlMs: 1_000, mostEntries: 3, now: () => now });
  });

  it('reads a value once, until it is too old', async () => {
    expect(await cache.getAll(['a', 'bb', 'a'], load)).toEqual(
      new Map([
        ['a', 1],
        ['bb', 2],
      ]),
    );
    now = 999;
    expect((await cache.getAll(['a'], load)).get('a')).toBe(1);
    expect(loaded).toEqual([['a', 'bb']]);
    now = 1_000;
    expect(cache.get('a')).toBeUndefined();
    await cache.getAll(['a'], load);
    expect(loaded).toEqual([['a', 'bb'], ['a']]);
  });

  it('reads again what was not found', async () => {
    expect((await cache.getAll(['none'], load)).size).toBe(0);
    await cache.getAll(['none'], load);
    expect(loaded).toEqual([['none'], ['none']]);
  });

  it('is empty after it was cleared', async () => {
    await cache.getAll(['a'], load);
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
  });

  it('keeps so many values and drops the oldest', () => {
    for (const key of ['a', 'b', 'c', 'a', 'd']) cache.set(key, 1);
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd']);
  });
});
