import { intervalOf } from '../values/interval.ts';
import { defineFunction } from './define-function.ts';

/** The second integer or amount taken from the first. Not known beyond what can be counted exactly. */
export const subtract = defineFunction({
  code: 'subtract',
  resultOf: ([a, b]) => (a === b && (a === 'int' || a === 'money') ? a : undefined),
  run: ([a, b]) => (a && b ? intervalOf(a.least - b.most, a.most - b.least) : null),
  cel: ([a, b]) => `${a} - ${b}`,
});
