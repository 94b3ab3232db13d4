import { describe, expect, it } from '@jest/globals';

import { referenceKey } from './reference-key.ts';

describe('a number copied from paper', () => {
  it.each([
    'RC-16FA8CE',
    'rc-16fa8ce',
    'RC-16 fa8ce',
    ' Rc-16fa8ce ',
    'ＲＣ-16fa8ce',
    'RÇ-16fa8ce',
    'rc-16\u200bfa8ce',
  ])('is the same when it is written %p', (written) => {
    expect(referenceKey(written)).toBe('rc-16fa8ce');
  });

  it('is another when a letter, a digit or a stroke is another', () => {
    expect(new Set(['RC-16', 'RD-16', 'RC-17', 'RC/16', 'RC16'].map(referenceKey)).size).toBe(5);
  });

  it('of nothing but marks is compared as it is written', () => {
    expect([referenceKey('\u0301'), referenceKey('\u0300')]).toEqual(['\u0301', '\u0300']);
  });
});
