import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles } from '@janela/contracts';
import { accessProblems, documentProblems, type Harness } from '@janela/testing';

import { startEligibility } from './eligibility.harness.ts';

let eligibility: Harness<'eligibility'>;
beforeAll(async () => {
  eligibility = await startEligibility();
});
afterAll(() => eligibility.stop());

const areaStaff = ['caseworker', 'supervisor'] as const;
const caseOfficers = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'] as const;
const seesApplications = [...areaStaff, ...caseOfficers, 'auditor'] as const;
const seesEnrolments = [...seesApplications, 'payments-officer', 'payments-approver'] as const;

describe('who may use eligibility', () => {
  it('is who the table says, on every route', async () => {
    const problems = await accessProblems(eligibility.service, {
      'GET /v1/programmes': roles,
      'GET /v1/programmes/:id': roles,
      'POST /v1/programmes': ['designer'],
      'POST /v1/programmes/:id/versions': ['designer'],
      'POST /v1/programmes/:id/versions/:number/publish': ['publisher'],
      'GET /v1/scorecards/:code': roles,
      'PUT /v1/scorecards/:code': ['designer', 'administrator'],

      'POST /v1/screenings': [...areaStaff, ...caseOfficers],
      'POST /v1/applications': areaStaff,
      'GET /v1/applications': seesApplications,
      'GET /v1/applications/:id': seesApplications,
      'POST /v1/applications/:id/decision': ['supervisor'],

      'GET /v1/enrolments': seesEnrolments,
      'GET /v1/enrolments/:id': seesEnrolments,
      'POST /v1/enrolments/:id/suspend': ['supervisor'],
      'POST /v1/enrolments/:id/resume': ['supervisor'],
      'POST /v1/enrolments/:id/end': ['supervisor'],
      'GET /v1/waiting-lists': [...areaStaff, 'auditor'],

      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
    });

    expect(problems).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(eligibility.service)).toEqual([]);
  });

  it('is described, with the shapes of rules under their own names', async () => {
    const { status, body } = await eligibility.anonymous.untyped.get<{
      components: { schemas: Record<string, object> };
    }>('/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(['Condition', 'Criterion', 'Term']));
  });
});
