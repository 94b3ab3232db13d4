import { type Api, bodyOf, conditions, itemsOf } from '@janela/api-client';
import type { Application, DecideApplication, ScreeningResult } from '@janela/contracts';
import type { Log } from '@janela/supervisor';

import { ApiError, bodyUnlessDone } from './api.ts';
import { inParallel, until } from './in-parallel.ts';
import { districts, type People } from './people.ts';

/** A household of the sample: the number on its form, and where it lives. Not all of them were taken. */
export type Imported = { form: string; areaCode: string };

/** Fewer than a service has connections: an office full of caseworkers, not a flood. */
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
      const householdId = await findHousehold(people[caseworker], form);
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

/** Returns the household with this form, if the register took it. */
export async function findHousehold(caseworker: Api, form: string): Promise<string | undefined> {
  const query = { externalReference: form };
  const { items } = await bodyOf(caseworker.registry.GET('/v1/households', { params: { query } }));
  return items[0]?.id;
}

/** The machine recommends; what it cannot decide, or cannot give an amount for, waits for a person. */
const isClear = ({ outcome }: ScreeningResult): boolean => outcome === 'eligible';

/** What a household qualifies for; nothing where it has not consented to being screened. */
async function screen(caseworker: Api, householdId: string): Promise<ScreeningResult[] | undefined> {
  const answer = await until(`the facts of household ${householdId}`, async () => {
    try {
      return await bodyOf(caseworker.eligibility.POST('/v1/screenings', { body: { householdId } }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'eligibility.no_consent') return { results: undefined };
      if (error.code === 'eligibility.facts_not_arrived') return undefined;
      throw error;
    }
  });
  return answer.results;
}

async function apply(caseworker: Api, householdId: string, { programme, personId }: ScreeningResult): Promise<boolean> {
  const done = await bodyUnlessDone(
    caseworker.eligibility.POST('/v1/applications', {
      body: { programme, ...(personId ? { personId } : { householdId }) },
      headers: conditions({ idempotencyKey: `main-job-${programme}-${personId ?? householdId}` }),
    }),
    doneBefore,
  );
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
    reason: 'The same person is registered already, by the identity number.',
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

async function waitingApplications(supervisor: Api, suspects: ReadonlySet<string>): Promise<Application[]> {
  return until('the arrival of suspected duplicates at eligibility', async () => {
    const found: Application[] = [];
    const recommended = itemsOf((page) =>
      supervisor.eligibility.GET('/v1/applications', { params: { query: { state: 'recommended', ...page } } }),
    );
    for await (const each of recommended) found.push(each);
    const isKnown = ({ personId, householdId, suspectedDuplicates }: Application) =>
      !suspects.has(personId ?? householdId) || suspectedDuplicates.length > 0;
    return found.every(isKnown) ? found : undefined;
  });
}

async function decide(supervisor: Api, applications: readonly Application[], body: DecideApplication): Promise<number> {
  let decided = 0;
  await inParallel(applications, atOnce, async ({ id, version }) => {
    const done = await bodyUnlessDone(
      supervisor.eligibility.POST('/v1/applications/{id}/decision', {
        params: { path: { id } },
        body,
        headers: conditions({ version }),
      }),
      ['eligibility.amount_unknown'],
    );
    if (done) decided += 1;
  });
  return decided;
}
