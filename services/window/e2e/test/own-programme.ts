import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Application, Enrolment } from '@janela/contracts';
import { type People } from '@janela/demo-run';
import { root } from '@janela/servers';

export const ownProgramme = { code: 'SP-JOURNEY', title: 'Pension of the journey' };

const members = 5;

/** Publishes a second social pension, which has no cycle yet, and enrols some who have the first, by the roles whose work it is. */
export async function openOwnProgramme(people: People): Promise<void> {
  await publish(people);
  const pensioners = `/eligibility/v1/enrolments?programme=SP65&state=active`;
  const personIds: string[] = [];
  for await (const { personId } of people.supervisor.list<Enrolment>(pensioners))
    if (personId) personIds.push(personId);
  for (const personId of personIds.slice(0, members)) {
    const body = { personId, programme: ownProgramme.code };
    const key = `journey-${personId}`;
    await people.caseworker.ask('/eligibility/v1/applications', { body, key });
  }
  const waiting = '/eligibility/v1/applications?state=recommended';
  for await (const { id, version, programme } of people.supervisor.list<Application>(waiting)) {
    if (programme !== ownProgramme.code) continue;
    await people.supervisor.ask(`/eligibility/v1/applications/${id}/decision`, {
      body: { outcome: 'approved', reason: 'The age is on the card.' },
      version,
    });
  }
  await arrival(people['payments-officer']);
}

async function publish({ designer, publisher }: People): Promise<void> {
  const file = join(root, 'countries', 'zambia', 'programmes', 'social-pension.json');
  const pension = JSON.parse(readFileSync(file, 'utf8')) as {
    names: object;
    versions: { ruleSet: { code: string } }[];
  };
  const names = { en: ownProgramme.title, pt: ownProgramme.title, fr: ownProgramme.title };
  const versions = pension.versions.map((each) => ({ ...each, ruleSet: { ...each.ruleSet, code: 'journey_pension' } }));
  const body = { ...pension, code: ownProgramme.code, names, versions };
  const { id } = await designer.ask<{ id: string }>('/eligibility/v1/programmes', { body });
  await publisher.ask(`/eligibility/v1/programmes/${id}/versions/1/publish`, { body: {} });
}

/** Waits until payments knows all who are enrolled. */
async function arrival(officer: People['payments-officer']): Promise<void> {
  type Programmes = { items: { programme: string; enrolments: number }[] };
  for (let looks = 0; looks < 120; looks += 1) {
    const { items } = await officer.ask<Programmes>('/payments/v1/programmes');
    if (items.some(({ programme, enrolments }) => programme === ownProgramme.code && enrolments === members)) return;
    await sleep(250);
  }
  throw new Error('Payments has not heard of the enrolments of the journey');
}
