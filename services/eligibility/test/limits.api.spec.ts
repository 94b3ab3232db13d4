import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Application,
  DecideApplication,
  EndEnrolment,
  type Enrolment,
  type Programme,
  ProgrammeDefinition,
  ProgrammeVersion,
  PublishProgrammeVersion,
  RequestScreening,
  ResumeEnrolment,
  Scorecard,
  SdgComponent,
  SubmitApplication,
  SuspendEnrolment,
} from '@janela/contracts';
import {
  type BodyRoute,
  type Caller,
  type Given,
  type Harness,
  ifMatch,
  ok,
  routesNotTried,
  seeded,
  sendAnyBody,
} from '@janela/testing';

import { applied, loadZambia, startEligibility } from './eligibility.harness.ts';
import { registered } from './support/published-households.ts';
import { couple, widow } from './support/situations.ts';
import { versionOf, zambia } from './support/zambia.ts';

const random = seeded('whatever a contract of eligibility accepts');

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;
let designer: Caller<'eligibility'>;
let publisher: Caller<'eligibility'>;
beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor, designer, publisher] = (await Promise.all([
    ...[
      eligibility.as('caseworker'),
      eligibility.as('supervisor'),
      eligibility.as('designer'),
      eligibility.as('publisher'),
    ],
  ])) as [Caller<'eligibility'>, Caller<'eligibility'>, Caller<'eligibility'>, Caller<'eligibility'>];
});
afterAll(() => eligibility.stop());

const at = (path: string, of?: { version: number }) => ({ path, ...(of && { headers: ifMatch(of) }) });
let householdId: string;
const live = async () => (householdId = (await registered(eligibility, random.pick([widow, couple]))).householdId);
const day = () => random.pick([undefined, undefined, '2026-11-01']);

async function application(): Promise<Application> {
  return applied(caseworker, { householdId: await live(), programme: 'SCT' });
}
async function enrolled(): Promise<Enrolment> {
  const of = await application();
  const path = `/v1/applications/${of.id}/decision` as const;
  const body = ok(await supervisor.post(path, { outcome: 'approved', reason: 'As was seen.' }, ifMatch(of)));
  return ok(await caseworker.get(`/v1/enrolments/${body.enrolmentId}`));
}
const change =
  (verb: string, before?: string): BodyRoute['to'] =>
  async () => {
    const of = await enrolled();
    const stopped = before
      ? ok(
          await supervisor.untyped.post<Enrolment>(
            `/v1/enrolments/${of.id}/${before}`,
            { reason: 'case_open' },
            ifMatch(of),
          ),
        )
      : of;
    return at(`/v1/enrolments/${of.id}/${verb}`, stopped);
  };

/** Rules are tried elsewhere, by rules of chance; here are the words and figures beside them. */
const likeTransfer = zambia.programmes['social-cash-transfer'] as ProgrammeDefinition;
const real = versionOf('social-cash-transfer');
const code = () => `P${random.between(0, 999_999)}`;
const long = () => '\u{1F600}'.repeat(250);
const fixed = () => random.pick([0, 1, 40_000, Number.MAX_SAFE_INTEGER]);
const amount = () => ({ ...real.amount, base: { fixed: fixed() } });
const version = () => ({
  ...real,
  version: 1,
  amount: amount(),
  title: random.pick([real.title, { en: long(), pt: long(), fr: long() }]),
});
let card = '';
const programme: Given = {
  code,
  versions: () => [version()],
  provenance: () => likeTransfer.provenance,
  order: () => [],
  unit: () => 'household',
  currency: () => 'ZMW',
  contributory: () => false,
};

async function written(): Promise<Programme> {
  const of = { ...structuredClone(likeTransfer), code: code() };
  return ok(await designer.post('/v1/programmes', of));
}

