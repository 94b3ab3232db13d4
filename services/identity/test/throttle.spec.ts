import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Browser, type Shown } from './browser.ts';
import { fillIn, Gateway, openSignIn, signIn } from './gateway.ts';
import { redirectUri, startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;
let gateway: Gateway;

/** The address is only trusted because a proxy of ours is said to be in front. */
const from = (address: string) => new Browser(identity.issuer, { 'x-forwarded-for': address });

beforeAll(async () => {
  identity = await startIdentity({ JANELA_PROXY_HOPS: '1' });
  gateway = new Gateway(identity.issuer);
});
afterAll(() => identity.stop());

async function guess(browser: Browser, login: string, times: number): Promise<Shown[]> {
  const page = await openSignIn(browser, gateway);
  const shown: Shown[] = [];
  for (let count = 0; count < times; count += 1)
    shown.push(await fillIn(browser, page, login, `guess number ${count}`));
  return shown;
}

/** As if so many minutes had gone by. */
async function letPass(minutes: number): Promise<void> {
  await identity.database.dataSource.query(
    `UPDATE sign_in_throttles SET blocked_until = blocked_until - make_interval(mins => $1),
                                  last_failed_at = last_failed_at - make_interval(mins => $1)`,
    [minutes],
  );
}

const statuses = (shown: Shown[]) => shown.map((one) => one.status);
const isIn = (shown: Shown) => shown.url.href.startsWith(redirectUri);

describe('guessing a password', () => {
  it('has to wait after five failures, longer each time, and then not even the right one is looked at', async () => {
    const browser = from('10.0.0.1');
    const shown = await guess(browser, 'caseworker', 6);
    expect(statuses(shown)).toEqual([422, 422, 422, 422, 422, 429]);
    expect(shown[5]?.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect(shown[5]?.body).toContain('Too many tries did not fit. Wait 1 min, then try again.');

    const page = await openSignIn(browser, gateway);
    expect((await fillIn(browser, page, 'caseworker')).status).toBe(429);

    await letPass(1);
    expect(statuses(await guess(browser, 'caseworker', 2))).toEqual([422, 429]);
    const [, longer] = await guess(browser, 'caseworker', 2);
    expect(longer?.body).toContain('Wait 2 min');

    await letPass(2);
    expect(isIn(await fillIn(browser, page, 'caseworker'))).toBe(true);
  });

  it('looks the same for a person who does not exist', async () => {
    const [known, unknown] = [from('10.0.1.1'), from('10.0.1.2')];
    const plain = (shown: Shown[]) =>
      shown.map(({ status, headers, body }) => [
        status,
        headers.get('retry-after') === null,
        body.replaceAll(/(auditor|unknown|sign-in\/[\w-]+)/g, '').replaceAll(/(value|href)="[^"]*"/g, ''),
      ]);
    expect(plain(await guess(known, 'auditor', 6))).toEqual(plain(await guess(unknown, 'unknown', 6)));
  });

  it('does not make the person wait who sits somewhere else', async () => {
    await guess(from('10.0.2.1'), 'supervisor', 6);
    const elsewhere = from('10.0.2.2');
    expect(isIn(await fillIn(elsewhere, await openSignIn(elsewhere, gateway), 'supervisor'))).toBe(true);
  });

  it('from very many addresses makes unknown browsers wait, and not the person at a computer they have used before', async () => {
    const own = from('10.0.3.1');
    await signIn(gateway, 'publisher', own);
    for (let host = 1; host <= 6; host += 1) await guess(from(`10.1.0.${host}`), 'publisher', 5);

    const elsewhere = from('10.1.0.99');
    expect((await fillIn(elsewhere, await openSignIn(elsewhere, gateway), 'publisher')).status).toBe(429);

    own.forget('janela_session');
    expect(isIn(await fillIn(own, await openSignIn(own, gateway), 'publisher'))).toBe(true);
  });

  it('at a computer that the person has used before still has to wait after five failures', async () => {
    const own = from('10.0.4.1');
    await signIn(gateway, 'designer', own);
    own.forget('janela_session');
    expect(statuses(await guess(own, 'designer', 6))).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('is not made cheaper by a cookie that was made up', async () => {
    const browser = from('10.0.5.1');
    const page = await openSignIn(browser, gateway);
    const headers = {
      cookie: `janela_sign_in=${browser.cookie('janela_sign_in')}; janela_sign_in.sig=${browser.cookie('janela_sign_in.sig')}`,
    };
    const results: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const cookie = `${headers.cookie}; janela_device=${String(count).repeat(32)}`;
      results.push(
        (await browser.post(page.url.href, { email: 'operator@demo.janela', password: 'x' }, { cookie })).status,
      );
    }
    expect(results).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('a hundred times at once is still only five guesses', async () => {
    const browser = from('10.0.6.1');
    const page = await openSignIn(browser, gateway);
    const shown = await Promise.all(
      Array.from({ length: 100 }, (_, count) => fillIn(browser, page, 'statistician', `guess ${count}`)),
    );
    expect(shown.filter((one) => one.status === 422)).toHaveLength(5);
    expect(shown.filter((one) => one.status === 429)).toHaveLength(95);
  });

  it('of many people from one address makes that address wait', async () => {
    const browser = from('10.0.7.1');
    const page = await openSignIn(browser, gateway);
    const results: number[] = [];
    for (let count = 0; count < 61; count += 1)
      results.push((await fillIn(browser, page, `person-${count}`, 'password1')).status);
    expect(results.indexOf(429)).toBe(60);
    const other = from('10.0.7.2');
    expect(isIn(await fillIn(other, await openSignIn(other, gateway), 'appeals-reviewer'))).toBe(true);
  });

  it('keeps no name and no address in the clear', async () => {
    const rows: { key: string }[] = await identity.database.dataSource.query('SELECT key FROM sign_in_throttles');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => !/^(pair|person|address|device):[\w-]{43}$/.test(key))).toEqual([]);
  });
});
