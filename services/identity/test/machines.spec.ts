import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationLogins } from '@janela/contracts';
import { createRemoteJWKSet, jwtVerify } from 'jose';

import { startIdentity, type TestIdentity } from './identity.ts';

let identity: TestIdentity;

beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

async function ask(client: string, secret: string, more: Record<string, string> = {}, how: 'basic' | 'post' = 'basic') {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...more });
  if (how === 'post')
    for (const [name, value] of [
      ['client_id', client],
      ['client_secret', secret],
    ] as const)
      form.set(name, value);
  const response = await fetch(`${identity.issuer}/token`, {
    method: 'POST',
    body: form,
    headers: how === 'basic' ? { authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` } : {},
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

describe('a machine client', () => {
  it.each(demonstrationLogins.map((one) => [one.login, one] as const))(
    '%s gets a token that says exactly who it is',
    async (login, one) => {
      const id = `demo-${login}`;
      const { status, body } = await ask(id, id);
      expect([status, body.token_type, Number(body.expires_in)]).toEqual([200, 'Bearer', 600]);

      const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`));
      const { payload, protectedHeader } = await jwtVerify(body.access_token ?? '', keys, {
        issuer: identity.issuer,
        audience: 'janela',
        typ: 'at+jwt',
        algorithms: ['ES256'],
      });
      expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid', 'typ']);
      const { iat = 0, exp = 0, jti, ...claims } = payload;
      expect([exp - iat, typeof jti]).toEqual([600, 'string']);
      expect(claims).toEqual({
        iss: identity.issuer,
        aud: 'janela',
        sub: id,
        client_id: id,
        name: one.name,
        roles: one.roles,
        areas: one.areas,
      });
    },
  );
});
