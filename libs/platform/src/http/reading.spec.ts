import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { AppError } from '../errors/app-error.ts';
import { negotiate } from './accept.ts';
import { inspectJson, measureJson } from './json-scan.ts';
import { parseQuery } from './query.ts';

const forbidden = ['__proto__', 'constructor', 'prototype'];

function hasForbiddenName(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenName);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, item]) => forbidden.includes(name) || hasForbiddenName(item));
}

describe('looking over a JSON text', () => {
  it('has nothing to say about any ordinary value, however strange its texts are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        fc.pre(!hasForbiddenName(value) && !text.includes(String.raw`\u0000`) && !/\\ud[89a-f]/i.test(text));
        measureJson(text);
        inspectJson(text);
      }),
    );
  });

  it('finds a name that is given twice at any depth, and only there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', ':', '{', '[', ',', 'é') }),
        fc.nat(5),
        (name, depth) => {
          const twice = `{${JSON.stringify(name)}:1,"other":[{}],${JSON.stringify(name)}:2}`;
          const text = `${'{"x":['.repeat(depth)}${twice}${']}'.repeat(depth)}`;
          if (name === 'other') return;
          JSON.parse(text);
          expect(() => inspectJson(text)).toThrow(AppError);
        },
      ),
    );
  });

  it('allows the same name in two objects', () => {
    expect(() => inspectJson('[{"a":1},{"a":1,"b":{"a":1}}]')).not.toThrow();
  });

  it('never fails otherwise than by a refusal, and always ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'a', '1') }), (text) => {
        try {
          measureJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

describe('reading a query', () => {
  it('gives back what was written', () => {
    const name = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.string({ unit: 'binary' }), { noNullPrototype: true, maxKeys: 20 }),
        (query) => {
          const entries = Object.entries(query);
          const texts = entries.flat();
          fc.pre(
            texts.every((text) => text.isWellFormed() && !text.includes('\0')) &&
              !entries.some(([key]) => forbidden.includes(key)),
          );
          const text = entries.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
          expect({ ...parseQuery(text) }).toEqual(query);
        },
      ),
    );
  });

  it('reads plus signs as spaces, and a name without a value as empty', () => {
    expect({ ...parseQuery('name=Chanda+Mwape&exact&x=a%2Bb=c') }).toEqual({
      name: 'Chanda Mwape',
      exact: '',
      x: 'a+b=c',
    });
  });

  it('never fails otherwise than by a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('%', '0', 'f', 'C', '&', '=', '+', 'é', '[', ']') }), (text) => {
        try {
          parseQuery(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

describe('choosing a media type', () => {
  const offered = ['application/json', 'text/csv', 'application/xlsx'];

  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV; charset=utf-8', 'text/csv'],
    ['text/*, application/json;q=0.9', 'text/csv'],
    ['application/json;q=0.1, application/xlsx;q=0.2', 'application/xlsx'],
    ['*/*;q=0.5, application/json;q=0', 'text/csv'],
    ['image/png', undefined],
    ['*/*;q=0', undefined],
    ['text/csv;q=much', undefined],
    [',,;;q', undefined],
  ])('accepting %j takes %j', (accept, chosen) => {
    expect(negotiate(accept, offered)).toBe(chosen);
  });
});
