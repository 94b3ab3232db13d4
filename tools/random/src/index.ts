/** A source of chance that always gives the same for the same seed, on any machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of the list, all alike. Throws when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** One key, as often as its weight says. Throws when the weights add up to nothing. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Around 0 with deviation 1, never beyond ±4. */
  normal(): number;
}

/**
 * The random stream of one place in a file. Streams of neighbouring places are unrelated, so that household 17 is the same
 * whether or not household 16 was ever made.
 */
export function randomAt(seed: number, ...place: number[]): Random {
  return new Stream([0x243f6a88, 0x85a308d3, 0x13198a2e].map((salt) => hashOf(salt, seed, ...place)));
}

/** A whole number from 0 up to 2³² − 1 that looks like no function of the parts, but is one. */
export function hashOf(...parts: number[]): number {
  return parts.reduce((hash, part) => mix(hash ^ Math.imul(part + 1, 0x9e3779b1)), 0x243f6a88) >>> 0;
}

/** Chris Doty-Humphrey's sfc32: 128 bits of state, so that no two of a million households draw the same numbers. */
class Stream implements Random {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor([a = 0, b = 0, c = 0]: readonly number[]) {
    [this.a, this.b, this.c] = [a, b, c];
    for (let round = 0; round < 12; round += 1) this.next();
  }

  next(): number {
    const sum = (this.a + this.b + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('There is nothing to pick from.');
    return list[this.between(0, list.length - 1)] as T;
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new RangeError('The weights must add up to more than nothing.');
  }

  /** Four uniform draws added up: no logarithm or cosine, whose last digit may differ between machines. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.732;
  }
}

function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}
