import { setTimeout as sleep } from 'node:timers/promises';

import { bodyOf, conditions } from '@janela/api-client';
import type { Member } from '@janela/contracts';
import type { People } from '@janela/demo-run';

const programme = 'SP65';
const waits = { looks: 120, ms: 250 };

interface Found {
  householdId: string;
  version: number;
  member: Member;
}

/**
 * Enrols two people in one programme, and then writes the official number of the first down for the second as well. Returns the
 * household whose enrolment is suspended for that.
 */
export async function suspectTwice(people: People, [first, second]: [string, string], nrc: string): Promise<string> {
  for (const name of [first, second]) await enrol(people, (await find(people, name)).member.personId);
  const { householdId, version, member } = await find(people, second);
  await people.caseworker.registry.PATCH('/v1/households/{id}', {
    params: { path: { id: householdId } },
    body: {
      reason: 'correction',
      members: [{ personId: member.personId, identifiers: [{ type: 'ZM-NRC', value: nrc }] }],
    },
    headers: conditions({ version }),
  });
  await until(async () => {
    const query = { householdId, state: 'suspended' } as const;
    const { items } = await bodyOf(people.supervisor.eligibility.GET('/v1/enrolments', { params: { query } }));
    return items[0];
  });
  return householdId;
}

/** Returns the head of the household of a person, by the name under which both are found. */
export async function find({ caseworker }: People, name: string): Promise<Found> {
  const { items } = await bodyOf(caseworker.registry.GET('/v1/people', { params: { query: { q: name } } }));
  const householdId = items[0]?.householdId;
  if (householdId === undefined) throw new Error(`No one is called ${name}`);
  const path = { id: householdId };
  const { version, members } = await bodyOf(caseworker.registry.GET('/v1/households/{id}', { params: { path } }));
  const [member] = members;
  if (!member) throw new Error(`The household of ${name} is empty`);
  return { householdId, version, member };
}

async function enrol({ caseworker, supervisor }: People, personId: string): Promise<void> {
  const { id } = await bodyOf(
    caseworker.eligibility.POST('/v1/applications', {
      body: { personId, programme },
      headers: conditions({ idempotencyKey: `twice-${personId}` }),
    }),
  );
  const path = { id };
  const { version } = await until(async () => {
    const application = await bodyOf(supervisor.eligibility.GET('/v1/applications/{id}', { params: { path } }));
    return application.state === 'recommended' ? application : undefined;
  });
  await supervisor.eligibility.POST('/v1/applications/{id}/decision', {
    params: { path },
    body: { outcome: 'approved', reason: 'The age is on the card.' },
    headers: conditions({ version }),
  });
}

async function until<Thing>(look: () => Promise<Thing | undefined>): Promise<Thing> {
  for (let looks = 0; looks < waits.looks; looks += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(waits.ms);
  }
  throw new Error('What the journey waits for did not happen');
}
