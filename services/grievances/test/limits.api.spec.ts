import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ActOnCase, type Case, DecideAppeal, FileAppeal, FileCase, PublishCategories } from '@janela/contracts';
import { type BodyRoute, type Given, ifMatch, routesNotTried, seeded, sendAnyBody } from '@janela/testing';

import { categories, complaint, samfya } from './complaints.ts';
import { type Grievances, startGrievances } from './grievances.harness.ts';

const random = seeded('whatever a contract of grievances accepts');

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

/** About whom a complaint is, where its category asks; the rest is chance. */
let householdId: string;
let applicationId: string;
let contested: Case;

async function caseAbout(): Promise<Case> {
  householdId = await grievances.household();
  applicationId = await grievances.application({ householdId });
  return (await grievances.file({ category: 'decision_refused', applicationId })).body;
}
async function worked(): Promise<Case> {
  const { body: filed } = await grievances.file(complaint());
  return (await grievances.act(filed, { action: 'assign' })).body;
}
const where: Given = {
  areaCode: () => random.pick([samfya, undefined]),
  householdId: () => householdId,
  applicationId: () => applicationId,
};
const to = (found: { id: string; version: number }, path: string) => ({ path, headers: ifMatch(found) });

/** Every route that takes a body. */
const routes: Record<string, () => BodyRoute> = {
  'POST /v1/cases': () => ({
    by: grievances.caseworker,
    schema: FileCase,
    given: { ...where, category: () => random.pick(categories).code, paymentId: () => undefined },
    to: async () => {
      await caseAbout();
      return { path: '/v1/cases' };
    },
  }),
  'POST /v1/cases/:id/actions': () => ({
    by: grievances.officer,
    schema: ActOnCase,
    given: { to: () => random.pick(['grievance-officer', undefined]) },
    to: async () => {
      const found = await worked();
      return to(found, `/v1/cases/${found.id}/actions`);
    },
  }),
  'POST /v1/appeals': () => ({
    by: grievances.caseworker,
    schema: FileAppeal,
    given: { caseId: () => contested.id, applicationId: () => applicationId },
    to: async () => {
      contested = await caseAbout();
      return { path: '/v1/appeals' };
    },
  }),
  'POST /v1/appeals/:id/decision': () => ({
    by: grievances.reviewer,
    schema: DecideAppeal,
    to: async () => {
      const about = { caseId: (await caseAbout()).id, applicationId, grounds: 'We were not asked.' };
      const { body } = await grievances.caseworker.post('/v1/appeals', about);
      return to(body, `/v1/appeals/${body.id}/decision`);
    },
  }),
  'PUT /v1/categories': () => ({
    by: grievances.administrator,
    schema: PublishCategories,
    to: () => ({ path: '/v1/categories' }),
    given: {
      acknowledgeWithinHours: () => 1,
      resolveWithinHours: () => random.pick([1, 8760]),
      escalateWithinHours: () => 8760,
    },
  }),
};

describe('whatever a contract accepts', () => {
  it('is tried on every route that changes something', () => {
    expect(routesNotTried(grievances.service, Object.keys(routes))).toEqual([]);
  });

  it.each(Object.entries(routes))('makes no mistake of ours, and is taken: %s', async (name, route) => {
    await sendAnyBody(name, route(), random);
    await grievances.published();
  });

  it('of a category can be complained about, and published', async () => {
    const { body } = await grievances.caseworker.get('/v1/categories');
    for (const { code: category, sensitive } of body.items) {
      const filed = await grievances.file({ ...complaint(), ...(await everySubject()), category });
      expect(filed.status).toBeLessThan(500);
      if (filed.status < 300 && !sensitive)
        expect((await grievances.act(filed.body, { action: 'assign' })).status).toBeLessThan(500);
    }
    await grievances.published();
  });
});

/** All that a complaint can be about. */
async function everySubject(): Promise<Partial<FileCase>> {
  await caseAbout();
  return { householdId, applicationId, paymentId: await grievances.payment(householdId) };
}
