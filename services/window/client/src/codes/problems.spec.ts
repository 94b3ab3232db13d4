import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { languages } from '../language/words.ts';
import { householdActionWords } from './action.words.ts';
import { fieldProblemWords } from './field-problem.words.ts';
import { fieldProblemIn, refusalIn } from './problems.ts';
import { refusalWords } from './refusal.words.ts';

const root = join(import.meta.dirname, '../../../../..');
const tables = ['services', 'libs/platform/src', 'libs/messaging/src'];
/** Every table of refusals there is. */
const errorFiles = tables.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.errors.ts') && !name.includes('node_modules') && !name.includes('dist'))
    .map((name) => join(folder, name)),
);

/** What is never met at a page of the window, by how the codes begin. */
const neverMet = [
  // The sign-in pages have words of their own, and the commands for staff are typed.
  'identity.',
  // The window itself: signed out, or an address that no page asks for.
  ...['window.not_signed_in', 'window.sign_in_failed', 'window.foreign_request', 'window.unknown_service'],
  ...['window.no_such_', 'window.client_not_built', 'access.token_'],
  // The window always sends a key of the right form, and takes an address that cannot be asked as guarded by itself.
  ...['idempotency.key_missing', 'idempotency.key_malformed', 'idempotency.cannot_ask'],
  // Said to services and to providers.
  ...['messaging.event_', 'payments.outcome_', 'payments.instruction_not_found'],
];
/** What a developer would say, and no caseworker. */
const technical = /\^|\\d|regex|pattern|string|Invalid|expected|uuid|\b[a-z]+_[a-z]+\b/i;

describe('what a service refuses', () => {
  it('is a sentence in each language, whatever its code', () => {
    for (const language of languages)
      for (const [code, status] of [
        ['registry.household_not_found', 404],
        ['grievances.number_unknown', 404],
        ['something.not_known_here', 409],
        ['something.else', 422],
      ] as const) {
        const says = refusalIn(language, { code, status });
        expect([code, language, says.length > 10, technical.test(says)]).toEqual([code, language, true, false]);
      }
  });

  it('has words of its own, whichever service it is that refuses', () => {
    const refused = errorFiles.flatMap(codesOf);
    expect(refused.length).toBeGreaterThan(150);
    expect(refused.filter((code) => !refusalWords[code] && !neverMet.some((part) => code.startsWith(part)))).toEqual(
      [],
    );
  });

  it('is left without words only where there still is such a refusal', () => {
    const refused = errorFiles.flatMap(codesOf);
    expect(neverMet.filter((part) => !refused.some((code) => code.startsWith(part)))).toEqual([]);
  });

  it('is never said as a developer would', () => {
    const english = errorFiles.flatMap(codesOf).map((code) => refusalIn('en', { code, status: 422 }));
    expect(english.filter((says) => technical.test(says))).toEqual([]);
  });
});

describe('who has looked at a household', () => {
  it('is said in words, whatever was looked at', () => {
    const folder = join(root, 'services/registry/src');
    const seen = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/ccessLog\.note(?:All)?\([^;]*?'([a-z_]+)'\s*,?\s*\)/g),
      ])
      .map(([, what = '']) => what);
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((what) => !(what in householdActionWords))).toEqual([]);
  });
});

/** What is said of files of a country and of rules in the making alone, and of no form that the window sends. */
const noFormSends = ['amount_too_large', 'deadlines_out_of_order', 'example_unfit', 'pattern_malformed'];
const senders = [
  'libs/contracts/src/values',
  'libs/contracts/src/registry',
  'libs/contracts/src/eligibility/application.api.ts',
];
const services = ['registry/src/households', 'registry/src/formats', 'grievances/src', 'payments/src'];

describe('what is wrong with an answer', () => {
  it('has words of its own, whichever entry of a refusal it is', () => {
    const found = [...senders, 'libs/contracts/src/payments', 'libs/contracts/src/grievances']
      .concat(services.map((folder) => `services/${folder}`))
      .flatMap(entryCodesIn);
    expect(found).toContain('telephone_invalid');
    expect(found).toContain('payee_not_a_member');
    expect(found.length).toBeGreaterThan(15);
    expect([...new Set(found)].filter((code) => !(code in fieldProblemWords) && !noFormSends.includes(code))).toEqual(
      [],
    );
  });

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
    expect(fieldProblemIn('fr', entry('/description', 'text_blank'))).toMatch(/^Ce qui s’est passé\u00a0: /);
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

/** The codes of refusals in a table of them. */
function codesOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const tables = text.matchAll(/appErrors\(\s*'([a-z-]+)',\s*\{(.*?)\n\s*\},?\s*\)/gs);
  return [
    ...[...text.matchAll(/appError\(\s*'([a-z]+\.[a-z_]+)'/g)].map(([, code = '']) => code),
    ...[...tables].flatMap(([, prefix = '', table = '']) =>
      [...table.matchAll(/\[\s*\d{3},\s*'([a-z_]+)'/g)].map(([, code = '']) => `${prefix}.${code}`),
    ),
  ];
}

/** The codes of the entries that the sources in a folder, or one file, can send about an answer. */
function entryCodesIn(place: string): string[] {
  const files = place.endsWith('.ts')
    ? [place]
    : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
        .map((name) => join(place, name));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const written = /params: \{ code: '([a-z_]+)'|\bpointer[^;{}]*?\bcode: '([a-z_]+)'|code: '([a-z_]+)',\s*message/g;
    const named = /ProblemCode =([^;]+);/.exec(text)?.[1] ?? '';
    return [...text.matchAll(written), ...named.matchAll(/'([a-z_]+)'/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
  });
}
