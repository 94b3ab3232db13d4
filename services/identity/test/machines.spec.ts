import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demonstrationLogins } from '@janela/contracts';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';

import { hashSecret } from '../src/clients/clients.service.ts';
import { startAnyService } from './any-service.ts';
import { startIdentity, type TestIdentity } from './identity.harness.ts';

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

  it('may send its secret in the body as well', async () => {
    expect((await ask('demo-auditor', 'demo-auditor', {}, 'post')).status).toBe(200);
  });

  it.each([
    ['a wrong secret', 'demo-auditor', 'demo-caseworker'],
    ['the hash that its secret is kept as', 'demo-auditor', hashSecret('demo-auditor').toString('hex')],
    ['no such name', 'demo-unknown', 'demo-unknown'],
    ['a name that is no name', "' OR 1=1 --", 'x'],
    ['a very long name', 'd'.repeat(5_000), 'x'],
  ])('with %s is refused in the same words', async (_what, client, secret) => {
    const { status, body } = await ask(encodeURIComponent(client), secret);
    expect([status, body.error, body.error_description]).toEqual([
      401,
      'invalid_client',
      'client authentication failed',
    ]);
  });

  it.each([
    ['another audience', { resource: 'https://elsewhere.test' }, 'invalid_target'],
    ['two audiences', { resource: 'urn:janela urn:other' }, 'invalid_target'],
    ['no audience at all', { resource: '' }, undefined],
    ['a scope that does not exist', { scope: 'everything' }, undefined],
    ['broken characters', { scope: '\u0000' }, 'invalid_scope'],
  ])('asking for %s gets nothing more', async (_what, more, error) => {
    const { status, body } = await ask('demo-auditor', 'demo-auditor', more);
    expect(body.error).toBe(error);
    if (status === 200) expect(decodeJwt(body.access_token ?? '')).toMatchObject({ aud: 'janela', roles: ['auditor'] });
  });

  it('cannot sign in as a person, nor get a token in the name of one', async () => {
    const { status, body } = await ask('demo-auditor', 'demo-auditor', {
      grant_type: 'password',
      username: 'x',
      password: 'y',
    });
    expect([status, body.error]).toEqual([400, 'unsupported_grant_type']);
    const code = await ask('demo-auditor', 'demo-auditor', {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: 'y',
    });
    expect([code.status, code.body.error]).toEqual([400, 'invalid_request']);
  });

  it('that is switched off gets no token', async () => {
    await identity.database.dataSource.query(`UPDATE clients SET disabled_at = now() WHERE id = 'demo-designer'`);
    expect((await ask('demo-designer', 'demo-designer')).status).toBe(401);
  });

  it('is refused without a fuss when its name has a character that cannot be stored', async () => {
    const { status, body } = await ask('demo\u0000auditor', 'x', {}, 'post');
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  it('is accepted by the services, as a machine', async () => {
    const { body } = await ask('demo-supervisor', 'demo-supervisor');
    const service = await startAnyService(identity.issuer);
    const response = await fetch(`${service.address}/v1/me`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await response.json()).toEqual({
      id: 'demo-supervisor',
      name: 'Joseph Bwalya',
      kind: 'machine',
      roles: ['supervisor'],
      areas: ['ZM104011'],
    });
    await service.close();
  });
});
