import { randomAt } from '@janela/random';

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
  const stream = randomAt(seed);
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: stream.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    seed,
    next: () => stream.next(),
    between: (from, to) => stream.between(from, to),
    pick: (items) => stream.pick(items),
    shuffle,
  };
}
