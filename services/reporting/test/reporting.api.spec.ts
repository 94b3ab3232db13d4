import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@janela/testing';

import { startReporting } from './reporting.ts';

describe('reporting', () => {
  let reporting: TestService;

  beforeAll(async () => {
    reporting = await startReporting();
  });
  afterAll(() => reporting.stop());

  it('is alive, and ready for requests', async () => {
    const answers = await Promise.all(['/health/live', '/health/ready'].map((path) => reporting.nobody.get(path)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('describes its routes', async () => {
    const { status, body } = await reporting.nobody.get<{ openapi: string }>('/openapi.json');

    expect({ status, openapi: body.openapi }).toEqual({ status: 200, openapi: expect.stringMatching(/^3\.1/) });
  });

  it('has nothing where it was not told to have something', async () => {
    const caller = await reporting.as('operator');

    expect(await caller.get('/v1/nothing')).toMatchObject({ status: 404 });
  });
});
