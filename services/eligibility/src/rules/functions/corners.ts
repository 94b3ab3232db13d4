import type { Interval } from '../values/interval.ts';

/** Returns what an operation gives at the four ends of two spans. For products and quotients the extremes are among them. */
export function corners(a: Interval, b: Interval, operation: (x: number, y: number) => number): number[] {
  return [
    operation(a.least, b.least),
    operation(a.least, b.most),
    operation(a.most, b.least),
    operation(a.most, b.most),
  ];
}
