import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Browser } from './browser.ts';
import { fillIn, Gateway, openSignIn, signIn } from './gateway.ts';
import { demoPassword, redirectUri, startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;
let gateway: Gateway;

beforeAll(async () => {
  identity = await startIdentity();
  gateway = new Gateway(identity.issuer);
});
afterAll(() => identity.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const whole = `email=auditor%40demo.janela&password=${encodeURIComponent(demoPassword)}`;

describe('the sign-in form', () => {
  it.each([
    ['is far too large', 413, `email=${'a'.repeat(100_000)}&password=x`, form],
    ['has an e-mail address of a page and a half', 400, `email=${'a'.repeat(255)}&password=x`, form],
    ['has broken UTF-8', 400, 'email=%ff%fe&password=x', form],
    ['has raw bytes that are no text', 400, Buffer.from([0x65, 0x6d, 0xff, 0xfe, 0x3d, 0x41]), form],
    ['has a NUL', 400, 'email=a%00b&password=x', form],
    ['has a broken percent sign', 400, 'email=%E0%A4%A&password=x', form],
    ['says everything twice', 400, `${whole}&email=another%40demo.janela`, form],
    ['has none of its fields', 400, 'x=1', form],
    ['is empty', 400, '', form],
    [
      'is JSON',
      415,
      JSON.stringify({ email: 'auditor@demo.janela', password: demoPassword }),
      { 'content-type': 'application/json' },
    ],
    ['is a file', 415, 'x', { 'content-type': 'multipart/form-data; boundary=x' }],
  ])('that %s is refused, and can be filled in again', async (_what, status, body, headers) => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const shown = await browser.post(page.url.href, body, headers as Record<string, string>);
    expect(shown.status).toBe(status);
    expect(shown.body).toContain('What was sent could not be read. Enter it again.');
    expect((await fillIn(browser, page, 'auditor')).url.href).toContain(redirectUri);
  });

  it('sent by another site is refused', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      expect((await browser.post(page.url.href, whole, { ...form, ...headers })).status).toBe(403);
    }
    const honest = { origin: identity.issuer, 'sec-fetch-site': 'same-origin' };
    expect((await browser.post(page.url.href, whole, { ...form, ...honest })).url.href).toContain(redirectUri);
  });

  it('of another person’s sign-in cannot be used', async () => {
    const [own, other] = [new Browser(identity.issuer), new Browser(identity.issuer)];
    await openSignIn(own, gateway);
    const page = await openSignIn(other, gateway);
    const shown = await own.post(page.url.href, whole, form);
    expect([shown.status, shown.body.includes('This page has expired')]).toEqual([400, true]);
  });

  it('takes no other method, and no address beside it', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const deleted = await fetch(page.url, { method: 'DELETE', headers: { cookie: 'x=y' } });
    expect(deleted.status).toBe(400);
    expect((await browser.get(`${page.url.href}/more`)).status).toBe(404);
    expect((await browser.get('/sign-in/')).status).toBe(400);
  });
});

describe('a sign-in page that has expired', () => {
  it('says so, and leads back to the window', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    await identity.database.dataSource.query(`DELETE FROM oidc_records WHERE model = 'Interaction'`);
    for (const shown of [await browser.get(page.url.href), await fillIn(browser, page, 'auditor')]) {
      expect(shown.status).toBe(400);
      expect(shown.body).toContain('This page has expired');
      expect(shown.body).toContain('href="http://window.test"');
    }
  });

  it('says so too when it was finished in the meantime', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    await fillIn(browser, page, 'auditor');
    expect((await browser.get(`${page.url.href}?lang=pt`)).body).toContain('Esta página expirou');
    expect((await browser.get(page.url.href.replace('/sign-in/', '/auth/'))).body).toContain('This page has expired');
  });
});

