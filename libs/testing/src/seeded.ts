/** Chance that can be repeated: the same seed gives the same numbers in the same order. */
export type Random = {
  seed: number;
  /** At least 0, below 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  /** One of these; there must be one. */
  pick: <T>(items: readonly T[]) => T;
  /** The same items in another order. */
  shuffle: <T>(items: readonly T[]) => T[];
};

/** Chance for one test, whose seed is printed; `TEST_SEED` in the environment repeats it. */
export function seeded(name: string): Random {
  const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
  process.stdout.write(`${name}: seed ${seed} (TEST_SEED=${seed} repeats it)\n`);
  return randomOf(seed);
}

/** Chance from a given seed, printing nothing. */
export function randomOf(seed: number): Random {
  const next = mulberry32(seed);
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from.');
    return items[between(0, items.length - 1)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return { seed, next, between, pick, shuffle };
}

/** A small generator with a good spread and 2³² seeds. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
