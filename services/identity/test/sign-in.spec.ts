import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';

import { PeopleService } from '../src/people/people.service.ts';
import { Browser } from './browser.ts';
import { fillIn, Gateway, openSignIn, signIn } from './gateway.ts';
import {
  demoPassword,
  operator,
  redirectUri,
  signedOutUri,
  startIdentity,
  type TestIdentity,
} from './identity.harness.ts';

let identity: TestIdentity;
let gateway: Gateway;

beforeAll(async () => {
  identity = await startIdentity();
  gateway = new Gateway(identity.issuer);
});
afterAll(() => identity.stop());

describe('signing in', () => {
  it('leads from the window to the page and back, with a code that gives tokens', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    expect([page.status, page.url.pathname.split('/')[1]]).toEqual([200, 'sign-in']);
    expect(page.body).toContain('<h1>Sign in</h1>');

    const onward = await fillIn(browser, page, 'caseworker');
    expect(`${onward.url.origin}${onward.url.pathname}`).toBe(redirectUri);
    expect(onward.url.searchParams.get('state')).toBe('state-of-the-window');
    expect(onward.url.searchParams.get('iss')).toBe(identity.issuer);

    const { status, body } = await gateway.redeem(onward.url.searchParams.get('code') ?? '');
    expect([status, body.expires_in]).toEqual([200, 600]);

    const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`));
    const rules = { issuer: identity.issuer, algorithms: ['ES256'] };
    const access = await jwtVerify(body.access_token ?? '', keys, { ...rules, audience: 'janela', typ: 'at+jwt' });
    const { iat = 0, exp = 0, jti, sub, ...claims } = access.payload;
    expect([exp - iat, typeof jti]).toEqual([600, 'string']);
    expect(sub).toMatch(/^[0-9a-f-]{36}$/);
    expect(claims).toEqual({
      iss: identity.issuer,
      aud: 'janela',
      client_id: 'janela-window',
      name: 'Mutinta Phiri',
      roles: ['caseworker'],
      areas: ['ZM104011'],
    });

    const id = await jwtVerify(body.id_token ?? '', keys, { ...rules, audience: 'janela-window' });
    expect(id.payload).toMatchObject({
      sub,
      nonce: 'nonce-of-the-window',
      name: 'Mutinta Phiri',
      email: 'caseworker@demo.janela',
      roles: ['caseworker'],
      areas: ['ZM104011'],
    });
  });

  it('is not asked for again while the session lasts', async () => {
    const browser = new Browser(identity.issuer);
    await signIn(gateway, 'supervisor', browser);
    const again = await openSignIn(browser, gateway);
    expect(`${again.url.origin}${again.url.pathname}`).toBe(redirectUri);
    expect(again.url.searchParams.get('code')).toBeTruthy();
  });

  it('takes the e-mail address however its letters are written, and the password only as it is', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const wrong = await browser.post(page.url.href, {
      email: 'Auditor@Demo.Janela',
      password: demoPassword.toUpperCase(),
    });
    expect(wrong.status).toBe(422);
    const right = await browser.post(page.url.href, { email: '  Auditor@Demo.Janela ', password: demoPassword });
    expect(right.url.href).toContain(redirectUri);
  });

  it('fills in whom the window thinks it is, as text and not as markup', async () => {
    const page = await openSignIn(new Browser(identity.issuer), gateway, { login_hint: '"><script>alert(1)</script>' });
    expect(page.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(page.body).not.toContain('<script>');
  });

  it('says which field is empty', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const shown = await browser.post(page.url.href, { email: '', password: '' });
    expect(shown.status).toBe(422);
    expect(shown.body).toContain('Enter your e-mail address');
    expect(shown.body).toContain('Enter your password');
    expect(shown.body).toContain('<title>Error: Sign in · Janela</title>');
  });

  it.each([
    ['what the window asks for', { ui_locales: 'pt-MZ en' }, {}, 'pt', 'Entrar'],
    ['what the browser wants', {}, { 'accept-language': 'fr-CD,fr;q=0.9,en;q=0.5' }, 'fr', 'Se connecter'],
    ['the window before the browser', { ui_locales: 'en' }, { 'accept-language': 'fr' }, 'en', 'Sign in'],
    ['English when no language is named', {}, { 'accept-language': 'bem' }, 'en', 'Sign in'],
  ])('speaks %s', async (_why, asked, headers, language, title) => {
    const page = await openSignIn(new Browser(identity.issuer, headers as Record<string, string>), gateway, asked);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(`<h1>${title}</h1>`);
  });

  it('keeps the language that was chosen on the page when something is wrong', async () => {
    const browser = new Browser(identity.issuer);
    const page = await openSignIn(browser, gateway);
    const shown = await browser.post(`${page.url.href}?lang=pt`, { email: 'a@b.c', password: 'x' });
    expect(shown.body).toContain('O endereço de e-mail e a palavra-passe não correspondem.');
  });
});

describe('tokens of a person', () => {
  it('are renewed, each renewal once', async () => {
    const first = await signIn(gateway, 'designer');
    const renewed = await gateway.refresh(first.refresh_token);
    expect(renewed.status).toBe(200);
    expect(renewed.body.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(renewed.body.access_token ?? '').sub).toBe(decodeJwt(first.access_token).sub);
    expect(decodeJwt(renewed.body.access_token ?? '').aud).toBe('janela');
  });

  it('are all lost when a renewal is used twice: one of the two who did is a thief', async () => {
    const first = await signIn(gateway, 'publisher');
    const renewed = await gateway.refresh(first.refresh_token);
    expect((await gateway.refresh(first.refresh_token)).body.error).toBe('invalid_grant');
    expect((await gateway.refresh(renewed.body.refresh_token ?? '')).body.error).toBe('invalid_grant');
  });

  it('are renewed for one of two who come at the same moment', async () => {
    const { refresh_token } = await signIn(gateway, 'statistician');
    const answers = await Promise.all([gateway.refresh(refresh_token), gateway.refresh(refresh_token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
  });

  it.each<[string, (people: PeopleService, id: string) => Promise<void>]>([
    ['another password', (people, id) => people.setPassword(operator, id, demoPassword)],
    ['other roles', (people, id) => people.setAccess(operator, id, ['auditor'], ['ZM1'])],
  ])('end everywhere when the person is given %s', async (_what, change) => {
    const [office, boat] = [new Browser(identity.issuer), new Browser(identity.issuer)];
    const tokens = [await signIn(gateway, 'operator', office), await signIn(gateway, 'operator', boat)];
    const another = await signIn(gateway, 'administrator');
    expect(await gateway.isActive(tokens[1]?.refresh_token ?? '')).toBe(true);

    await change(identity.app.get(PeopleService), decodeJwt(tokens[0]?.access_token ?? '').sub ?? '');
    for (const { refresh_token } of tokens) {
      expect(await gateway.isActive(refresh_token)).toBe(false);
      expect((await gateway.refresh(refresh_token)).body.error).toBe('invalid_grant');
    }
    for (const browser of [office, boat]) expect((await openSignIn(browser, gateway)).body).toContain('Sign in</h1>');
    expect(await gateway.isActive(another.refresh_token)).toBe(true);
  });

  it('say the roles and areas of the moment of signing in', async () => {
    const { access_token } = await signIn(gateway, 'operator');
    expect(decodeJwt(access_token)).toMatchObject({ roles: ['auditor'], areas: ['ZM1'] });
  });

  it('end with the account', async () => {
    const browser = new Browser(identity.issuer);
    const first = await signIn(gateway, 'payments-officer', browser);
    await identity.app.get(PeopleService).disable(operator, decodeJwt(first.access_token).sub ?? '');

    expect((await gateway.refresh(first.refresh_token)).body.error).toBe('invalid_grant');
    const page = await openSignIn(browser, gateway);
    expect([page.status, page.url.pathname.split('/')[1]]).toEqual([200, 'sign-in']);
    expect((await fillIn(browser, page, 'payments-officer')).status).toBe(422);
  });

  it('are not given for a code that was used, or with another verifier', async () => {
    const browser = new Browser(identity.issuer);
    const onward = await fillIn(browser, await openSignIn(browser, gateway), 'grievance-officer');
    const code = onward.url.searchParams.get('code') ?? '';
    expect((await gateway.redeem(code, { code_verifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');

    const next = (await openSignIn(browser, gateway)).url.searchParams.get('code') ?? '';
    expect((await gateway.redeem(next)).status).toBe(200);
    expect((await gateway.redeem(next)).body.error).toBe('invalid_grant');
  });
});

describe('signing out', () => {
  const endSession = (hint: string) =>
    `${identity.issuer}/session/end?${new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: signedOutUri, state: 'left' }).toString()}`;
  const xsrfOf = (body: string) => /name="xsrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

  it('leads back to the window, and nothing of the session is left', async () => {
    const browser = new Browser(identity.issuer);
    const tokens = await signIn(gateway, 'sensitive-officer', browser);
    const page = await browser.get(endSession(tokens.id_token));
    expect(page.body).toContain('Sign out of Janela?');
    expect(page.body).toContain('src="/assets/sign-out.js"');

    const gone = await browser.post('/session/end/confirm', { xsrf: xsrfOf(page.body), logout: 'yes' });
    expect(gone.url.href).toBe(`${signedOutUri}?state=left`);
    expect(browser.cookie('janela_session')).toBeUndefined();
    expect((await gateway.refresh(tokens.refresh_token)).body.error).toBe('invalid_grant');
    expect((await openSignIn(browser, gateway)).body).toContain('<h1>Sign in</h1>');
  });

  it('ends the sessions on other devices too, and no other person’s', async () => {
    const [office, boat] = [new Browser(identity.issuer), new Browser(identity.issuer)];
    const [here, there] = [await signIn(gateway, 'auditor', office), await signIn(gateway, 'auditor', boat)];
    const another = await signIn(gateway, 'caseworker');
    const page = await office.get(endSession(here.id_token));
    await office.post('/session/end/confirm', { xsrf: xsrfOf(page.body), logout: 'yes' });
    expect(await gateway.isActive(there.refresh_token)).toBe(false);
    expect((await openSignIn(boat, gateway)).body).toContain('<h1>Sign in</h1>');
    expect(await gateway.isActive(another.refresh_token)).toBe(true);
  });

  it('asks first when the link does not come with proof of who is signed in', async () => {
    const browser = new Browser(identity.issuer);
    await signIn(gateway, 'appeals-reviewer', browser);
    const page = await browser.get('/session/end?ui_locales=pt');
    expect(page.body).toContain('Terminar a sessão na Janela?');
    expect(page.body).not.toContain('<script');

    const forged = await browser.post('/session/end/confirm', { xsrf: 'guessed', logout: 'yes' });
    expect(forged.status).toBe(400);
    expect((await openSignIn(browser, gateway)).url.href).toContain(redirectUri);
  });

  it('does not follow a foreign address', async () => {
    const browser = new Browser(identity.issuer);
    const { id_token } = await signIn(gateway, 'appeals-reviewer', browser);
    const page = await browser.get(
      `/session/end?id_token_hint=${id_token}&post_logout_redirect_uri=https://evil.test/`,
    );
    expect([page.status, page.body.includes('This link does not work')]).toEqual([400, true]);
  });

  it('ends on a page of its own when there is no window to go back to', async () => {
    const browser = new Browser(identity.issuer);
    await signIn(gateway, 'appeals-reviewer', browser);
    const page = await browser.get('/session/end');
    const gone = await browser.post('/session/end/confirm', { xsrf: xsrfOf(page.body), logout: 'yes' });
    expect(gone.body).toContain('You have signed out');
  });
});
