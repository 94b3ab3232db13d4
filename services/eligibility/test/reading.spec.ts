import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application, Enrolment } from '@janela/contracts';
import { type Caller, readingProblems, type TestService } from '@janela/testing';

import {
  applied,
  ifMatch,
  loadProgramme,
  loadZambia,
  ok,
  programmeLike,
  registered,
  startEligibility,
} from './eligibility.ts';
import { widow } from './support/situations.ts';

let service: TestService;
let caseworker: Caller;
let householdId: string;
let application: Application;
let enrolmentId: string;
let waiting: Application;

beforeAll(async () => {
  service = await startEligibility();
  await loadZambia(service);
  const full = { areaLevel: 2, places: { ZM104011: 0 }, order: [] };
  await loadProgramme(service, programmeLike('social-cash-transfer', { code: 'FULL', quota: full }), 'Nobody yet.');
  const supervisor = await service.as('supervisor');
  caseworker = await service.as('caseworker');
  householdId = (await registered(service, widow)).householdId;
  const approved = async (programme: string) => {
    const of = await applied<Application>(caseworker, { householdId, programme });
    const path = `/v1/applications/${of.id}/decision`;
    return ok(await supervisor.post<Application>(path, { outcome: 'approved' }, ifMatch(of))).body;
  };
  application = await approved('SCT');
  waiting = await approved('FULL');
  enrolmentId = ok(await caseworker.get<Enrolment>(`/v1/enrolments/${application.enrolmentId}`)).body.id;
});
afterAll(() => service.stop());

const rules = 'It says how the country judges, and shows nobody.';

describe('whatever shows who applied, receives or waits', () => {
  it('is on record, by every route that reads', async () => {
    const shown = (path: string, shows: string) => ({ by: caseworker, path, shows, names: householdId });
    const problems = await readingProblems(service, {
      'GET /v1/programmes': rules,
      'GET /v1/programmes/:id': rules,
      'GET /v1/scorecards/:code': rules,
      'GET /v1/applications': shown(`/v1/applications?householdId=${householdId}`, application.id),
      'GET /v1/applications/:id': shown(`/v1/applications/${application.id}`, householdId),
      'GET /v1/enrolments': shown(`/v1/enrolments?householdId=${householdId}`, enrolmentId),
      'GET /v1/enrolments/:id': shown(`/v1/enrolments/${enrolmentId}`, householdId),
      'GET /v1/waiting-lists': shown('/v1/waiting-lists?programme=FULL&areaCode=ZM104011', waiting.enrolmentId ?? '?'),
    });
    expect(problems).toEqual([]);
  });
});
