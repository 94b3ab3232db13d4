import { describe, expect, it } from '@jest/globals';

import { sourceFiles, textOf } from './sources.ts';

/** The rows of terms: a term, what it is, Portuguese, French, and the term of others. */
const rows = [...textOf('docs/glossary.md').matchAll(/^\| \*\*.*\|$/gm)].map(([row]) =>
  row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim()),
);
const screens = sourceFiles()
  .filter((path) => path.endsWith('.words.ts') || path.endsWith('/questionnaire.json'))
  .map(textOf)
  .join('\n')
  .toLowerCase();

/** Whether a screen has the words, also in the plural. */
function isShown(words: string): boolean {
  const plain = words
    .replaceAll(/\(.*?\)/g, '')
    .trim()
    .toLowerCase();
  const pattern = plain.split(' ').map((word) => `${word}s?`);
  return new RegExp(`(?<!\\p{L})${pattern.join(' ')}(?!\\p{L})`, 'u').test(screens);
}

describe('the glossary', () => {
  it('has no term twice', () => {
    const terms = rows.map(([term]) => term);

    expect(terms.length).toBeGreaterThanOrEqual(80);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('says of every term what it is, in three languages', () => {
    expect(rows.filter((row) => row.length !== 5 || row.some((cell) => cell === ''))).toEqual([]);
  });

  it('has the Portuguese and French words of the screens, but for those in italics', () => {
    const words = rows.flatMap(([, , pt = '', fr = '']) => `${pt}, ${fr}`.split(', '));

    expect(words.filter((word) => !word.startsWith('_') && !isShown(word))).toEqual([]);
  });
});
