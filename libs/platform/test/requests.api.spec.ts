import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Answer, Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await Example.start();
});
afterAll(() => example.stop());

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  path = '/v1/echo',
): Promise<Answer> {
  return example.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ type: `urn:janela:problem:${code}`, status, title: expect.any(String) });
  expect(answer.body.instance).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(answer.body)).not.toMatch(/ at .*\.ts|SELECT|node_modules/);
}

/** What goes over the wire byte by byte, for requests that no client would make. */
async function raw(...chunks: (string | Buffer)[]): Promise<string> {
  const socket = connect(Number(new URL(example.service.address).port), '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (chunk) => received.push(chunk));
  socket.on('error', () => undefined);
  for (const chunk of chunks) socket.write(chunk);
  await new Promise((resolve) => socket.once('close', resolve));
  return Buffer.concat(received).toString();
}

describe('a body', () => {
  it('that is far too large is refused in words, however much of it is still on its way', async () => {
    const body = new Uint8Array(8_000_000).fill(0x20);
    for (let time = 0; time < 8; time += 1) expectProblem(await post(body), 413, 'request.too_large');
  }, 30_000);

  it('is taken when it is JSON in UTF-8', async () => {
    const answer = await post('{"name":"Mutale Ñandú 🌍"}', { 'content-type': 'application/json; charset=utf-8' });
    expect(answer.body).toEqual({ got: { name: 'Mutale Ñandú 🌍' } });
  });

  it.each([
    ['not JSON', '{"name": Chanda}', 400, 'request.not_json'],
    ['cut short', '{"name":"Chan', 400, 'request.not_json'],
    ['something after the JSON', '{} {}', 400, 'request.not_json'],
    ['too deep', `{"a":${'['.repeat(40)}${']'.repeat(40)}}`, 400, 'request.too_deep'],
    ['unclosed and very deep', '['.repeat(500_000), 400, 'request.too_deep'],
    [
      'full of fields',
      `{${Array.from({ length: 50_001 }, (_, i) => `"f${i}":1`).join(',')}}`,
      400,
      'request.too_many_fields',
    ],
    ['reaching for the prototype', '{"__proto__":{"admin":true}}', 400, 'request.forbidden_field'],
    ['reaching for it in disguise', String.raw`{"\u005f_proto__":{"admin":true}}`, 400, 'request.forbidden_field'],
    ['reaching for a constructor', '{"a":{"constructor":{"prototype":{}}}}', 400, 'request.forbidden_field'],
    ['naming a field twice', '{"amount":1,"amount":1000}', 400, 'request.repeated_field'],
    ['naming a field twice in disguise', String.raw`{"amount":1,"\u0061mount":1000}`, 400, 'request.repeated_field'],
    ['with a NUL', String.raw`{"name":"a\u0000b"}`, 400, 'request.forbidden_character'],
    ['with half a surrogate pair', String.raw`{"name":"\ud83d"}`, 400, 'request.forbidden_character'],
    ['larger than a megabyte', JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413, 'request.too_large'],
  ])('is refused when it is %s', async (_what, body, status, code) => {
    expectProblem(await post(body), status, code);
  });

  it('is refused when its bytes are not UTF-8', async () => {
    const latin1 = Buffer.from('{"name":"Jo\xe3o"}', 'latin1');
    expectProblem(await post(new Uint8Array(latin1)), 400, 'request.not_utf8');
    const overlong = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]);
    expectProblem(await post(new Uint8Array(overlong)), 400, 'request.not_utf8');
  });

  it.each([
    ['another type', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['JSON in another character set', 'application/json; charset=iso-8859-1'],
    ['a type that is none', 'json'],
  ])('is refused when it says it is %s', async (_what, type) => {
    expectProblem(await post('{}', { 'content-type': type }), 415, 'request.unsupported_media_type');
  });

  it('is refused when it is compressed', async () => {
    expectProblem(await post('{}', { 'content-encoding': 'gzip' }), 415, 'request.unsupported_media_type');
  });

  it('is refused where none is taken, unless it says nothing', async () => {
    expectProblem(
      await example.call('POST', '/v1/notes/misbehave/nul', { body: { a: 1 } }),
      400,
      'request.unexpected_body',
    );
    const empty = await example.call('POST', '/v1/notes/misbehave/nul', { body: {} });
    expect(empty.body.code).not.toBe('request.unexpected_body');
  });

  it('is needed where one is taken', async () => {
    const answer = await example.fetch('/v1/echo', { method: 'POST' });
    expectProblem(answer, 400, 'request.invalid');
    expect(answer.body.errors).toEqual([expect.objectContaining({ in: 'body', pointer: '', code: 'required' })]);
  });

  it('may be larger, and of another type, only where a route takes files', async () => {
    const headers = { 'content-type': 'text/csv' };
    const path = '/v1/echo/files';
    expect((await post('x'.repeat(1_500_000), headers, path)).body).toEqual({ bytes: 1_500_000 });
    expectProblem(await post('x'.repeat(2_100_000), headers, path), 413, 'request.too_large');
    expectProblem(await post('x', { 'content-type': 'application/zip' }, path), 415, 'request.unsupported_media_type');
  });

  it('is counted as it comes when it does not say how long it is', async () => {
    const chunk = new Uint8Array(100_000).fill(120);
    const body = new ReadableStream({
      async pull(controller) {
        // As from elsewhere: a sender without end in this very process would never let any other task run.
        await setImmediate();
        controller.enqueue(chunk);
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'text/csv' }, body, duplex: 'half' } as RequestInit;
    expectProblem(await example.fetch('/v1/echo/files', init), 413, 'request.too_large');
  });
});

describe('what does not fit its schema', () => {
  it('is named field by field', async () => {
    const body = { areaCode: 'ZM104011', title: '', stars: 12, colour: 'red', 'a/b~c': 1 };
    const answer = await example.call('POST', '/v1/notes', { body, headers: { 'idempotency-key': 'k-1' } });
    expectProblem(answer, 400, 'request.invalid');
    expect(answer.body.errors).toEqual([
      { in: 'body', pointer: '/title', code: 'too_small', message: expect.any(String) },
      { in: 'body', pointer: '/stars', code: 'too_big', message: expect.any(String) },
      { in: 'body', pointer: '/colour', code: 'unknown_field', message: 'There is no such field' },
      { in: 'body', pointer: '/a~1b~0c', code: 'unknown_field', message: 'There is no such field' },
    ]);
  });

  it('is named in the path too', async () => {
    const answer = await example.call('GET', '/v1/notes/not-a-uuid');
    expectProblem(answer, 400, 'request.invalid');
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ in: 'path', pointer: '/id', code: 'invalid_format' }),
    ]);
  });

  it('does not make the refusal longer than a hundred complaints', async () => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 1]));
    const answer = await example.call('POST', '/v1/notes', { body, headers: { 'idempotency-key': 'k-2' } });
    expect(answer.body.errors).toHaveLength(100);
    expect(answer.body.detail).toMatch(/the first 100 are listed/);
  });
});

