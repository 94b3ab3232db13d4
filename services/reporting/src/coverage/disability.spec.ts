import { describe, expect, it } from '@jest/globals';

import { hasSevereDisability } from './disability.ts';

const none = { seeing: 1, hearing: 1, walking: 1, remembering: 1, selfCare: 1, communicating: 1 };

describe('a severe disability', () => {
  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])('by difficulty %i in one domain is %p', (walking, expected) => {
    expect(hasSevereDisability({ functioning: { ...none, walking } })).toBe(expected);
  });

  it('is not known while a domain is not answered, unless another one says it all', () => {
    expect(hasSevereDisability({})).toBeNull();
    expect(hasSevereDisability({ functioning: { seeing: 1 } })).toBeNull();
    expect(hasSevereDisability({ functioning: { seeing: 4 } })).toBe(true);
  });
});
