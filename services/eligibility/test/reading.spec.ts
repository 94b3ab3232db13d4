import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from '@janela/contracts';
import { type Caller, type Harness, ifMatch, ok, readingProblems } from '@janela/testing';

import { applied, loadProgramme, loadZambia, programmeLike, startEligibility } from './eligibility.harness.ts';
import { registered } from './support/published-households.ts';
import { widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let householdId: string;
let application: Application;
let enrolmentId: string;
let waiting: Application;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  const full = { areaLevel: 2, places: { ZM104011: 0 }, order: [] };
  await loadProgramme(
    eligibility,
    programmeLike('social-cash-transfer', { code: 'FULL', quota: full }),
    'No places yet.',
  );
  const supervisor = await eligibility.as('supervisor');
  caseworker = await eligibility.as('caseworker');
  householdId = (await registered(eligibility, widow)).householdId;
  const approved = async (programme: string) => {
    const of = await applied(caseworker, { householdId, programme });
    const path = `/v1/applications/${of.id}/decision` as const;
    return ok(await supervisor.post(path, { outcome: 'approved' }, ifMatch(of)));
  };
  application = await approved('SCT');
  waiting = await approved('FULL');
  enrolmentId = ok(await caseworker.get(`/v1/enrolments/${application.enrolmentId}`)).id;
});
afterAll(() => eligibility.stop());

const rules = 'It says how the country judges, and shows no one.';

describe('whatever shows who applied, receives or waits', () => {
  it('is on record, by every route that reads', async () => {
    const shown = (path: string, shows: string) => ({ by: caseworker, path, shows, names: householdId });
    const problems = await readingProblems(eligibility.service, {
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
