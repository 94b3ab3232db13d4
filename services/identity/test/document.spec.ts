import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeService } from '@janela/platform';

import { identityRoutes } from '../src/http/identity.routes.ts';
import { IdentityModule } from '../src/identity.module.ts';
import { Browser } from './browser.ts';
import { Gateway, openSignIn } from './gateway.ts';
import { startIdentity, type TestIdentity } from './identity.harness.ts';

let identity: TestIdentity;

beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const committed = new URL('../../../docs/openapi/identity.json', import.meta.url);

describe('the OpenAPI document of identity', () => {
  it('is the one that is committed', async () => {
    // What it refuses with is what its process has loaded, and a spec loads more.
    const { 'x-problem-codes': _, ...written } = JSON.parse(readFileSync(committed, 'utf8')) as Record<string, unknown>;
    const { 'x-problem-codes': __, ...described } = {
      'x-problem-codes': [],
      ...(await describeService(IdentityModule)),
    };
    // Otherwise run npm run generate.
    expect(JSON.parse(JSON.stringify(described))).toEqual(written);
  });

  it('says what its routes answer', async () => {
    const browser = new Browser(identity.issuer);
    const { pathname } = (await openSignIn(browser, new Gateway(identity.issuer))).url;
    for (const { method, path, produces, answers } of identityRoutes.filter((route) => route.method === 'get')) {
      const shown = await browser.get(`${identity.issuer}${path.replace('/sign-in/{uid}', pathname)}`);
      expect([method, path, shown.status, shown.headers.get('content-type')?.split(';')[0]]).toEqual([
        ...[method, path, 200],
        ...produces,
      ]);
      answers?.parse(JSON.parse(shown.body));
    }
  });
});
