import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appealStates, caseChannels, CaseLevel, CaseResolution, caseStates, CaseSubject } from '@janela/contracts';

import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

describe('the lists of the database', () => {
  it.each([
    ['cases_state_known', caseStates.states],
    ['cases_channel_known', caseChannels],
    ['cases_level_known', CaseLevel.options],
    ['cases_resolution_known', CaseResolution.options],
    ['case_categories_starts_at_known', CaseLevel.options],
    ['appeals_state_known', appealStates.states],
  ])('%s are those of the contracts', async (name, expected) => {
    const [row] = await grievances.rows<{ rule: string }>(
      'SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = $1',
      [name],
    );
    expect([...(row?.rule ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word)).toEqual([...expected]);
  });

  it('of what a category needs is that of the contracts', async () => {
    const [row] = await grievances.rows<{ rule: string }>(
      `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'case_categories_needs_known'`,
    );
    expect(/\{(.*)\}/.exec(row?.rule ?? '')?.[1]?.split(',')).toEqual(CaseSubject.options);
  });
});
