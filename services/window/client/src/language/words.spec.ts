import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';

import { languages, locales, write, type Sentence } from './words.ts';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.words.ts'));

/** Every sentence of the window: in tables of sentences, and inside the tables of states. */
async function allSentences(): Promise<[string, Sentence][]> {
  const found: [string, Sentence][] = [];
  const walk = (where: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('en' in value) found.push([where, value as Sentence]);
    else for (const [name, inner] of Object.entries(value)) walk(`${where} ${name}`, inner);
  };
  for (const file of files) walk(file, await import(join(source, file)));
  return found;
}

const placeholders = (text: string, locale: string) =>
  JSON.stringify(
    new IntlMessageFormat(text, locale)
      .getAst()
      .flatMap((part) => ('value' in part && part.type !== 0 ? [part.value] : []))
      .sort(),
  );

describe('the words of the window', () => {
  it('are there in every language, and none is empty', async () => {
    const sentences = await allSentences();
    expect(sentences.length).toBeGreaterThan(200);
    const silent = sentences.filter(([, sentence]) => languages.some((language) => !sentence[language].trim()));
    expect(silent).toEqual([]);
  });

  it('speak of the same things in every language', async () => {
    const different = (await allSentences()).filter(
      ([, sentence]) =>
        new Set(languages.map((language) => placeholders(sentence[language], locales[language]))).size > 1,
    );
    expect(different).toEqual([]);
  });

  it('keep French marks on the line of the word before them', () => {
    const sentence = { en: '“{q}”?', pt: '“{q}”?', fr: '« {q} » ?' };
    expect(write(sentence, 'fr', { q: 'a b' })).toBe('«\u00a0a b\u00a0»\u00a0?');
    expect(write(sentence, 'en', { q: 'a b' })).toBe('“a b”?');
  });

  it('count in the plural of the language', () => {
    const sentence = {
      en: '{count, plural, one {# day} other {# days}}',
      pt: '{count, plural, one {# dia} other {# dias}}',
      fr: '{count, plural, one {# jour} other {# jours}}',
    };
    expect([0, 1, 2].map((count) => write(sentence, 'fr', { count }))).toEqual(['0 jour', '1 jour', '2 jours']);
    expect([0, 1, 2].map((count) => write(sentence, 'en', { count }))).toEqual(['0 days', '1 day', '2 days']);
  });
});
