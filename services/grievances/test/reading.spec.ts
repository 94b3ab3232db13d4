import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Appeal, Case } from '@janela/contracts';
import { readingProblems } from '@janela/testing';

import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
let filed: Case;
let appeal: Appeal;
beforeAll(async () => {
  grievances = await startGrievances();
  const householdId = await grievances.household();
  const applicationId = await grievances.application({ householdId });
  filed = (await grievances.file({ category: 'decision_refused', applicationId })).body;
  const against = { caseId: filed.id, applicationId, grounds: 'We were not asked about my mother.' };
  appeal = (await grievances.caseworker.post('/v1/appeals', against)).body;
});
afterAll(() => grievances.stop());

describe('whatever shows who complained, or about what', () => {
  it('is on record, by every route that reads', async () => {
    const { officer, reviewer } = grievances;
    const problems = await readingProblems(grievances.service, {
      'GET /v1/categories': 'It says what can be complained about, and shows no person.',
      'GET /v1/track/:number': 'It shows how far a case is to anyone who has the number, and not whose it is.',
      // Which ones is sealed, since there may be sensitive ones among them.
      'GET /v1/cases': { by: officer, path: '/v1/cases?limit=200', shows: filed.id, names: 'case.listed' },
      'GET /v1/cases/:id': { by: officer, path: `/v1/cases/${filed.id}`, shows: filed.description, names: filed.id },
      'GET /v1/appeals': { by: reviewer, path: '/v1/appeals?limit=200', shows: appeal.grounds, names: appeal.id },
      'GET /v1/appeals/:id': {
        by: reviewer,
        path: `/v1/appeals/${appeal.id}`,
        shows: appeal.grounds,
        names: appeal.id,
      },
    });
    expect(problems).toEqual([]);
  });
});
