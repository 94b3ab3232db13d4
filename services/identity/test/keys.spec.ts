import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';

import { Retention } from '../src/retention.ts';
import { Issuer } from '../src/issuer/issuer.ts';
import { KeysService } from '../src/keys/keys.service.ts';
import { Browser } from './browser.ts';
import { Gateway, openSignIn, signIn } from './gateway.ts';
import { operator, redirectUri, startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;
let gateway: Gateway;

beforeAll(async () => {
  identity = await startIdentity();
  gateway = new Gateway(identity.issuer);
});
afterAll(() => identity.stop());

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${identity.issuer}/jwks`)), {
    issuer: identity.issuer,
    audience: 'janela',
  });

async function machineToken(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'demo-auditor',
    client_secret: 'demo-auditor',
  });
  const response = await fetch(`${identity.issuer}/token`, { method: 'POST', body });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function publishedKeys(): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${identity.issuer}/jwks`);
  return ((await response.json()) as { keys: Record<string, unknown>[] }).keys;
}

const keyOf = (token: string) => decodeProtectedHeader(token).kid;
const query = (sql: string) => identity.database.dataSource.query(sql);

/** As if the clock had moved on past the time that a new key is only published. */
async function letNewKeysBecomeActive(): Promise<void> {
  await query(
    `UPDATE keys SET active_from = active_from - interval '3 minutes', retires_at = retires_at - interval '3 minutes'`,
  );
  await identity.app.get(Issuer).refresh();
}

describe('the keys of the issuer', () => {
  beforeEach(async () => {
    await query('DELETE FROM keys');
    await identity.restart();
  });

  it('outlive a restart: tokens, sessions and renewals from before are still good', async () => {
    const browser = new Browser(identity.issuer);
    const tokens = await signIn(gateway, 'auditor', browser);
    const halfway = new Browser(identity.issuer);
    const page = await openSignIn(halfway, gateway);

    await identity.restart();

    await expect(verify(tokens.access_token)).resolves.toBeTruthy();
    expect((await gateway.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await openSignIn(browser, gateway)).url.href).toContain(redirectUri);
    expect((await halfway.get(page.url.href)).status).toBe(200);
  });

  it('are made once, however many instances start at the same moment', async () => {
    await query('DELETE FROM keys');
    const keys = identity.app.get(KeysService);
    const marks = await Promise.all(Array.from({ length: 8 }, async () => (await keys.current()).mark));
    expect(new Set(marks).size).toBe(1);
    expect(await query('SELECT purpose FROM keys ORDER BY purpose')).toEqual([
      { purpose: 'cookies' },
      { purpose: 'signing' },
    ]);
  });

  it('are published without their secret, which the database has only encrypted', async () => {
    const [key] = await publishedKeys();
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const [row] = (await query(`SELECT sealed FROM keys WHERE purpose = 'signing'`)) as { sealed: string }[];
    expect(row?.sealed).toMatch(/^dev1:[\w-]+$/);
  });

  it('change in good order: the new one is known before it signs, and what the old one signed stays good', async () => {
    const browser = new Browser(identity.issuer);
    const tokens = await signIn(gateway, 'auditor', browser);
    const old = keyOf(tokens.access_token);

    await identity.app.get(KeysService).rotate(operator);
    await identity.app.get(Issuer).refresh();
    expect((await publishedKeys()).map((key) => key.kid)).toHaveLength(2);
    expect(keyOf(await machineToken())).toBe(old);

    await letNewKeysBecomeActive();
    const token = await machineToken();
    expect(keyOf(token)).not.toBe(old);
    await expect(verify(token)).resolves.toBeTruthy();
    await expect(verify(tokens.access_token)).resolves.toBeTruthy();
    expect((await openSignIn(browser, gateway)).url.href).toContain(redirectUri);
    expect((await browser.get(`/session/end?id_token_hint=${tokens.id_token}`)).status).toBe(200);
  });

  it('may be changed before there are any', async () => {
    await query('DELETE FROM keys');
    await identity.app.get(KeysService).rotate(operator);
    await identity.restart();
    await expect(verify(await machineToken())).resolves.toBeTruthy();
  });

  it('are forgotten when all that they signed has expired', async () => {
    const old = keyOf(await machineToken());
    await identity.app.get(KeysService).rotate(operator);
    await query(`UPDATE keys SET active_from = now() - interval '1 day', retires_at = retires_at - interval '1 day'`);
    await identity.app.get(Issuer).refresh();
    expect((await publishedKeys()).map((key) => key.kid)).not.toContain(old);
    await identity.app.get(Retention).forget();
    expect(await query('SELECT count(*)::int AS count FROM keys')).toEqual([{ count: 2 }]);
  });

  it('that were stolen are worthless at once', async () => {
    const browser = new Browser(identity.issuer);
    const tokens = await signIn(gateway, 'auditor', browser);
    await identity.app.get(KeysService).rotateAfterTheft(operator);
    await identity.app.get(Issuer).refresh();

    await expect(verify(tokens.access_token)).rejects.toThrow('no applicable key found');
    expect((await openSignIn(browser, gateway)).body).toContain('<h1>Sign in</h1>');
    await expect(verify(await machineToken())).resolves.toBeTruthy();
  });
});

describe('what the issuer remembers', () => {
  it('cannot be used with the database alone', async () => {
    const browser = new Browser(identity.issuer);
    const { refresh_token } = await signIn(gateway, 'auditor', browser);
    const rows = (await query(`SELECT row_to_json(r)::text AS row FROM oidc_records r`)) as { row: string }[];
    const all = rows.map(({ row }) => row).join('\n');
    expect(all).not.toContain(refresh_token);
    expect(all).not.toContain(browser.cookie('janela_session') ?? 'a session cookie');
    expect(all).not.toContain('auditor');
  });

  it('is forgotten when it has expired', async () => {
    await signIn(gateway, 'auditor');
    await query(`UPDATE oidc_records SET expires_at = now() - interval '1 second' WHERE model = 'RefreshToken'`);
    await identity.app.get(Retention).forget();
    const left = (await query('SELECT DISTINCT model FROM oidc_records ORDER BY model')) as { model: string }[];
    expect(left.map(({ model }) => model)).not.toContain('RefreshToken');
    expect(left.map(({ model }) => model)).toContain('Session');
  });
});
