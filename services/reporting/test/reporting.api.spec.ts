import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type Reporting, startReporting } from './reporting.harness.ts';

describe('reporting', () => {
  let reporting: Reporting;

  beforeAll(async () => {
    reporting = await startReporting();
  });
  afterAll(() => reporting.stop());

  it('is alive, and ready for requests', async () => {
    const answers = await Promise.all(
      ['/health/live', '/health/ready'].map((path) => reporting.anonymous.untyped.get(path)),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('describes its routes', async () => {
    const { status, body } = await reporting.anonymous.untyped.get<{ openapi: string }>('/openapi.json');

    expect({ status, openapi: body.openapi }).toEqual({ status: 200, openapi: expect.stringMatching(/^3\.1/) });
  });

  it('has nothing where there is no route', async () => {
    const caller = await reporting.as('operator');

    expect(await caller.untyped.get('/v1/nothing')).toMatchObject({ status: 404 });
  });
});
