import { describe, expect, it } from '@jest/globals';

import { pathHere } from './own-pages.ts';

describe('coming back after signing in', () => {
  it('leads to a page of this window', () => {
    expect(pathHere('/households/x?tab=payments')).toBe('/households/x?tab=payments');
  });

  it('leads to the first page when it could lead anywhere else', () => {
    for (const wanted of [
      undefined,
      '',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/a b',
      '/a\\b',
      '/\n/evil',
    ])
      expect(pathHere(wanted)).toBe('/');
  });
});
