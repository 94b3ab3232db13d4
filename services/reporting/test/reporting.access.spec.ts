import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@janela/contracts';
import { accessProblems, documentProblems, type Caller } from '@janela/testing';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { smallCountry } from './small-country.ts';
import { lunga, samfya } from './event-on-day.ts';

let reporting: Reporting;

beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
});
afterAll(() => reporting.stop());

const figures = ['statistician', 'supervisor', 'designer', 'publisher', 'auditor', 'administrator'] as const;

describe('who may use reporting', () => {
  it('is who the table says, on every route', async () => {
    const problems = await accessProblems(reporting.service, {
      'GET /v1/sdg/1.3.1': figures,
      'GET /v1/indicators': roles,
      'GET /v1/indicators/:code': roles,
      'GET /v1/not-paid': ['supervisor', 'payments-officer', 'payments-approver', 'auditor'],
      'GET /v1/complaints': ['statistician', 'supervisor', 'grievance-officer', 'sensitive-officer', 'auditor'],
      'GET /v1/denominators': ['statistician', 'auditor', 'administrator'],
      'PUT /v1/denominators': ['administrator'],
      'GET /v1/snapshots': roles,
      'POST /v1/snapshots': ['statistician'],
      'GET /v1/snapshots/:id': roles,
      'GET /v1/snapshots/:id/table': roles,
      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
    });
    expect(problems).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(reporting.service)).toEqual([]);
  });
});

describe('a supervisor of Samfya', () => {
  let supervisor: Caller<'reporting'>;
  beforeAll(async () => {
    supervisor = await reporting.as({ roles: ['supervisor'], areas: [samfya] });
  });

  it.each(['/v1/sdg/1.3.1', '/v1/not-paid', '/v1/complaints'])(
    'gets their own area from %s, and no other',
    async (path) => {
      const statuses = await Promise.all(
        ['', `?areaCode=${samfya}`, `?areaCode=${lunga}`, '?areaCode=ZM104', '?areaCode=ZM', '?areaCode=ZM999'].map(
          async (query) => (await supervisor.untyped.get(`${path}${query}`)).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 403, 403, 403, 403]);
      const answer = await supervisor.untyped.get(`${path}?areaCode=${lunga}`);
      expect(answer.body).toMatchObject({ code: 'access.area_out_of_reach' });
    },
  );

  it('gets figures of Samfya without naming it', async () => {
    const answer = await supervisor.get('/v1/sdg/1.3.1');
    expect(answer.body.areaCode).toBe(samfya);
  });

  it('with two districts must say which is meant', async () => {
    const both = await reporting.as({ roles: ['supervisor'], areas: [samfya, lunga] });
    expect(await both.get('/v1/sdg/1.3.1')).toMatchObject({ status: 400, body: { code: 'reporting.area_required' } });
  });

  it('does not find the snapshots of the country', async () => {
    const statistician = await reporting.as('statistician');
    const published = await statistician.post('/v1/snapshots', { indicator: '1.3.1', asOf: '2026-10-31' });
    expect(published.status).toBe(201);
    const { id } = published.body;
    expect((await supervisor.get(`/v1/snapshots/${id}`)).status).toBe(404);
    expect((await supervisor.get(`/v1/snapshots/${id}/table`)).status).toBe(404);
    expect((await supervisor.get('/v1/snapshots')).body).toEqual({ items: [], next: null });
  });
});
