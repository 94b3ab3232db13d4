import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type SubmitApplication,
  type DecideApplication,
  type Application,
  ApplicationDecided,
  ApplicationRecommended,
  ApplicationSubmitted,
  EnrolmentStarted,
  HouseholdClosed,
  HouseholdPayeeConfirmed,
  HouseholdRegistered,
  PersonDied,
} from '@janela/contracts';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadProgramme, loadZambia, outcome, programmeLike, startEligibility } from './eligibility.harness.ts';
import { closed, died, householdData, registered } from './support/published-households.ts';
import { couple, livingIn, newcomer, oldMan, oldWomanUnasked, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor] = await Promise.all([eligibility.as('caseworker'), eligibility.as('supervisor')]);
});
afterAll(() => eligibility.stop());

const apply = (body: SubmitApplication, headers?: Record<string, string>) =>
  caseworker.post('/v1/applications', body, headers);
const decide = (by: Caller<'eligibility'>, application: Application, body: DecideApplication) =>
  by.post(`/v1/applications/${application.id}/decision`, body, ifMatch(application));
const eventsOf = async ({ id }: Application) =>
  (await eligibility.published()).filter(({ key }) => key === id).map(({ type }) => type);

describe('applying', () => {
  it('is recommended at once, with the reasons, and published', async () => {
    const { householdId } = await registered(eligibility, widow);
    const { status, body, headers } = await apply({ householdId, programme: 'SCT' });
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 201, etag: '"1"' });
    expect(body).toMatchObject({
      state: 'recommended',
      householdId,
      programme: 'SCT',
      areaCode: 'ZM104011',
      submittedBy: 'Mutinta Phiri',
      title: { en: 'Social Cash Transfer' },
      earlierDecisions: [],
      recommendation: { outcome: 'eligible', programmeVersion: 2, entitlement: { amountMinor: 80_000 } },
    });
    expect(body.recommendation?.reasons.map(({ criterion }) => criterion)).toContain('vulnerable');
    expect(await eventsOf(body)).toEqual([ApplicationSubmitted.type, ApplicationRecommended.type]);
    expect((await caseworker.get(`/v1/applications/${body.id}`)).body).toEqual(body);
  });

  it('is for the person where the programme covers persons, whose household is found', async () => {
    const { householdId, facts } = await registered(eligibility, widow);
    const personId = facts.members[0]?.personId;
    const body = ok(await apply({ personId, programme: 'SP65' }));
    expect(body).toMatchObject({ householdId, personId, recommendation: { outcome: 'eligible' } });
  });

  it('may be for what the rules do not recommend, or cannot decide', async () => {
    const [able, unknown] = await Promise.all([registered(eligibility, couple), registered(eligibility, newcomer)]);
    const one = ok(await apply({ householdId: able.householdId, programme: 'SCT' }));
    const other = ok(await apply({ householdId: unknown.householdId, programme: 'SCT' }));
    expect([one.recommendation?.outcome, other.recommendation?.outcome]).toEqual(['ineligible', 'needs_review']);
  });

  it('gives the first answer again to the same key, and refuses another body under it', async () => {
    const { householdId } = await registered(eligibility, widow);
    const key = { 'idempotency-key': randomUUID() };
    const first = ok(await apply({ householdId, programme: 'SCT' }, key));
    const again = ok(await apply({ householdId, programme: 'SCT' }, key));
    expect(again).toEqual(first);
    expect(outcome(await apply({ householdId, programme: 'SP65' }, key))).toEqual([422, 'idempotency.key_reused']);
  });

  it('is done once for ten at the same moment', async () => {
    const { householdId } = await registered(eligibility, widow);
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply({ householdId, programme: 'SCT' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(outcome).map(String))).toEqual(new Set(['201,', '409,eligibility.application_open']));
  });
});

