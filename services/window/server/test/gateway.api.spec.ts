import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { publicUrl, startWindow, type TestWindow } from './window.harness.ts';

let window: TestWindow;

beforeAll(async () => {
  window = await startWindow();
});
afterAll(() => window.stop());
beforeEach(() => {
  window.arrived.length = 0;
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${window.address}${path}`, { redirect: 'manual', ...init });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const own = { origin: publicUrl, 'x-janela-window': '1' };

describe('the gateway', () => {
  it('forwards a request to its service with path, query and body as they are, and answers what the service answered', async () => {
    const response = await ask('/api/registry/v1/people?name=Mwape%20C&limit=5', {
      method: 'POST',
      headers: { ...own, 'content-type': 'application/json', 'idempotency-key': 'k1', 'if-match': '"3"' },
      body: '{"é": 1}',
    });
    expect([response.status, response.headers.get('etag'), await response.json()]).toEqual([201, '"1"', { id: 'x' }]);
    expect(window.arrived).toMatchObject([
      {
        method: 'POST',
        url: '/v1/people?name=Mwape%20C&limit=5',
        body: '{"é": 1}',
        headers: { 'idempotency-key': 'k1', 'if-match': '"3"' },
      },
    ]);
  });

  it('keeps cookies and the headers of the browser to itself', async () => {
    await ask('/api/registry/v1/areas', { headers: { cookie: 'janela=secret', referer: 'http://x' } });
    const headers = window.arrived[0]?.headers ?? {};
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined]);
  });

  it('says who called it, after what others say, so that a service can distinguish callers', async () => {
    await ask('/api/registry/v1/areas');
    await ask('/api/registry/v1/areas', { headers: { 'x-forwarded-for': '10.0.0.1' } });
    const senders = window.arrived.map(({ headers }) => headers['x-forwarded-for']);
    expect(senders).toEqual(['127.0.0.1', '10.0.0.1, 127.0.0.1']);
  });

  it('passes on the bearer token of a machine as it is', async () => {
    await ask('/api/registry/v1/areas', { method: 'POST', headers: { authorization: 'Bearer machine' }, body: '' });
    expect(window.arrived[0]?.headers.authorization).toBe('Bearer machine');
  });

  it('refuses a change that another site made the browser send', async () => {
    const foreign = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'x-janela-window': '1' },
      { origin: publicUrl },
      { origin: `${publicUrl}.evil.example`, 'x-janela-window': '1' },
    ];
    for (const headers of foreign) {
      const response = await ask('/api/registry/v1/households', {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: '{}',
      });
      expect([response.status, await codeOf(response)]).toEqual([403, 'window.foreign_request']);
    }
    expect(window.arrived).toEqual([]);
  });

  it('says that a service does not answer, or that there is none, in the common words', async () => {
    const away = await ask('/api/payments/v1/cycles');
    expect([away.status, away.headers.get('content-type')?.split(';')[0], await codeOf(away)]).toEqual([
      503,
      'application/problem+json',
      'window.service_unavailable',
    ]);
    const silent = await ask('/api/reporting/v1/indicators');
    expect([silent.status, await codeOf(silent)]).toEqual([503, 'window.service_unavailable']);
    const unknown = await ask('/api/treasury/v1/money');
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'window.unknown_service']);
  });

  it('does not let a path lead out of its service, nor to what is for those inside', async () => {
    for (const path of [
      '/api/registry/..%2f..%2fmetrics',
      '/api/registry/v1/..%2f..%2fmetrics',
      '/api/registry/..;/metrics',
      '/api/registry/metrics',
      '/api/registry/health/ready',
    ]) {
      const refused = await ask(path);
      expect([path, refused.status, await codeOf(refused)]).toEqual([path, 404, 'window.no_such_address']);
    }
    expect((await ask('/api//registry/v1/areas')).status).toBe(404);
    expect((await ask('/api/registry/%00')).status).toBe(400);
    expect(window.arrived).toEqual([]);
  });

  it.each(['/v1/track/%25', '/v1/households/%3Flimit=1', '/v1/areas?after=..%2f..', '/v1/areas?after=../..'])(
    'leaves it to the service what is asked for: %s',
    async (path) => {
      expect((await ask(`/api/registry${path}`)).status).toBe(201);
      expect(window.arrived.map(({ url }) => url)).toEqual([path]);
    },
  );
});

describe('signing in', () => {
  it('says that no one is signed in', async () => {
    const response = await ask('/session');
    expect([response.status, await codeOf(response)]).toEqual([401, 'window.not_signed_in']);
  });

  it('takes a made-up or stolen-looking cookie for no session', async () => {
    for (const cookie of [
      'janela=',
      'janela=short',
      `janela=${'A'.repeat(43)}`,
      `janela=${'A'.repeat(4000)}`,
      'janela=../../etc',
    ])
      expect((await ask('/session', { headers: { cookie } })).status).toBe(401);
  });

  it('says so when the issuer is away, and works again later', async () => {
    const response = await ask('/login?return=/households');
    expect([response.status, await codeOf(response)]).toEqual([503, 'window.issuer_unavailable']);
  });

  it('starts again when a person comes back with no sign-in under way', async () => {
    const response = await ask('/login/callback?code=x&state=y');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/login']);
  });

  it('signs no one out on behalf of another site', async () => {
    const response = await ask('/logout', { method: 'POST', headers: { origin: 'https://evil.example' } });
    expect([response.status, await codeOf(response)]).toEqual([403, 'window.foreign_request']);
  });
});

describe('the country', () => {
  it('gives the questionnaire to every screen, and no other file', async () => {
    expect((await ask('/country/questionnaire.json')).status).toBe(200);
    expect((await ask('/country/sources.json')).status).toBe(400);
    expect((await ask('/country/..%2f..%2fpackage.json')).status).toBe(400);
  });
});
