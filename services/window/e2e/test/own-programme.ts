import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { bodyOf, conditions, itemsOf } from '@janela/api-client';
import type { ProgrammeDefinition } from '@janela/contracts';
import { type People } from '@janela/demo-run';
import { root } from '@janela/servers';

export const ownProgramme = { code: 'SP-JOURNEY', title: 'Pension of the journey' };

const members = 5;

/** Publishes a second social pension, which has no cycle yet, and enrols some who have the first, by the roles whose work it is. */
export async function openOwnProgramme(people: People): Promise<void> {
  await publish(people);
  const pensioners = itemsOf((page) =>
    people.supervisor.eligibility.GET('/v1/enrolments', {
      params: { query: { programme: 'SP65', state: 'active', ...page } },
    }),
  );
  const personIds: string[] = [];
  for await (const { personId } of pensioners) if (personId) personIds.push(personId);
  for (const personId of personIds.slice(0, members))
    await people.caseworker.eligibility.POST('/v1/applications', {
      body: { personId, programme: ownProgramme.code },
      headers: conditions({ idempotencyKey: `journey-${personId}` }),
    });
  const waiting = itemsOf((page) =>
    people.supervisor.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', ...page } } }),
  );
  for await (const { id, version, programme } of waiting) {
    if (programme !== ownProgramme.code) continue;
    await people.supervisor.eligibility.POST('/v1/applications/{id}/decision', {
      params: { path: { id } },
      body: { outcome: 'approved', reason: 'The age is on the card.' },
      headers: conditions({ version }),
    });
  }
  await arrival(people['payments-officer']);
}

async function publish({ designer, publisher }: People): Promise<void> {
  const file = join(root, 'countries', 'zambia', 'programmes', 'social-pension.json');
  const pension = JSON.parse(readFileSync(file, 'utf8')) as ProgrammeDefinition;
  const names = { en: ownProgramme.title, pt: ownProgramme.title, fr: ownProgramme.title };
  const versions = pension.versions.map((each) => ({ ...each, ruleSet: { ...each.ruleSet, code: 'journey_pension' } }));
  const body = { ...pension, code: ownProgramme.code, names, versions };
  const { id } = await bodyOf(designer.eligibility.POST('/v1/programmes', { body }));
  await publisher.eligibility.POST('/v1/programmes/{id}/versions/{number}/publish', {
    params: { path: { id, number: '1' } },
    body: {},
  });
}

/** Waits until payments knows all who are enrolled. */
async function arrival(officer: People['payments-officer']): Promise<void> {
  for (let looks = 0; looks < 120; looks += 1) {
    const { items } = await bodyOf(officer.payments.GET('/v1/programmes'));
    if (items.some(({ programme, enrolments }) => programme === ownProgramme.code && enrolments === members)) return;
    await sleep(250);
  }
  throw new Error('The enrolments of the journey have not arrived at payments');
}
