import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Example } from './start-example.ts';

let example: Example;
let token: string;
beforeAll(async () => {
  example = await Example.start();
  token = await example.issuer.token({ expiresIn: 3_600 });
});
afterAll(() => example.stop());

/** Header values as far as a client can send them at all. */
const headerText = fc.string({ unit: fc.constantFrom(...'"W/*,0123456789 abcé=;:%'), maxLength: 20 });
const nearlyJson = fc.string({
  unit: fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"title"',
    '"areaCode"',
    ':',
    ',',
    '"ZM104"',
    '1e999',
    'null',
    '"\\u0000"',
    '-0',
  ),
});
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  nearlyJson,
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc
    .record({ areaCode: fc.jsonValue(), title: fc.jsonValue(), stars: fc.jsonValue() }, { requiredKeys: [] })
    .map((value) => JSON.stringify(value)),
  fc
    .record({
      areaCode: fc.constant('ZM104'),
      title: fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
      stars: fc.integer(),
    })
    .map((value) => JSON.stringify(value)),
);

async function expectAnswer(path: string, init: RequestInit): Promise<void> {
  const response = await fetch(`${example.service.address}${path}`, init);
  const text = await response.text();
  expect({ path, status: response.status, text: response.status >= 500 ? text : '' }).toMatchObject({ text: '' });
  if (response.status >= 400) {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(text)).toMatchObject({
      status: response.status,
      code: expect.stringMatching(/^[a-z]+\.[a-z0-9_]+$/),
    });
  }
}

describe('anything at all', () => {
  it('as a body gets an answer, and a refusal says which', async () => {
    await fc.assert(
      fc.asyncProperty(body, headerText, fc.constantFrom('/v1/notes', '/v1/echo'), async (bytes, key, path) => {
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': encodeURI(key),
        };
        await expectAnswer(path, { method: 'POST', headers, body: bytes });
      }),
      { numRuns: 300 },
    );
  });

  it('as a query gets an answer, and a refusal says which', async () => {
    const piece = fc.constantFrom(
      'limit',
      'after',
      '=',
      '&',
      '%',
      '%00',
      '%ff',
      '%C3%A9',
      '1',
      '-',
      '[',
      ']',
      '+',
      '.',
      'dev1',
      '__proto__',
      '?',
      ';',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await expectAnswer(`/v1/notes?${pieces.join('')}`, { headers: { authorization: `Bearer ${token}` } });
      }),
      { numRuns: 300 },
    );
  });

  it('as an address, a method or a header gets an answer, and a refusal says which', async () => {
    const segment = fc.constantFrom(
      'v1',
      'notes',
      'echo',
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%',
      ':id',
      '*',
      'docs',
      'health',
      'é',
      '',
      'misbehave',
    );
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD');
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 5 }), method, headerText, async (segments, verb, text) => {
        const value = encodeURI(text);
        const headers = {
          authorization: value,
          'if-match': value,
          accept: value,
          traceparent: value,
          'x-request-id': value,
        };
        const response = await fetch(`${example.service.address}/${segments.join('/')}`, { method: verb, headers });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