describe('an authorization request', () => {
  const challenge = 'x'.repeat(43);

  it.each([
    ['with a client that does not exist', { client_id: 'janela-widow' }],
    ['with a machine for a client', { client_id: 'demo-auditor' }],
    ['with a client whose name cannot be stored', { client_id: 'janela\u0000window' }],
    ['without a client', { client_id: undefined }],
    ['that leads to another site', { redirect_uri: 'https://evil.test/login/callback' }],
    ['that leads beside the window', { redirect_uri: `${redirectUri}/../../evil` }],
    ['that leads to a name like the window’s', { redirect_uri: 'http://window.test.evil.test/login/callback' }],
    ['that leads to the window by another name', { redirect_uri: 'http://user@window.test/login/callback' }],
    ['that does not say where it leads', { redirect_uri: undefined }],
  ])('%s stays here, on a page that explains', async (_what, changes) => {
    const shown = await new Browser(identity.issuer).get(gateway.authorizationUrl(changes));
    expect([shown.status, shown.url.origin]).toEqual([400, identity.issuer]);
    expect(shown.body).toContain('This link does not work');
  });

  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with PKCE in the clear', { code_challenge: challenge, code_challenge_method: 'plain' }, 'invalid_request'],
    ['with PKCE that does not say how', { code_challenge_method: undefined }, 'invalid_request'],
    ['with PKCE that is too short', { code_challenge: 'x' }, 'invalid_request'],
    ['for a token in the address', { response_type: 'token' }, 'unsupported_response_type'],
    ['for an id token in the address', { response_type: 'code id_token' }, 'unsupported_response_type'],
    ['for another audience', { resource: 'https://elsewhere.test' }, 'invalid_target'],
    ['with a request object that is not signed', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ['without a page, when no one is signed in', { prompt: 'none' }, 'login_required'],
  ])('%s is refused, and the window learns why', async (_what, changes, error) => {
    const shown = await new Browser(identity.issuer).get(gateway.authorizationUrl(changes));
    expect(shown.url.origin).toBe('http://window.test');
    const answer = new URLSearchParams(shown.url.search || shown.url.hash.slice(1));
    expect([answer.get('error'), answer.get('code')]).toEqual([error, null]);
  });

  it('cannot give an old session to another person', async () => {
    const browser = new Browser(identity.issuer);
    await signIn(gateway, 'auditor', browser);
    const page = await openSignIn(browser, gateway, { prompt: 'login' });
    const shown = await fillIn(browser, page, 'operator');
    expect(shown.url.href).not.toContain('code=');
    expect(shown.body).toContain('/session/end/confirm');
  });
});

describe('any address', () => {
  it.each([
    '/nothing',
    '/auth/x/y',
    '/sign-inn',
    '/%ff',
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/token',
    '/assets/../main.ts',
    '//evil.test/',
    '/registration',
    '/userinfo',
    '/me',
  ])('%s that does not exist says so in plain words', async (path) => {
    const shown = await fetch(identity.issuer + path, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([path, shown.status]).toEqual([path, 404]);
    expect(await shown.text()).toContain('There is nothing here');
  });

  it('answers a program with a problem', async () => {
    const shown = await fetch(`${identity.issuer}/nothing`, { headers: { accept: 'application/json' } });
    expect(shown.headers.get('content-type')).toContain('application/problem+json');
    expect(await shown.json()).toMatchObject({ status: 404, code: 'request.no_such_route' });
  });

  it('gives a browser leave to do nothing but show the page', async () => {
    const { headers } = await openSignIn(new Browser(identity.issuer), gateway);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://window.test");
    expect(policy).not.toContain('unsafe');
    expect([headers.get('x-frame-options'), headers.get('cache-control')]).toEqual(['DENY', 'no-store']);
  });

  it('answers a request that is not HTTP, and one with far too many headers, without falling over', async () => {
    const raw = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const { port, hostname } = new URL(identity.issuer);
        const socket = connect(Number(port), hostname, () => socket.write(text));
        let answer = '';
        socket
          .on('data', (chunk) => (answer += chunk.toString()))
          .on('end', () => resolve(answer))
          .on('error', reject);
      });
    expect(await raw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw(`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect((await fetch(`${identity.issuer}/health/live`)).status).toBe(200);
  });

  it('never answers nonsense with an error of ours', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\u0000', '%', '../', 'a'.repeat(3_000), '[object Object]'),
    );
    const names = [
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'prompt',
      'max_age',
      'ui_locales',
      'login_hint',
      'id_token_hint',
      'resource',
      'response_mode',
      'code_challenge',
      'acr_values',
      'claims',
    ];
    const change = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const shown = await fetch(gateway.authorizationUrl(changes), { redirect: 'manual' });
        expect([changes, shown.status < 500]).toEqual([changes, true]);
        const { status } = await gateway.token({ grant_type: 'authorization_code', code: 'x', ...changes });
        expect([changes, status >= 400 && status < 500]).toEqual([changes, true]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
