import { describe, expect, it } from '@jest/globals';

import { importedNames, withImport, withSortedLine } from './source-text.mjs';

const source = `import { z } from 'zod';

import { defineEvent } from '../event.ts';
import { Id, ActorId } from '../values/identity.ts';

export const one = 1;
`;

describe('an import', () => {
  it('joins those from the same file', () => {
    expect(withImport(source, 'ProviderCode', '../values/identity.ts')).toContain(
      "import { Id, ActorId, ProviderCode } from '../values/identity.ts';",
    );
  });

  it('is not written twice', () => {
    expect(withImport(source, 'Id', '../values/identity.ts')).toBe(source);
  });

  it('from another file comes after the last', () => {
    const last = "import { Id, ActorId } from '../values/identity.ts';\n";

    expect(withImport(source, 'AreaCode', '../values/area.ts')).toBe(
      source.replace(last, `${last}import { AreaCode } from '../values/area.ts';\n`),
    );
  });

  it('is found with all that comes from where it comes from', () => {
    expect(importedNames(source, /values/)).toEqual(['Id', 'ActorId']);
  });
});

describe('a line among sorted ones', () => {
  it.each([
    ['a', 'a\nb\nd\n'],
    ['c', 'b\nc\nd\n'],
    ['e', 'b\nd\ne\n'],
    ['b', 'b\nd\n'],
  ])('%s is where it belongs', (line, text) => {
    expect(withSortedLine('b\nd\n', line)).toBe(text);
  });
});
