import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Application } from '@janela/contracts';
import { describeRoutes } from '@janela/platform';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadZambia, startEligibility } from './eligibility.harness.ts';
import { type PublishedHousehold, registered } from './support/published-households.ts';
import { oldMan, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let home: PublishedHousehold;
let application: Application;
let enrolmentId: string;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  const [caseworker, supervisor] = await Promise.all([eligibility.as('caseworker'), eligibility.as('supervisor')]);
  home = await registered(eligibility, widow);
  application = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
  const enrolled = await registered(eligibility, oldMan);
  const other = await applied(caseworker, { householdId: enrolled.householdId, programme: 'SCT' });
  const path = `/v1/applications/${other.id}/decision` as const;
  enrolmentId = ok(await supervisor.post(path, { outcome: 'approved' }, ifMatch(other))).enrolmentId ?? '';
});
afterAll(() => eligibility.stop());

/** What a caller gets of the household in Samfya: the status of an answer, or how many items there are in a list. */
type Look = (caller: Caller<'eligibility'>) => Promise<number>;
const status =
  (look: (caller: Caller<'eligibility'>) => Promise<{ status: number }>): Look =>
  async (caller) =>
    (await look(caller)).status;
const count =
  (path: () => string): Look =>
  async (caller) =>
    ok(await caller.untyped.get<{ items: unknown[] }>(path())).items.length;
const change = { 'if-match': '"99"' };

/** Every route that is about a household, with what is seen inside and outside of its area. */
const looks: Record<string, { look: Look; inside: number; outside: number }> = {
  'POST /v1/screenings': {
    look: status((caller) => caller.post('/v1/screenings', { householdId: home.householdId })),
    inside: 200,
    outside: 404,
  },
  'POST /v1/applications': {
    look: status((caller) => caller.post('/v1/applications', { householdId: home.householdId, programme: 'SCT' })),
    inside: 409,
    outside: 404,
  },
  'GET /v1/applications': { look: count(() => '/v1/applications?state=recommended'), inside: 1, outside: 0 },
  'GET /v1/applications/:id': {
    look: status((caller) => caller.get(`/v1/applications/${application.id}`)),
    inside: 200,
    outside: 404,
  },
  'POST /v1/applications/:id/decision': {
    look: status((caller) =>
      caller.post(`/v1/applications/${application.id}/decision`, { outcome: 'approved' }, change),
    ),
    inside: 412,
    outside: 404,
  },
  'GET /v1/enrolments': { look: count(() => '/v1/enrolments?programme=SCT'), inside: 1, outside: 0 },
  'GET /v1/enrolments/:id': {
    look: status((caller) => caller.get(`/v1/enrolments/${enrolmentId}`)),
    inside: 200,
    outside: 404,
  },
  ...Object.fromEntries(
    Object.entries({ suspend: 'case_open', resume: 'case_resolved', end: 'graduated' }).map(([what, reason]) => [
      `POST /v1/enrolments/:id/${what}`,
      {
        look: status((caller) => caller.untyped.post(`/v1/enrolments/${enrolmentId}/${what}`, { reason }, change)),
        inside: 412,
        outside: 404,
      },
    ]),
  ),
  'GET /v1/waiting-lists': {
    look: status((caller) => caller.get('/v1/waiting-lists?areaCode=ZM104011')),
    inside: 200,
    outside: 403,
  },
};

const inside = [['ZM104011'], ['ZM104'], ['ZM'], ['ZM104005', 'ZM104011']];
const outside = [['ZM104005'], ['ZM101'], ['ZM104011W03'], ['ZM1'], ['MZ'], []];
const supervisorOf = (areas: string[]) =>
  eligibility.as({ roles: ['supervisor'], areas, id: `supervisor of ${areas.join()}` });

describe('what is about a household', () => {
  it('is looked at on every route that has anything to do with one', () => {
    const others = /programmes|scorecards|consumed|parked-events|^GET \/(health|metrics|docs|openapi)/;
    const routes = describeRoutes(eligibility.service.running.app).map(({ method, path }) => `${method} ${path}`);
    expect(routes.filter((route) => !others.test(route)).toSorted()).toEqual(Object.keys(looks).toSorted());
  });

  it.each(Object.keys(looks))('is there inside its area, and nowhere else: %s', async (route) => {
    const expected = looks[route];
    const seen = async (areas: string[]) => [areas, await expected?.look(await supervisorOf(areas))];
    expect(await Promise.all(inside.map(seen))).toEqual(inside.map((areas) => [areas, expected?.inside]));
    expect(await Promise.all(outside.map(seen))).toEqual(outside.map((areas) => [areas, expected?.outside]));
  });

  it('is kept apart by the database as well', async () => {
    for (const table of ['household_facts', 'applications', 'determinations', 'decisions', 'enrolments']) {
      const rows = await eligibility.db.query(`SELECT FROM ${table}`);
      expect([table, rows]).toEqual([table, []]);
    }
  });
});