describe('what cannot be applied for', () => {
  it('is a programme for which an application is open, or in which they are', async () => {
    const { householdId } = await registered(eligibility, widow);
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    expect(outcome(await apply({ householdId, programme: 'SCT' }))).toEqual([409, 'eligibility.application_open']);
    ok(await decide(supervisor, application, { outcome: 'approved' }));
    expect(outcome(await apply({ householdId, programme: 'SCT' }))).toEqual([409, 'eligibility.already_enrolled']);
  });

  it('is a household that is closed', async () => {
    const home = await registered(eligibility, oldMan);
    await eligibility.publish(HouseholdClosed, closed(home, '2026-11-01'), { aggregateVersion: 2 });
    const answer = await apply({ householdId: home.householdId, programme: 'SCT' });
    expect(outcome(answer)).toEqual([409, 'eligibility.household_closed']);
  });

  it('is a household in which no member is alive', async () => {
    const home = await registered(eligibility, oldMan);
    const [man] = home.facts.members;
    if (man) await eligibility.publish(PersonDied, died(home, man, 'reported', '2026-11-01'));
    const answer = await apply({ householdId: home.householdId, programme: 'SCT' });
    expect(outcome(answer)).toEqual([409, 'eligibility.household_closed']);
  });

  it('is a person who has died', async () => {
    const home = await registered(eligibility, widow);
    const [woman] = home.facts.members;
    if (woman) await eligibility.publish(PersonDied, died(home, woman, 'reported', '2026-11-01'));
    const answer = await apply({ personId: woman?.personId, programme: 'SP65' });
    expect(outcome(answer)).toEqual([409, 'eligibility.subject_not_found']);
  });

  it('is a household of another area, or one that is not known', async () => {
    const lunga = await registered(eligibility, livingIn('ZM104005', widow));
    const answers = await Promise.all([
      apply({ householdId: lunga.householdId, programme: 'SCT' }),
      apply({ personId: lunga.facts.members[0]?.personId, programme: 'SP65' }),
      apply({ householdId: randomUUID(), programme: 'SCT' }),
    ]);
    expect(answers.map(outcome)).toEqual(answers.map(() => [404, 'eligibility.facts_not_arrived']));
  });

  it('is a programme for persons by a household, or the other way round', async () => {
    const { householdId, facts } = await registered(eligibility, widow);
    const personId = facts.members[0]?.personId;
    expect(outcome(await apply({ householdId, programme: 'SP65' }))).toEqual([422, 'eligibility.wrong_subject']);
    expect(outcome(await apply({ personId, programme: 'SCT' }))).toEqual([422, 'eligibility.wrong_subject']);
  });

  it('is a programme that there is not, or not yet', async () => {
    const { householdId } = await registered(eligibility, widow);
    expect(outcome(await apply({ householdId, programme: 'NONE' }))).toEqual([422, 'eligibility.programme_unknown']);
    const future = programmeLike('social-cash-transfer', { code: 'FUTURE' });
    future.versions = future.versions.slice(1).map((version) => ({ ...version, validFrom: '2090-01-01' }));
    await loadProgramme(eligibility, future);
    expect(outcome(await apply({ householdId, programme: 'FUTURE' }))).toEqual([409, 'eligibility.programme_not_open']);
  });

  it.each([
    ['neither household nor person', { programme: 'SCT' }, 'subject_not_clear'],
    ['both', { householdId: randomUUID(), personId: randomUUID(), programme: 'SCT' }, 'subject_not_clear'],
    ['an unknown field', { householdId: randomUUID(), programme: 'SCT', urgent: true }, 'unknown_field'],
  ])('is %s', async (_, body, code) => {
    expect(await apply(body)).toMatchObject({ status: 400, body: { errors: [{ code }] } });
  });
});

