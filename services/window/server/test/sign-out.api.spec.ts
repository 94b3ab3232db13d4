import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TestIssuer } from './issuer.ts';
import { publicUrl, startWindow, type TestWindow } from './window.harness.ts';

let window: TestWindow;
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  window = await startWindow({ JANELA_OIDC_ISSUER: issuer.address });
});
afterAll(async () => {
  await window.stop();
  issuer.stop();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${window.address}${path}`, { redirect: 'manual', ...init });
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** Signs a person in and returns the cookie of the session. */
async function signIn(): Promise<string> {
  const sent = await ask('/login');
  const url = new URL(sent.headers.get('location') ?? '');
  issuer.meet(url);
  const back = await ask(`/login/callback?code=c&state=${url.searchParams.get('state')}`, {
    headers: { cookie: cookieOf(sent, 'janela-sign-in') },
  });
  return cookieOf(back, 'janela');
}

const whoIs = async (cookie: string) => (await ask('/session', { headers: { cookie } })).status;
const asForm = { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' };
const byScript = { origin: publicUrl, 'x-janela-window': '1', accept: 'application/json' };

describe('signing out', () => {
  it('by a form ends the session here and sends the browser to the issuer, which forgets the person too', async () => {
    const cookie = await signIn();
    expect(await whoIs(cookie)).toBe(200);
    const response = await ask('/logout', { method: 'POST', headers: { ...asForm, cookie }, body: '' });
    const next = new URL(response.headers.get('location') ?? '');
    expect([response.status, next.origin + next.pathname]).toEqual([303, `${issuer.address}/session/end`]);
    expect(next.searchParams.get('id_token_hint')).not.toBeNull();
    expect(next.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/`);
    expect([cookieOf(response, 'janela'), await whoIs(cookie)]).toEqual(['janela=', 401]);
    expect(issuer.revoked).toEqual(['a-refresh-token']);
  });

  it('by the web app says where to go on', async () => {
    const cookie = await signIn();
    for (const content of [undefined, 'application/json']) {
      const headers = { ...byScript, cookie, ...(content && { 'content-type': content }) };
      const response = await ask('/logout', { method: 'POST', headers });
      expect(response.status).toBe(200);
      const { next, issuerAway } = (await response.json()) as { next: string; issuerAway: boolean };
      // The second time there is no one left to sign out.
      expect([next.startsWith(`${issuer.address}/session/end`), issuerAway]).toEqual([content === undefined, false]);
    }
    expect(await whoIs(cookie)).toBe(401);
  });

  it('is not done by another site, whatever it sends, and the session goes on', async () => {
    const cookie = await signIn();
    for (const headers of [{ ...asForm, origin: 'https://evil.example' }, { 'content-type': asForm['content-type'] }])
      expect((await ask('/logout', { method: 'POST', headers: { ...headers, cookie }, body: 'a=b' })).status).toBe(403);
    expect(await whoIs(cookie)).toBe(200);
  });

  it('takes no file for it, and minds nothing that a form holds', async () => {
    const cookie = await signIn();
    const post = (type: string, body: string) =>
      ask('/logout', { method: 'POST', headers: { origin: publicUrl, 'content-type': type, cookie }, body });
    expect((await post('text/csv', 'a')).status).toBe(415);
    expect((await post(asForm['content-type'], `a=${'b'.repeat(50_000)}`)).status).toBe(303);
  });

  it('works while the issuer is away, and says so', async () => {
    const [one, other] = [await signIn(), await signIn()];
    issuer.stop();
    const response = await ask('/logout', { method: 'POST', headers: { ...byScript, cookie: one } });
    expect(await response.json()).toEqual({ next: '/?signedOut=here', issuerAway: true });
    const form = await ask('/logout', { method: 'POST', headers: { ...asForm, cookie: other }, body: '' });
    expect([form.status, form.headers.get('location')]).toEqual([303, '/?signedOut=here']);
    expect([await whoIs(one), await whoIs(other)]).toEqual([401, 401]);
  });
});
