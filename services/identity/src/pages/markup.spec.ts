import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { markup } from './markup.ts';

describe('markup', () => {
  it('escapes whatever is put into it, in text and in attributes', () => {
    expect(markup`<a title="${'"><script>'}">${"it's <b>"}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">it&#39;s &lt;b&gt;</a>',
    );
  });

  it('keeps HTML that was made here, and leaves out what is absent', () => {
    expect(markup`<ul>${[markup`<li>${1}</li>`, markup`<li>${2}</li>`]}${false}${undefined}</ul>`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('lets no text open a tag or leave an attribute', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(markup`${text}`.text).not.toMatch(/[<>"']/)));
  });
});
