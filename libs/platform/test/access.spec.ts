import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Allow, definePermissions, describeRoutes, PlatformModule, readConfig, startService } from '@janela/platform';
import { base64url, UnsecuredJWT } from 'jose';

import { ExampleConfig } from './example/example.module.ts';
import { Example } from './start-example.ts';

let example: Example;
beforeAll(async () => {
  example = await Example.start();
});
afterAll(() => example.stop());

const withToken = (token: string) => example.fetch('/v1/notes', { headers: { authorization: `Bearer ${token}` } });
const expired = 'access.token_expired';
const invalid = 'access.token_invalid';

describe('a token', () => {
  it('of the issuer lets its bearer in', async () => {
    expect((await withToken(await example.issuer.token())).status).toBe(200);
  });

  it('is asked for where none is given', async () => {
    for (const headers of [
      {},
      { authorization: 'Basic YTpi' },
      { authorization: 'Bearer' },
      { authorization: 'Bearer a b' },
    ]) {
      const answer = await example.fetch('/v1/notes', { headers });
      expect(answer).toMatchObject({ status: 401, body: { code: 'access.token_missing' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="janela"');
    }
  });

  it.each([
    ['has expired', { expiresIn: -60 }, {}, expired],
    ['is for another audience', { aud: 'elsewhere' }, {}, invalid],
    ['is of another issuer', { iss: 'https://elsewhere.example' }, {}, invalid],
    ['is an id token, not an access token', {}, { typ: 'JWT' }, invalid],
    ['says no type', {}, { typ: undefined }, invalid],
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1_000) + 600 }, {}, invalid],
    ['has roles that are no list', { roles: 'administrator' as unknown as string[] }, {}, invalid],
    ['claims to reach every area', { areas: ['*'] }, {}, invalid],
    ['has a NUL in its subject', { sub: 'ami\0na' }, {}, invalid],
    ['claims an empty area', { areas: [''] }, {}, invalid],
    ['names a key that does not exist', {}, { kid: 'key-99' }, invalid],
    ['needs an extension that is not known', {}, { crit: ['exp'] }, invalid],
  ])('is refused when it %s', async (_what, claims, header, code) => {
    const signed = await example.issuer.token(claims, header).catch(() => 'not.even.signed');
    const answer = await withToken(signed);
    expect(answer).toMatchObject({ status: 401, body: { code } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="janela", error="invalid_token"/);
  });

  it('is accepted a moment after it expired, for clocks differ', async () => {
    expect((await withToken(await example.issuer.token({ expiresIn: -2 }))).status).toBe(200);
  });

  it('without a signature is refused', async () => {
    const claims = { roles: ['supervisor'], areas: ['ZM'] };
    const unsecured = new UnsecuredJWT(claims)
      .setSubject('eve')
      .setIssuer(example.issuer.url)
      .setAudience('janela')
      .encode();
    expect(await withToken(unsecured)).toMatchObject({ status: 401, body: { code: invalid } });
    const [, payload] = (await example.issuer.token()).split('.');
    const none = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt' }));
    expect(await withToken(`${none}.${payload}.`)).toMatchObject({ status: 401, body: { code: invalid } });
  });

  it('signed with the public key as if it were a secret is refused', async () => {
    const [, payload] = (await example.issuer.token()).split('.');
    const header = base64url.encode(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: 'key-1' }));
    expect(await withToken(`${header}.${payload}.c2lnbmF0dXJl`)).toMatchObject({
      status: 401,
      body: { code: invalid },
    });
  });

  it('changed after it was signed is refused', async () => {
    const [header, payload = '', signature] = (await example.issuer.token({ roles: ['caseworker'] })).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = base64url.encode(JSON.stringify({ ...claims, roles: ['supervisor'] }));
    expect(await withToken(`${header}.${forged}.${signature}`)).toMatchObject({ status: 401, body: { code: invalid } });
  });

  it('that is far too long is refused without being read', async () => {
    expect(await withToken(await example.issuer.token({ padding: 'x'.repeat(9_000) }))).toMatchObject({
      status: 401,
      body: { code: invalid },
    });
  });

  it('that is no token at all is refused', async () => {
    for (const token of ['x', 'a.b', 'a.b.c', '...', 'a.b.c.d.e', `${'e30'.repeat(3)}.e30.e30`]) {
      expect(await withToken(token)).toMatchObject({ status: 401, body: { code: invalid } });
    }
  });

  it('of a new key is accepted at once, of a retired key no longer', async () => {
    const old = await example.issuer.token();
    expect((await withToken(old)).status).toBe(200);
    // Unknown key ids send us to the issuer at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await example.issuer.addKey('RS256');
    expect((await withToken(await example.issuer.token())).status).toBe(200);

    example.issuer.retireOldestKey();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await withToken(old)).toMatchObject({ status: 401, body: { code: invalid } });
  });
});

describe('a permission', () => {
  it('is refused to a caller who has none of its roles, and says which it is', async () => {
    const answer = await example.call('POST', '/v1/notes', {
      body: {},
      claims: { roles: ['caseworker', 'statistician'] },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.not_allowed' } });
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer realm="janela", error="insufficient_scope", scope="note.write"',
    );
  });

  it('is shown with the route, its roles and a sentence, for documentation and access tests', () => {
    const routes = describeRoutes(example.service.app);
    expect(routes).toContainEqual({
      method: 'PATCH',
      path: '/v1/notes/:id',
      handler: 'NotesController.rename',
      permission: 'note.write',
      roles: ['supervisor'],
      description: 'Write notes and rename them',
      answers: undefined,
      produces: ['application/json'],
    });
    expect(routes.filter(({ permission }) => permission === 'public').map(({ path }) => path)).toContain(
      '/health/live',
    );
  });

  it('is in the OpenAPI document', async () => {
    const { body } = await example.fetch('/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/v1/notes/{id}': {
          get: { summary: 'Read notes', 'x-permission': 'note.read', 'x-roles': ['caseworker', 'supervisor'] },
        },
      },
    });
  });
});

@Controller('v1/gates')
class ForgottenController {
  @Get('open')
  open(): string {
    return 'anyone';
  }

  @Get('unknown')
  @Allow('gate.open')
  unknown(): string {
    return 'not known';
  }
}

@Module({
  imports: [PlatformModule.forRoot({ service: 'gates', permissions: definePermissions('gates', {}) })],
  controllers: [ForgottenController],
})
class GatesModule {}

describe('a service', () => {
  it('does not start while a route says nothing about access, or asks for a permission that is not declared', async () => {
    const config = readConfig(ExampleConfig, {
      JANELA_MODE: 'development',
      JANELA_PORT: '0',
      JANELA_LOG_LEVEL: 'silent',
    });
    await expect(startService(GatesModule, config)).rejects.toThrow(
      /ForgottenController.open says neither @Allow\(…\) nor @Public\(\)\n.*ForgottenController.unknown asks for "gate.open"/,
    );
  });
});

describe('an issuer that cannot be reached', () => {
  it('is a passing trouble, not a refusal of the token', async () => {
    const { Issuer } = await import('./issuer.ts');
    const gone = await Issuer.start();
    const url = gone.url;
    const lonely = await Example.start({ JANELA_OIDC_ISSUER: url });
    const token = await gone.token({ iss: url });
    await gone.stop();
    const answer = await lonely.fetch('/v1/notes', { headers: { authorization: `Bearer ${token}` } });
    expect(answer).toMatchObject({ status: 503, body: { code: 'access.issuer_unreachable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    await lonely.stop();
  });
});
