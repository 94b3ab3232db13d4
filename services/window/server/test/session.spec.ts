import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testServers } from '@janela/testing';
import { Redis } from 'ioredis';

import { TestIssuer } from './issuer.ts';
import { publicUrl, startWindow, type TestWindow } from './window.harness.ts';

let issuer: TestIssuer;
let window: TestWindow;
let redis: Redis;

beforeAll(async () => {
  issuer = await TestIssuer.start();
  redis = new Redis(testServers().redisUrl);
  window = await startWindow({
    JANELA_OIDC_ISSUER: issuer.address,
    JANELA_SESSION_IDLE_SECONDS: '600',
    JANELA_SESSION_SECONDS: '3600',
    JANELA_SESSION_CHECK_SECONDS: '0',
  });
});
afterAll(async () => {
  await window.stop();
  await redis.quit();
  issuer.stop();
});
beforeEach(() => {
  Object.assign(issuer, { endsSessions: false, refusesClient: false, rotates: false, tokenSeconds: 600 });
  Object.assign(issuer, { beforeTokens: async () => undefined, asked: () => undefined });
});

const ask = (path: string, cookie = '', headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${window.address}${path}`, { method, redirect: 'manual', headers: { cookie, ...headers } });
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');

async function begin(cookie = ''): Promise<{ url: URL; cookie: string }> {
  const response = await ask('/login', cookie);
  return { url: new URL(response.headers.get('location') ?? ''), cookie: cookiesOf(response).join('; ') };
}

async function signIn(before = ''): Promise<string> {
  const { url, cookie } = await begin(before);
  issuer.meet(url);
  const query = new URLSearchParams({ code: 'x', state: url.searchParams.get('state') ?? '', iss: issuer.address });
  const response = await ask(`/login/callback?${query.toString()}`, [cookie, before].join('; '));
  return cookiesOf(response).find((each) => /^janela=.{43}$/.test(each)) ?? '';
}

const keyOf = (cookie: string) =>
  `window:session:${createHash('sha256').update(cookie.replace('janela=', '')).digest('base64url')}`;
const background = { 'x-janela-background': '1' };

describe('a session', () => {
  it('is prolonged by what a person does, and not by what a page asks for by itself', async () => {
    const cookie = await signIn();
    await redis.expire(keyOf(cookie), 100);
    expect((await ask('/session', cookie, background)).status).toBe(200);
    expect((await ask('/api/registry/v1/areas', cookie, background)).status).toBe(201);
    expect(await redis.ttl(keyOf(cookie))).toBeLessThanOrEqual(100);
    expect((await ask('/session', cookie)).status).toBe(200);
    expect(await redis.ttl(keyOf(cookie))).toBeGreaterThan(500);
  });

  it('ends as soon as the issuer has ended it, on every device', async () => {
    const devices = [await signIn(), await signIn()];
    for (const cookie of devices) expect((await ask('/session', cookie)).status).toBe(200);
    issuer.endsSessions = true;
    for (const cookie of devices) {
      const forwarded = window.arrived.length;
      expect((await ask('/session', cookie)).status).toBe(401);
      await ask('/api/registry/v1/areas', cookie);
      expect(window.arrived.slice(forwarded).map(({ headers }) => headers.authorization)).toEqual([undefined]);
      expect(await redis.exists(keyOf(cookie))).toBe(0);
    }
  });

  it('goes on when two requests of one page meet at its renewal', async () => {
    Object.assign(issuer, { rotates: true, tokenSeconds: 20 });
    const cookie = await signIn();
    issuer.tokenSeconds = 600;
    const asked = new Promise<void>((resolve) => {
      // The first request uses the old token up, and has its new one only after the second has asked about the old.
      issuer.beforeTokens = () => {
        const secondAsked = new Promise<void>((go) => (issuer.asked = go));
        resolve();
        return secondAsked;
      };
    });
    const first = ask('/api/registry/v1/areas', cookie);
    await asked;
    const second = ask('/api/registry/v1/areas', cookie);
    expect([(await first).status, (await second).status]).toEqual([201, 201]);
    expect((await ask('/session', cookie)).status).toBe(200);
  });

  it('does not go on where the issuer refuses to say whether it holds', async () => {
    const cookie = await signIn();
    issuer.refusesClient = true;
    expect((await ask('/session', cookie)).status).toBe(401);
  });

  it('ends when another person signs in at the same browser', async () => {
    const first = await signIn();
    const second = await signIn(first);
    expect([(await ask('/session', first)).status, (await ask('/session', second)).status]).toEqual([401, 200]);
  });

  it('is never longer than a working day, however much it is used', async () => {
    const short = await startWindow({
      JANELA_OIDC_ISSUER: issuer.address,
      JANELA_SESSION_IDLE_SECONDS: '600',
      JANELA_SESSION_SECONDS: '60',
    });
    const long = window;
    window = short;
    try {
      const cookie = await signIn();
      await ask('/session', cookie);
      expect(await redis.ttl(keyOf(cookie))).toBeLessThanOrEqual(60);
    } finally {
      window = long;
      await short.stop();
    }
  });

  it('that was left unused is not taken up again without a password', async () => {
    expect((await begin()).url.searchParams.get('max_age')).toBe('600');
  });
});

describe('signing out', () => {
  const signOut = (cookie: string) => ask('/logout', cookie, { origin: publicUrl }, 'POST');

  it('ends the session here and leads to the issuer, which ends its own', async () => {
    const cookie = await signIn();
    const response = await signOut(cookie);
    expect(response.headers.get('location')).toMatch(`${issuer.address}/session/end?`);
    expect((await ask('/session', cookie)).status).toBe(401);
  });

  it('makes the next sign-in from this browser ask for the password, once', async () => {
    const response = await signOut(await signIn());
    const left = cookiesOf(response).find((each) => each.startsWith('janela-ask=')) ?? '';
    expect((await begin(left)).url.searchParams.get('prompt')).toBe('login');
    const { url, cookie } = await begin(left);
    issuer.meet(url);
    const back = `/login/callback?code=x&state=${url.searchParams.get('state') ?? ''}&iss=${issuer.address}`;
    expect(cookiesOf(await ask(back, `${cookie}; ${left}`))).toContain('janela-ask=');
    expect((await begin()).url.searchParams.get('prompt')).toBeNull();
  });
});
