import { intervalOf } from '../values/interval.ts';
import { defineFunction } from './define-function.ts';

/** Two integers, or two amounts, added up. Not known beyond what can be counted exactly. */
export const add = defineFunction({
  code: 'add',
  resultOf: ([a, b]) => (a === b && (a === 'int' || a === 'money') ? a : undefined),
  run: ([a, b]) => (a && b ? intervalOf(a.least + b.least, a.most + b.most) : null),
  cel: ([a, b]) => `${a} + ${b}`,
});
