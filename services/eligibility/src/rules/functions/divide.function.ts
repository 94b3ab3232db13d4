import { intervalOf } from '../values/interval.ts';
import { corners } from './corners.ts';
import { defineFunction } from './define-function.ts';

/** How many whole times the second goes into the first, rounded towards zero. Not known where the second may be zero. */
export const divide = defineFunction({
  code: 'divide',
  resultOf([a, b]) {
    if (a === 'money') return b === 'int' ? 'money' : b === 'money' ? 'int' : undefined;
    return a === 'int' && b === 'int' ? 'int' : undefined;
  },
  run([a, b]) {
    if (!a || !b || (b.least <= 0 && b.most >= 0)) return null;
    // The remainder goes first: the quotient of two large integers may already be rounded up.
    const quotients = corners(a, b, (x, y) => (x - (x % y)) / y);
    return intervalOf(Math.min(...quotients), Math.max(...quotients));
  },
  cel: ([a, b]) => `${a} / ${b}`,
});
