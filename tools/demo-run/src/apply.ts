import type { Log } from '@janela/supervisor';

import { ApiError } from './api.ts';
import { inParallel, until } from './in-parallel.ts';
import { districts, type People } from './people.ts';

type Screened = { programme: string; personId?: string; outcome: string; entitlement?: object };
type Application = {
  id: string;
  householdId: string;
  personId?: string;
  version: number;
  recommendation?: { outcome: string; entitlement?: object };
  suspectedDuplicates: { needsReason: boolean; registeredFirst: boolean }[];
};

/** A household of the sample: the number on its form, and where it lives. Not all of them were taken. */
export type Imported = { form: string; areaCode: string };

/** Fewer than a service has connections: a desk full of caseworkers, not a flood. */
const atOnce = 6;
const doneBefore = ['eligibility.application_open', 'eligibility.already_enrolled'];

/** In each district, the caseworker screens every household and applies for what it qualifies for; the supervisor decides. */
export async function applyAndDecide(
  people: People,
  households: readonly Imported[],
  suspects: ReadonlySet<string>,
  log: Log,
): Promise<void> {
  let [screened, withoutConsent, applied] = [0, 0, 0];
  for (const { areaCode, caseworker } of districts) {
    const here = households.filter((household) => household.areaCode.startsWith(areaCode));
    await inParallel(here, atOnce, async ({ form }) => {
      const householdId = await find(people[caseworker], form);
      if (householdId === undefined) return;
      const results = await screen(people[caseworker], householdId);
      if (results) screened += 1;
      else withoutConsent += 1;
      for (const result of results?.filter(isClear) ?? [])
        // Awaited before it is added: others add meanwhile.
        if (await apply(people[caseworker], householdId, result)) applied += 1;
    });
  }
  const { approved, refused } = await decideAll(people, suspects);
  log(`Screening: ${screened} households; ${withoutConsent} have not consented to it. Applications: ${applied} new.`);
  log(`Decisions: ${approved} approved, ${refused} refused because the same person is registered already.`);
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

/** What a household qualifies for; nothing where it has not consented to being screened. */
async function screen(caseworker: People['caseworker'], householdId: string): Promise<Screened[] | undefined> {
  const answer = await until(`the facts of household ${householdId}`, async () => {
    try {
      return await caseworker.ask<{ results?: Screened[] }>('/eligibility/v1/screenings', { body: { householdId } });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'eligibility.no_consent') return { results: undefined };
      if (error.code === 'eligibility.facts_not_arrived') return undefined;
      throw error;
    }
  });
  return answer.results;
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

/**
 * Of two entries that share an official number, refuses the one that was registered later; then approves what the rules recommend.
 * Nothing is decided before all suspicions of the register are known to eligibility.
 */
async function decideAll(
  people: People,
  suspects: ReadonlySet<string>,
): Promise<{ approved: number; refused: number }> {
  let [approved, refused] = [0, 0];
  const twice = {
    outcome: 'refused',
    reason: 'The same person is registered already, by the official number.',
  } as const;
  for (const { supervisor } of districts) {
    const later = (await waitingApplications(people[supervisor], suspects)).filter(isRegisteredLater);
    const done = await decide(people[supervisor], later, twice);
    refused += done;
  }
  const right = { outcome: 'approved', reason: 'The reasons were looked at and are right.' } as const;
  for (const { supervisor } of districts) {
    const waiting = await waitingApplications(people[supervisor], suspects);
    const clear = waiting.filter(({ recommendation }) => recommendation?.outcome === 'eligible');
    const done = await decide(people[supervisor], clear, right);
    approved += done;
  }
  return { approved, refused };
}

const isRegisteredLater = ({ suspectedDuplicates }: Application): boolean =>
  suspectedDuplicates.some(({ needsReason, registeredFirst }) => needsReason && !registeredFirst);

async function waitingApplications(
  supervisor: People['supervisor'],
  suspects: ReadonlySet<string>,
): Promise<Application[]> {
  return until('the arrival of suspected duplicates at eligibility', async () => {
    const found: Application[] = [];
    for await (const each of supervisor.list<Application>('/eligibility/v1/applications?state=recommended'))
      found.push(each);
    const isKnown = ({ personId, householdId, suspectedDuplicates }: Application) =>
      !suspects.has(personId ?? householdId) || suspectedDuplicates.length > 0;
    return found.every(isKnown) ? found : undefined;
  });
}

async function decide(
  supervisor: People['supervisor'],
  applications: readonly Application[],
  body: { outcome: 'approved' | 'refused'; reason: string },
): Promise<number> {
  let decided = 0;
  await inParallel(applications, atOnce, async ({ id, version }) => {
    const path = `/eligibility/v1/applications/${id}/decision`;
    const done = await supervisor.askUnless(['eligibility.amount_unknown'], path, { body, version });
    if (done) decided += 1;
  });
  return decided;
}