describe('deciding', () => {
  const application = async (home = widow) => {
    const { householdId } = await registered(eligibility, home);
    return applied(caseworker, { householdId, programme: 'SCT' });
  };

  it('makes an approved application an enrolment with what is due', async () => {
    const before = await application();
    const { body, status } = await decide(supervisor, before, { outcome: 'approved' });
    expect({ status, version: body.version, state: body.state }).toEqual({
      status: 200,
      version: 2,
      state: 'approved',
    });
    expect(body.decision).toMatchObject({ outcome: 'approved', decidedBy: 'Joseph Bwalya' });
    expect((await eventsOf(before)).at(-1)).toBe(ApplicationDecided.type);
    const started = await eligibility.published(EnrolmentStarted);
    expect(started.find(({ key }) => key === body.enrolmentId)?.data).toMatchObject({
      applicationId: body.id,
      programme: 'SCT',
      programmeVersion: 2,
      reason: 'approved',
      areaCode: 'ZM104011',
      entitlement: { amountMinor: 80_000, currency: 'ZMW', frequency: 'every_two_months' },
    });
  });

  it('may refuse, with a reason', async () => {
    const before = await application(couple);
    expect(outcome(await decide(supervisor, before, { outcome: 'refused' }))).toEqual([
      422,
      'eligibility.reason_needed',
    ]);
    const body = ok(await decide(supervisor, before, { outcome: 'refused', reason: 'Both are fit for work.' }));
    expect(body).toMatchObject({ state: 'refused', decision: { reason: 'Both are fit for work.' } });
    expect(body.enrolmentId).toBeUndefined();
  });

  it.each([
    ['against what the rules say', couple],
    ['where the rules cannot decide', newcomer],
  ])('needs a reason to approve %s', async (_, home) => {
    const before = await application(home);
    expect(outcome(await decide(supervisor, before, { outcome: 'approved' }))).toEqual([
      422,
      'eligibility.reason_needed',
    ]);
    const reason = 'I have visited them, and it is as they say.';
    expect(ok(await decide(supervisor, before, { outcome: 'approved', reason })).state).toBe('approved');
  });

  it('waits while the amount depends on something that is not known', async () => {
    const before = await application(oldWomanUnasked);
    expect(before.recommendation).toMatchObject({ outcome: 'eligible', amountKnown: false });
    const answer = await decide(supervisor, before, { outcome: 'approved', reason: 'She is old.' });
    expect(outcome(answer)).toEqual([409, 'eligibility.amount_unknown']);
    expect((await caseworker.get(`/v1/applications/${before.id}`)).body).toEqual(before);
  });

  it('makes a member of a contributory scheme, without anything being due', async () => {
    const home = await registered(eligibility, couple);
    const personId = home.facts.members[0]?.personId;
    const before = await applied(caseworker, { personId, programme: 'NAPSA-INF' });
    const body = ok(await decide(supervisor, before, { outcome: 'approved' }));
    const started = await eligibility.published(EnrolmentStarted);
    const data = started.find(({ key }) => key === body.enrolmentId)?.data;
    expect({ covered: data?.coveredPersonIds, entitlement: data?.entitlement }).toEqual({ covered: [personId] });
  });

  it('is not for a household that is none any more', async () => {
    const home = await registered(eligibility, oldMan);
    const [man] = home.facts.members;
    const before = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
    if (man) await eligibility.publish(PersonDied, died(home, man, 'reported', '2026-11-01'));
    expect(outcome(await decide(supervisor, before, { outcome: 'approved' }))).toEqual([
      409,
      'eligibility.household_closed',
    ]);
    const refused = await decide(supervisor, before, { outcome: 'refused', reason: 'He has died.' });
    expect(refused.body.state).toBe('refused');
  });
});

