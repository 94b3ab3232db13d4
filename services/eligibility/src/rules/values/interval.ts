import type { Truth } from './truth.ts';

/**
 * A number of which we know that it lies between two others, both included. A child born "in 2016" is 9 or 10 in the
 * autumn of 2026: that is `{ least: 9, most: 10 }`. What is known exactly has both ends the same.
 */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** A span, or nothing known at all. */
export type Computed = Interval | null;

export function exactly(value: number): Interval {
  return { least: value, most: value };
}

/**
 * Returns the span between two numbers; not known when an end is no whole number that can be counted on (beyond ±(2^53 − 1)).
 */
export function intervalOf(least: number, most: number): Computed {
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most)) return null;
  return { least: least + 0, most: most + 0 }; // -0 becomes 0
}

export const orders = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Order = (typeof orders)[number];

/** What holds exactly when the other does not. */
export const opposite: Readonly<Record<Order, Order>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

/** Compares what is known of two numbers. True or false only where it holds for every pair they may stand for. */
export function compareIntervals(left: Computed, op: Order, right: Computed): Truth {
  if (!left || !right) return null;
  switch (op) {
    case '<':
      return settled(left.most < right.least, left.least >= right.most);
    case '<=':
      return settled(left.most <= right.least, left.least > right.most);
    case '>':
      return settled(left.least > right.most, left.most <= right.least);
    case '>=':
      return settled(left.least >= right.most, left.most < right.least);
    case '==':
      return settled(alwaysEqual(left, right), neverEqual(left, right));
    case '!=':
      return settled(neverEqual(left, right), alwaysEqual(left, right));
  }
}

function alwaysEqual(left: Interval, right: Interval): boolean {
  return left.least === left.most && right.least === right.most && left.least === right.least;
}

function neverEqual(left: Interval, right: Interval): boolean {
  return left.most < right.least || left.least > right.most;
}

function settled(always: boolean, never: boolean): Truth {
  if (always) return true;
  return never ? false : null;
}
