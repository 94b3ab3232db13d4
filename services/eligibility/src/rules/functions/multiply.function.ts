import { intervalOf } from '../values/interval.ts';
import { corners } from './corners.ts';
import { defineFunction } from './define-function.ts';

/** Two integers multiplied, or an amount so many times. Not known beyond what can be counted exactly. */
export const multiply = defineFunction({
  code: 'multiply',
  resultOf([a, b]) {
    if (a === 'int' && (b === 'int' || b === 'money')) return b;
    return a === 'money' && b === 'int' ? 'money' : undefined;
  },
  run([a, b]) {
    if (!a || !b) return null;
    const products = corners(a, b, (x, y) => x * y);
    return intervalOf(Math.min(...products), Math.max(...products));
  },
  cel: ([a, b]) => `${a} * ${b}`,
});
