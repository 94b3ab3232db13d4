import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@janela/contracts';
import { accessProblems, documentProblems, ifMatch } from '@janela/testing';

import { lunga, samfya } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

const office: Role[] = ['caseworker', 'supervisor', 'grievance-officer'];

describe('who may use grievances', () => {
  it('is who the table says, on every route', async () => {
    const problems = await accessProblems(grievances.service, {
      'PUT /v1/categories': ['administrator'],
      'GET /v1/categories': roles,
      'POST /v1/cases': [...office, 'sensitive-officer'],
      'GET /v1/cases': [...office, 'sensitive-officer', 'appeals-reviewer'],
      'GET /v1/cases/:id': [...office, 'sensitive-officer', 'appeals-reviewer'],
      'POST /v1/cases/:id/actions': ['grievance-officer', 'sensitive-officer'],
      'POST /v1/appeals': office,
      'GET /v1/appeals': [...office, 'appeals-reviewer'],
      'GET /v1/appeals/:id': [...office, 'appeals-reviewer'],
      'POST /v1/appeals/:id/decision': ['appeals-reviewer'],
      'GET /v1/track/:number': 'public',
      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
    });

    expect(problems).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(grievances.service)).toEqual([]);
  });
});

describe('cases and appeals of another area', () => {
  it('do not exist for those who work elsewhere, on any route, in any role', async () => {
    const householdId = await grievances.household();
    const applicationId = await grievances.application({ householdId });
    const { body: found } = await grievances.file({ category: 'decision_refused', applicationId });
    const appeal = await grievances.caseworker.post('/v1/appeals', {
      caseId: found.id,
      applicationId,
      grounds: 'We are poor.',
    });
    expect(appeal.status).toBe(201);
    for (const role of ['caseworker', 'supervisor', 'grievance-officer', 'appeals-reviewer'] as const) {
      const caller = await grievances.as({ roles: [role], areas: [lunga], id: `${role}-lunga` });
      const list = await caller.get(`/v1/cases?householdId=${householdId}`);
      expect([list.status, list.body.items]).toEqual([200, []]);
      expect((await caller.get('/v1/appeals')).body.items).toEqual([]);
      expect(await caller.get(`/v1/cases/${found.id}`)).toMatchObject({ status: 404 });
      expect(await caller.get(`/v1/appeals/${appeal.body.id}`)).toMatchObject({ status: 404 });
    }
    const elsewhere = { areas: [lunga], id: 'elsewhere' };
    const officer = await grievances.as({ roles: ['grievance-officer'], ...elsewhere });
    expect(await grievances.act({ id: found.id, version: 2 }, { action: 'assign' }, officer)).toMatchObject({
      status: 404,
      body: { code: 'grievances.case_not_found' },
    });
    const reviewer = await grievances.as({ roles: ['appeals-reviewer'], ...elsewhere });
    const decision = { outcome: 'upheld', reason: 'The income was counted twice.' };
    expect(
      await reviewer.untyped.post(`/v1/appeals/${appeal.body.id}/decision`, decision, ifMatch(appeal.body)),
    ).toMatchObject({ status: 404, body: { code: 'grievances.appeal_not_found' } });
    const again = { caseId: found.id, applicationId, grounds: 'Mine.' };
    expect(await grievances.neighbour.post('/v1/appeals', again)).toMatchObject({ status: 404 });
  });

  it('cannot be complained about from outside, and the refusal does not say whether they exist', async () => {
    const householdId = await grievances.household();
    const complaint = { category: 'service_quality', description: 'They receive twice.', channel: 'window' };
    const outside = await grievances.neighbour.untyped.post('/v1/cases', { ...complaint, householdId });
    expect(outside).toMatchObject({ status: 422, body: { code: 'grievances.household_unknown' } });
    const named = await grievances.neighbour.untyped.post('/v1/cases', { ...complaint, areaCode: samfya });
    expect(named).toMatchObject({ status: 403, body: { code: 'access.area_out_of_reach' } });
  });

  it('do not exist for an officer who has no area at all', async () => {
    const nowhere = await grievances.as({ roles: ['grievance-officer'], areas: [], id: 'nowhere' });
    expect((await nowhere.get('/v1/cases')).body.items).toEqual([]);
  });
});