/** Every route that takes a body. */
const routes: Record<string, () => BodyRoute> = {
  'POST /v1/screenings': () => ({
    by: caseworker,
    schema: RequestScreening,
    given: { householdId: () => householdId, asOf: day },
    to: async () => {
      await live();
      return at('/v1/screenings');
    },
  }),
  'POST /v1/applications': () => ({
    by: caseworker,
    schema: SubmitApplication,
    given: { householdId: () => householdId, programme: () => random.pick(['SCT', undefined]) },
    to: async () => {
      await live();
      return at('/v1/applications');
    },
  }),
  'POST /v1/applications/:id/decision': () => ({
    by: supervisor,
    schema: DecideApplication,
    to: async () => {
      const of = await application();
      return at(`/v1/applications/${of.id}/decision`, of);
    },
  }),
  'POST /v1/enrolments/:id/suspend': () => ({
    by: supervisor,
    schema: SuspendEnrolment,
    given: { from: day },
    to: change('suspend'),
  }),
  'POST /v1/enrolments/:id/resume': () => ({
    by: supervisor,
    schema: ResumeEnrolment,
    given: { from: day },
    to: change('resume', 'suspend'),
  }),
  'POST /v1/enrolments/:id/end': () => ({
    by: supervisor,
    schema: EndEnrolment,
    given: { from: day },
    to: change('end'),
  }),
  'POST /v1/programmes': () => ({
    by: designer,
    schema: ProgrammeDefinition,
    given: programme,
    to: () => at('/v1/programmes'),
  }),
  'POST /v1/programmes/:id/versions': () => ({
    by: designer,
    schema: ProgrammeVersion.omit({ contribution: true }).required({ amount: true }),
    given: {
      amount,
      version: () => 3,
      ruleSet: () => real.ruleSet,
      provenance: () => real.provenance,
      validFrom: () => '2027-01-01',
    },
    to: async () => at(`/v1/programmes/${(await written()).id}/versions`),
  }),
  'POST /v1/programmes/:id/versions/:number/publish': () => ({
    by: publisher,
    schema: PublishProgrammeVersion,
    given: { from: day },
    to: async () => at(`/v1/programmes/${(await written()).id}/versions/1/publish`),
  }),
  'PUT /v1/scorecards/:code': () => ({
    by: designer,
    schema: Scorecard,
    to: () => at(`/v1/scorecards/${(card = `card_${random.between(0, 999_999)}`)}`),
    given: {
      code: () => card,
      ...Object.fromEntries(
        (['lines', 'questions', 'lookup'] as const).map((name) => [name, () => (zambia.ppi as Scorecard)[name]]),
      ),
    },
  }),
};

describe('whatever a contract accepts', () => {
  it('is tried on every route that changes something', () => {
    expect(routesNotTried(eligibility.service, Object.keys(routes))).toEqual([]);
  });

  it.each(Object.entries(routes))('makes no mistake of ours, and is taken: %s', async (name, route) => {
    await sendAnyBody(name, route(), random);
    await eligibility.published();
  });

  it('of what a programme counts towards can be listed: each once', async () => {
    const counts = ProgrammeDefinition.shape.sdgComponents;
    const all = SdgComponent.options;
    expect([counts.safeParse(all).success, counts.safeParse([...all, all[0]]).success]).toEqual([true, false]);
    const of = { ...structuredClone(likeTransfer), code: code(), sdgComponents: [...all] };
    const body = ok(await designer.post('/v1/programmes', of));
    const published = await publisher.post(`/v1/programmes/${body.id}/versions/1/publish`, { reason: 'As was seen.' });
    expect(published.status).toBe(200);
    const twice = await designer.post('/v1/programmes', { ...of, code: code(), sdgComponents: [...all, ...all] });
    expect(twice.status).toBe(400);
  });

  it('of a programme is published and applied for, and what it pays is published', async () => {
    const drafts = ok(await designer.get('/v1/programmes?limit=200')).items;
    let paid = 0;
    for (const { id, code: its, versions } of drafts
      .filter(({ versions: all }) => all[0]?.state === 'draft')
      .slice(0, 12)) {
      const path = `/v1/programmes/${id}/versions/${versions[0]?.version}/publish` as const;
      const published = await publisher.post(path, { reason: 'As was seen.' });
      expect([its, published.status]).toEqual([its, 200]);
      const household = await registered(eligibility, widow);
      const asked = await caseworker.post('/v1/applications', { householdId: household.householdId, programme: its });
      expect([its, asked.status, asked.text.slice(0, 500)]).toEqual([its, 201, asked.text.slice(0, 500)]);
      const decided = await supervisor.untyped.post(
        `/v1/applications/${asked.body.id}/decision`,
        approval,
        ifMatch(asked.body),
      );
      expect([its, decided.status < 500]).toEqual([its, true]);
      if (decided.status === 200) paid += 1;
    }
    expect(paid).toBeGreaterThan(0);
    await eligibility.published();
  });
});

const approval = { outcome: 'approved', reason: 'As was seen.' };