describe('who may not decide', () => {
  it('is the officer who took the application in', async () => {
    const { householdId } = await registered(eligibility, widow);
    const mine = await applied(supervisor, { householdId, programme: 'SCT' });
    expect(outcome(await decide(supervisor, mine, { outcome: 'approved' }))).toEqual([
      403,
      'eligibility.own_application',
    ]);
  });

  it('is a supervisor who registered the household with its payee, though a caseworker submitted it', async () => {
    const home = householdData(widow);
    await eligibility.publish(HouseholdRegistered, { ...home, source: 'window', registeredBy: 'registrar' });
    const { householdId } = home;
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    expect(application.handledByIds).toContain('registrar');
    const registrar = await eligibility.as({ roles: ['supervisor'], id: 'registrar' });
    for (const answer of [{ outcome: 'approved' }, { outcome: 'refused', reason: 'No.' }] as const)
      expect(outcome(await decide(registrar, application, answer))).toEqual([403, 'eligibility.own_household']);
    expect(ok(await decide(supervisor, application, { outcome: 'approved' })).state).toBe('approved');
  });

  it('is a supervisor who asked for the payee, while the one who confirmed it may', async () => {
    const { householdId, areaCode } = await registered(eligibility, widow);
    const confirmed = { householdId, areaCode, confirmedBy: 'confirmer' };
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    await eligibility.publish(
      HouseholdPayeeConfirmed,
      { ...confirmed, askedBy: 'first-asker' },
      { aggregateVersion: 2 },
    );
    await eligibility.publish(HouseholdPayeeConfirmed, { ...confirmed, askedBy: 'asker' }, { aggregateVersion: 3 });
    const body = ok(await caseworker.get(`/v1/applications/${application.id}`));
    expect(body.handledByIds.slice(1)).toEqual(['asker']);
    const [asker, confirmer] = await Promise.all([
      eligibility.as({ roles: ['supervisor'], id: 'asker' }),
      eligibility.as({ roles: ['supervisor'], id: 'confirmer' }),
    ]);
    expect(outcome(await decide(asker, body, { outcome: 'approved' }))).toEqual([403, 'eligibility.own_household']);
    expect(ok(await decide(confirmer, body, { outcome: 'approved' })).state).toBe('approved');
  });

  it('is only the submitter where it is not known yet who registered the household', async () => {
    const { householdId } = await registered(eligibility, widow);
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    expect(application.handledByIds).toHaveLength(1);
    expect(ok(await decide(supervisor, application, { outcome: 'approved' })).state).toBe('approved');
  });

  it('is a caseworker, or the supervisor of another area', async () => {
    const { householdId } = await registered(eligibility, widow);
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    expect(outcome(await decide(caseworker, application, { outcome: 'approved' }))).toEqual([
      403,
      'access.not_allowed',
    ]);
    const lunga = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'], id: 'supervisor-lunga' });
    expect(outcome(await decide(lunga, application, { outcome: 'approved' }))).toEqual([
      404,
      'eligibility.application_not_found',
    ]);
  });

  it('is an officer who looked at another version, or at none', async () => {
    const { householdId } = await registered(eligibility, widow);
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    const path = `/v1/applications/${application.id}/decision` as const;
    const body = { outcome: 'approved' };
    expect(outcome(await supervisor.untyped.post(path, body))).toEqual([428, 'request.missing_version']);
    const stale = await supervisor.untyped.post(path, body, { 'if-match': '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'request.stale_version', currentVersion: 1 } });
    expect(outcome(await supervisor.untyped.post(path, body, { 'if-match': '*' }))).toEqual([
      400,
      'request.bad_version',
    ]);
  });

  it('is every officer, once it is decided', async () => {
    const { householdId } = await registered(eligibility, widow);
    const application = await applied(caseworker, { householdId, programme: 'SCT' });
    const other = await eligibility.as({ roles: ['supervisor'], id: 'another-supervisor' });
    const answers = await Promise.all(
      [supervisor, other].map((by) => decide(by, application, { outcome: 'approved' })),
    );
    expect(answers.map(outcome).toSorted()).toEqual([
      [200, undefined],
      [412, 'request.stale_version'],
    ]);
    const { body } = await caseworker.get(`/v1/applications/${application.id}`);
    expect(outcome(await decide(other, body, { outcome: 'refused', reason: 'No.' }))).toEqual([
      409,
      'eligibility.application_state',
    ]);
  });
});

describe('the list of applications', () => {
  it('holds what waits for an officer, the oldest first, page by page', async () => {
    const first = ok(await supervisor.get('/v1/applications?state=recommended&limit=2'));
    const second = ok(await supervisor.get(`/v1/applications?state=recommended&limit=2&after=${first.next}`));
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual(ids.toSorted());
    expect(first.items.every(({ state, recommendation }) => state === 'recommended' && recommendation)).toBe(true);
  });

  it('holds those of a household, and nothing of another area', async () => {
    const lunga = await registered(eligibility, livingIn('ZM104005', widow));
    const there = await eligibility.as({ roles: ['caseworker'], areas: ['ZM104005'], id: 'caseworker-lunga' });
    const { id } = await applied(there, { householdId: lunga.householdId, programme: 'SCT' });
    const path = `/v1/applications?householdId=${lunga.householdId}` as const;
    expect((await there.get(path)).body.items.map((each) => each.id)).toEqual([id]);
    expect((await supervisor.get(path)).body).toEqual({ items: [], next: null });
    expect(outcome(await supervisor.get(`/v1/applications/${id}`))).toEqual([404, 'eligibility.application_not_found']);
  });

  it('is not paged through for pleasure', async () => {
    expect(outcome(await supervisor.get('/v1/applications'))).toEqual([400, 'eligibility.search_without_term']);
    expect(outcome(await supervisor.get('/v1/applications?state=lost'))).toEqual([400, 'request.invalid']);
    expect(outcome(await supervisor.get('/v1/applications?state=approved&after=x'))).toEqual([
      400,
      'request.bad_cursor',
    ]);
  });
});
