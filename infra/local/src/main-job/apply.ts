import type { Say } from '../say.ts';
import { inParallel, until } from './in-parallel.ts';
import { districts, type People } from './people.ts';

type Screened = { programme: string; personId?: string; outcome: string; entitlement?: object };
type Application = { id: string; version: number; recommendation?: { outcome: string; entitlement?: object } };

/** A household of the sample: the number on its form, and where it lives. Not all of them were taken. */
export type Imported = { form: string; areaCode: string };

/** Fewer than a service has connections: a desk full of caseworkers, not a flood. */
const atOnce = 6;
const doneBefore = ['eligibility.application_open', 'eligibility.already_enrolled'];

/** In each district, the caseworker screens every household and applies for what it qualifies for; the supervisor decides. */
export async function applyAndDecide(people: People, households: readonly Imported[], say: Say): Promise<void> {
  let [screened, applied, decided] = [0, 0, 0];
  for (const { areaCode, caseworker, supervisor } of districts) {
    const here = households.filter((household) => household.areaCode.startsWith(areaCode));
    await inParallel(here, atOnce, async ({ form }) => {
      const householdId = await find(people[caseworker], form);
      if (householdId === undefined) return;
      const results = await screen(people[caseworker], householdId);
      screened += 1;
      for (const result of results.filter(isClear))
        // Awaited before it is added: others add meanwhile.
        if (await apply(people[caseworker], householdId, result)) applied += 1;
    });
    decided += await decideAll(people[supervisor]);
  }
  say(`Screening: ${screened} households. Applications: ${applied} new. Decisions: ${decided} new.`);
}

/** The household with this form, if the register took it. */
export async function find(caseworker: People['caseworker'], form: string): Promise<string | undefined> {
  const { items } = await caseworker.ask<{ items: { id: string }[] }>(
    `/registry/v1/households?externalReference=${form}`,
  );
  return items[0]?.id;
}

/** The machine recommends; what it cannot tell, or cannot give an amount for, waits for a person. */
const isClear = ({ outcome }: Screened): boolean => outcome === 'eligible';

async function screen(caseworker: People['caseworker'], householdId: string): Promise<Screened[]> {
  return until(`the facts of household ${householdId}`, async () => {
    const answer = await caseworker.askUnless<{ results: Screened[] }>(
      ['eligibility.facts_not_arrived'],
      '/eligibility/v1/screenings',
      { body: { householdId } },
    );
    return answer?.results;
  });
}

async function apply(
  caseworker: People['caseworker'],
  householdId: string,
  { programme, personId }: Screened,
): Promise<boolean> {
  const body = { programme, ...(personId ? { personId } : { householdId }) };
  const key = `main-job-${programme}-${personId ?? householdId}`;
  const done = await caseworker.askUnless(doneBefore, '/eligibility/v1/applications', { body, key });
  return done !== undefined;
}

async function decideAll(supervisor: People['supervisor']): Promise<number> {
  const waiting: Application[] = [];
  for await (const each of supervisor.list<Application>('/eligibility/v1/applications?state=recommended'))
    waiting.push(each);
  const clear = waiting.filter(({ recommendation }) => recommendation?.outcome === 'eligible');
  let decided = 0;
  await inParallel(clear, atOnce, async ({ id, version }) => {
    const done = await supervisor.askUnless(
      ['eligibility.amount_unknown'],
      `/eligibility/v1/applications/${id}/decision`,
      {
        body: { outcome: 'approved', reason: 'The reasons were looked at and are right.' },
        version,
      },
    );
    if (done) decided += 1;
  });
  return decided;
}
