import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@janela/contracts';
import { readConfig } from '@janela/platform';
import { accessProblems, documentProblems, type Harness } from '@janela/testing';

import { ProviderSandboxConfig } from '../src/provider-sandbox.config.ts';
import { startSandbox } from './provider-sandbox.harness.ts';

let sandbox: Harness<'provider-sandbox'>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

describe('the pretend payment company', () => {
  it('is directed and looked at by whom the table says, on every route', async () => {
    const problems = await accessProblems(sandbox.service, {
      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
      'GET /v1/behaviours': ['provider-sandbox', 'administrator', 'operator'],
      'POST /v1/behaviours': ['provider-sandbox', 'administrator', 'operator'],
      'GET /v1/book': [
        'provider-sandbox',
        'administrator',
        'operator',
        'payments-officer',
        'payments-approver',
        'auditor',
      ],
    });
    expect(problems).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(sandbox.service)).toEqual([]);
  });

  it('does not start where people are really paid', () => {
    expect(() => readConfig(ProviderSandboxConfig, { JANELA_MODE: 'production' })).toThrow(
      'no one is really paid here',
    );
    expect(() => readConfig(ProviderSandboxConfig, {})).toThrow('there is no pretending in production');
  });
});
