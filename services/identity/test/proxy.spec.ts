import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Gateway } from './gateway.ts';
import { startIdentity, type TestIdentity } from './identity.harness.ts';

const issuer = 'https://identity.test';
let identity: TestIdentity;

beforeAll(async () => {
  identity = await startIdentity({ JANELA_OIDC_ISSUER: issuer });
});
afterAll(() => identity.stop());

/** A request with headers that `fetch` would not send. */
function get(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage & { body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: identity.port, path, headers }, (answer) => {
      text(answer).then((body) => resolve(Object.assign(answer, { body })), reject);
    });
    sent.on('error', reject).end();
  });
}

describe('identity behind a proxy that ends TLS', () => {
  it.each([
    [
      'the proxy says how it came',
      { host: 'identity.test', 'x-forwarded-proto': 'https', 'x-forwarded-for': '197.214.8.3' },
    ],
    ['the proxy says nothing', { host: '10.0.0.7:8081' }],
    [
      'the caller makes something up',
      { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'http' },
    ],
  ])('speaks of itself by its public address when %s', async (_who, headers) => {
    const { body } = await get('/.well-known/openid-configuration', headers);
    const discovery = JSON.parse(body) as Record<string, string>;
    expect([discovery.issuer, discovery.token_endpoint, discovery.jwks_uri]).toEqual([
      issuer,
      `${issuer}/token`,
      `${issuer}/jwks`,
    ]);
    expect(body).not.toContain('evil');
  });

  it('sets cookies for https only, and asks browsers to stay there', async () => {
    const answer = await get(new Gateway(issuer).authorizationUrl().slice(issuer.length));
    expect([answer.statusCode, answer.headers.location?.startsWith('/sign-in/')]).toEqual([303, true]);
    const cookies = answer.headers['set-cookie'] ?? [];
    expect(cookies.length).toBeGreaterThan(0);
    for (const part of [/; secure/i, /; httponly/i, /; samesite=lax/i]) {
      expect(cookies.filter((cookie) => !part.test(cookie))).toEqual([]);
    }
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('does not take a whole address for a path', async () => {
    const answer = await get('http://evil.test/.well-known/openid-configuration');
    expect([answer.statusCode, answer.body.includes('evil')]).toEqual([400, false]);
  });
});
