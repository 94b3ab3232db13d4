import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { languages } from '../language/words.ts';
import { fieldProblemIn, refusalIn } from './problems.ts';
import { refusalWords } from './refusal.words.ts';

const root = join(import.meta.dirname, '../../../../..');
/** What a developer would say, and nobody at a desk. */
const technical = /\^|\\d|regex|pattern|string|Invalid|expected|uuid|\b[a-z]+_[a-z]+\b/i;

describe('what a service refuses', () => {
  it('is a sentence in each language, whatever its code', () => {
    for (const language of languages)
      for (const [code, status] of [
        ['registry.household_not_found', 404],
        ['grievances.number_unknown', 404],
        ['something.nobody_has_heard_of', 409],
        ['something.else', 422],
      ] as const) {
        const says = refusalIn(language, { code, status });
        expect([code, language, says.length > 10, technical.test(says)]).toEqual([code, language, true, false]);
      }
  });

  it('has its own words for what the people at a desk meet', () => {
    const spoken = ['registry', 'eligibility', 'payments', 'grievances'].flatMap((service) => codesOf(service));
    expect(spoken.length).toBeGreaterThan(100);
    expect(spoken.filter((code) => refusalWords[code] === undefined)).toEqual([]);
    const english = spoken.map((code) => refusalIn('en', { code, status: 422 }));
    expect(english.filter((says) => technical.test(says))).toEqual([]);
  });
});

describe('what is wrong with an answer', () => {
  const entry = (pointer: string, code: string) => ({
    in: 'body' as const,
    pointer,
    code,
    message: 'Invalid string: /^x$/',
  });

  it('names the question and shows how it could look', () => {
    const place = { label: 'Person 2, Telephone', example: '+260971234567' };
    expect(fieldProblemIn('en', entry('/members/1/phone', 'invalid_format'), place)).toBe(
      'Person 2, Telephone: this is not written as it must be. For example +260971234567.',
    );
    expect(fieldProblemIn('pt', entry('/members/1/phone', 'invalid_format'), place)).toMatch(
      /Por exemplo \+260971234567/,
    );
  });

  it('names the field of a smaller form, and says something of a code that has no words', () => {
    expect(fieldProblemIn('fr', entry('/description', 'text_blank'))).toMatch(/^Ce qui s’est passé : /);
    expect(fieldProblemIn('en', entry('/reason', 'a_code_of_tomorrow'))).toBe(
      'Reason: this cannot be taken as it is. Look at it again.',
    );
    expect(fieldProblemIn('en', entry('/members/3', 'a_code_of_tomorrow'))).toMatch(/^People: /);
    expect(fieldProblemIn('en', entry('', 'a_code_of_tomorrow'))).toMatch(/^One of the answers: /);
  });

  it('never shows a regular expression or a code', () => {
    for (const language of languages)
      for (const code of [
        'invalid_format',
        'too_small',
        'custom',
        'invalid_union',
        'unknown_field',
        'identifier_malformed',
      ])
        expect(fieldProblemIn(language, entry('/payee/account', code))).not.toMatch(technical);
  });
});

/** The codes of a service's refusals, from its own tables. */
function codesOf(service: string): string[] {
  const folder = join(root, 'services', service, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.errors.ts'),
  );
  const codes = new RegExp(`'(${service}\\.[a-z_]+)'`, 'g');
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(codes)].map(([, code = '']) => code),
  );
}