describe('a query', () => {
  it.each([
    ['a parameter that is not known', '/v1/notes?colour=red', 'request.invalid'],
    ['a parameter on a route without any', '/v1/echo/trace?colour=red', 'request.invalid'],
    ['a parameter given twice', '/v1/notes?limit=1&limit=2', 'request.repeated_parameter'],
    ['brackets that would make an array', '/v1/notes?limit[]=1', 'request.invalid'],
    ['a name that reaches for the prototype', '/v1/notes?__proto__=1', 'request.forbidden_field'],
    ['an escape that is not UTF-8', '/v1/notes?after=%E3%28', 'request.malformed'],
    ['a lone percent sign', '/v1/notes?after=%', 'request.malformed'],
    ['a NUL', '/v1/notes?after=%00', 'request.forbidden_character'],
    [
      'more parameters than anyone needs',
      `/v1/notes?${Array.from({ length: 101 }, (_, i) => `p${i}=1`).join('&')}`,
      'request.too_many_fields',
    ],
    ['a limit of nothing', '/v1/notes?limit=0', 'request.invalid'],
    ['a limit that is too high', '/v1/notes?limit=201', 'request.invalid'],
    ['a limit that is no number', '/v1/notes?limit=1e2', 'request.invalid'],
  ])('is refused with %s', async (_what, path, code) => {
    expectProblem(await example.call('GET', path), 400, code);
  });
});

describe('an address', () => {
  it('that does not exist is not found, whatever the method', async () => {
    expectProblem(await example.fetch('/v1/nowhere'), 404, 'request.no_such_route');
    expectProblem(await example.fetch('/v1/nowhere', { method: 'DELETE' }), 404, 'request.no_such_route');
  });

  it('that exists for other methods says for which', async () => {
    const answer = await example.fetch('/v1/echo', { method: 'DELETE' });
    expectProblem(answer, 405, 'request.method_not_allowed');
    expect(answer.headers.get('allow')).toBe('POST');
    expect((await example.fetch('/v1/notes', { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it.each([
    ['an escape that is not UTF-8', '/v1/echo/%E3%28', 400, 'request.malformed'],
    ['a NUL', '/v1/echo/a%00b', 400, 'request.forbidden_character'],
    ['a word that is far too long', `/v1/echo/${'x'.repeat(300)}`, 414, 'request.address_too_long'],
  ])('is refused with %s', async (_what, path, status, code) => {
    expectProblem(await example.fetch(path), status, code);
  });
});

describe('an answer', () => {
  it('comes in the type that the caller likes best', async () => {
    const accept = (value: string) => example.fetch('/v1/echo/figures', { headers: { accept: value } });
    expect((await accept('text/csv, application/json;q=0.5')).body).toEqual({ mediaType: 'text/csv' });
    expect((await accept('*/*')).body).toEqual({ mediaType: 'application/json' });
    expect((await accept('text/*')).body).toEqual({ mediaType: 'text/csv' });
    expectProblem(await accept('image/png'), 406, 'request.not_acceptable');
    expectProblem(await accept('text/csv;q=0, image/png'), 406, 'request.not_acceptable');
  });

  it('carries security headers, a request id, and nothing for other origins', async () => {
    const { headers } = await example.fetch('/v1/echo/trace', {
      headers: { origin: 'https://elsewhere.example', 'x-request-id': 'office-12345678' },
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toBe('office-12345678');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('does not repeat a request id that could break a log line', async () => {
    const { headers } = await example.fetch('/v1/echo/trace', { headers: { 'x-request-id': 'x y"}{' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('belongs to the trace that the caller began', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { body } = await example.fetch('/v1/echo/trace', {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(body.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(body.traceparent).not.toContain('00f067aa0ba902b7');
  });
});

describe('what is hardly a request', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'request.malformed'],
    ['a method that is not known', 'BREW /v1/echo HTTP/1.1\r\nhost: x\r\n\r\n', 400, 'request.malformed'],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      431,
      'request.headers_too_large',
    ],
    [
      'two lengths for one body',
      'POST /v1/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n{}',
      400,
      'request.malformed',
    ],
    [
      'both a length and chunks',
      'POST /v1/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request.malformed',
    ],
  ])('is answered in words: %s', async (_what, text, status, code) => {
    const answer = await raw(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('content-type: application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });

  it('is refused when bytes in the address are not UTF-8', async () => {
    const answer = await raw(
      Buffer.from('GET /v1/echo/\xe3\xff HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 'latin1'),
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
  });
});
