import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DecideApplication,
  type Application,
  type ConsentPurpose,
  type DataOf,
  HouseholdUpdated,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
} from '@janela/contracts';
import { Database, systemActor } from '@janela/platform';
import { type Caller, type Harness, ifMatch, ok, seeded } from '@janela/testing';

import { PersonConsumer } from '../src/consumers/person.consumer.ts';
import { applied, loadZambia, outcome, startEligibility } from './eligibility.harness.ts';
import { type PublishedHousehold, registered } from './support/published-households.ts';
import { livingIn, newcomer, oldMan, oldWomanUnasked, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor] = await Promise.all([eligibility.as('caseworker'), eligibility.as('supervisor')]);
});
afterAll(() => eligibility.stop());

const allows = (home: PublishedHousehold, version: number, consentedPurposes: ConsentPurpose[]) =>
  eligibility.publish(
    HouseholdUpdated,
    {
      householdId: home.householdId,
      number: home.number,
      areaCode: home.areaCode,
      facts: { ...home.facts, consentedPurposes },
      changed: ['consent'],
      reason: 'correction',
    },
    { aggregateVersion: version },
  );
const withoutConsent = { ...widow, consentedPurposes: undefined };
const read = async ({ id }: { id: string }) => ok(await supervisor.get(`/v1/applications/${id}`));
const decide = async (application: Application, body: DecideApplication) =>
  supervisor.post(`/v1/applications/${application.id}/decision`, body, ifMatch(await read(application)));
const apply = (home: PublishedHousehold, programme = 'SCT') =>
  applied(caseworker, { householdId: home.householdId, programme });
const applyFor = (home: PublishedHousehold, at = 0) =>
  applied(caseworker, { personId: home.facts.members[at]?.personId, programme: 'SP65' });
const enrolled = async (application: Application) =>
  ok(await decide(application, { outcome: 'approved' })).enrolmentId ?? '';
const enrolment = async (id: string) => ok(await supervisor.get(`/v1/enrolments/${id}`));
const trail = (action: string) =>
  eligibility.service.running.app
    .get(Database, { strict: false })
    .read(systemActor('spec'), (tx) =>
      tx.query<{ actor: string; subject: string; details: Record<string, unknown> }[]>(
        'SELECT actor, subject, details FROM audit_entries WHERE action = $1 ORDER BY id DESC LIMIT 1',
        [action],
      ),
    );

describe('a household that does not allow its data to be used for it', () => {
  it.each([
    ['was never asked', undefined],
    ['allows nothing', []],
    ['allows only to be paid and counted', ['payment', 'statistics']],
  ] as const)('is neither screened nor applied for: it %s', async (_, purposes) => {
    const home = await registered(eligibility, { ...widow, consentedPurposes: purposes && [...purposes] });
    const { householdId } = home;
    const answers = [
      await caseworker.post('/v1/screenings', { householdId }),
      await caseworker.post('/v1/applications', { householdId, programme: 'SCT' }),
      await caseworker.post('/v1/applications', { personId: home.facts.members[0]?.personId, programme: 'SP65' }),
    ];
    expect(answers.map(outcome)).toEqual(answers.map(() => [409, 'eligibility.no_consent']));
  });

  it('is screened from the moment on at which it does, and not after it has withdrawn', async () => {
    const home = await registered(eligibility, withoutConsent);
    const screen = () => caseworker.post('/v1/screenings', { householdId: home.householdId });
    await allows(home, 2, ['eligibility']);
    expect(outcome(await screen())).toEqual([200, undefined]);
    await allows(home, 3, ['payment']);
    expect(outcome(await screen())).toEqual([409, 'eligibility.no_consent']);
  });

  it('is not approved while it has withdrawn, and may be refused', async () => {
    const home = await registered(eligibility, widow);
    const application = await apply(home);
    expect(application.mayBeJudged).toBe(true);
    await allows(home, 2, []);
    expect(await read(application)).toMatchObject({ mayBeJudged: false, state: 'recommended' });
    expect(outcome(await decide(application, { outcome: 'approved' }))).toEqual([409, 'eligibility.no_consent']);
    await allows(home, 3, ['eligibility']);
    expect(outcome(await decide(application, { outcome: 'approved' }))).toEqual([200, undefined]);
    const other = await registered(eligibility, widow);
    const another = await apply(other);
    await allows(other, 2, []);
    expect(outcome(await decide(another, { outcome: 'refused', reason: 'They have withdrawn.' }))).toEqual([
      200,
      undefined,
    ]);
  });

  it('keeps what it was given before', async () => {
    const home = await registered(eligibility, widow);
    const id = await enrolled(await apply(home));
    await allows(home, 2, []);
    expect(await enrolment(id)).toMatchObject({ state: 'active' });
  });
});

type Suspected = DataOf<typeof PersonDuplicateSuspected>;
/** The first people of two households, who look like one person. */
const pairOf = (one: PublishedHousehold, other: PublishedHousehold, duplicateId: string = randomUUID()) => ({
  duplicateId,
  personIds: [one, other].map(({ facts }) => facts.members[0]?.personId ?? ''),
  householdIds: [one, other].map(({ householdId }) => householdId),
});
const suspect = async (
  one: PublishedHousehold,
  other: PublishedHousehold,
  matchedOn: Suspected['matchedOn'] = ['identifier'],
  version = 1,
) => {
  const pair = pairOf(one, other);
  await eligibility.publish(
    PersonDuplicateSuspected,
    { ...pair, matchedOn, weight: 0.99 },
    { aggregateVersion: version },
  );
  return pair;
};

describe('a person of the same official number', () => {
  it('is not enrolled in the same programme twice without a recorded reason', async () => {
    const [one, other] = [await registered(eligibility, widow), await registered(eligibility, oldMan)];
    await enrolled(await applyFor(one));
    const { duplicateId } = await suspect(one, other);
    const application = await applyFor(other);
    expect(application.suspectedDuplicates).toEqual([
      {
        duplicateId,
        personId: other.facts.members[0]?.personId,
        otherPersonId: one.facts.members[0]?.personId,
        otherDied: false,
        otherHouseholdId: one.householdId,
        registeredFirst: false,
        matchedOn: ['identifier'],
        weight: 0.99,
        needsReason: true,
        enrolledIn: [expect.objectContaining({ programme: 'SP65', state: 'active', householdId: one.householdId })],
      },
    ]);
    expect(outcome(await decide(application, { outcome: 'approved' }))).toEqual([
      409,
      'eligibility.duplicate_suspected',
    ]);
    expect(outcome(await decide(application, { outcome: 'approved', reason: 'She is poor.' }))).toEqual([
      409,
      'eligibility.duplicate_suspected',
    ]);
    const approved = ok(
      await decide(application, { outcome: 'approved', duplicateReason: 'Twins; I saw both cards.' }),
    );
    expect(approved).toMatchObject({ state: 'approved', decision: { duplicateReason: 'Twins; I saw both cards.' } });
    const [entry] = await trail('application.approved');
    expect(entry).toMatchObject({
      details: { duplicateIds: [duplicateId], duplicateReason: { sealed: expect.any(String) } },
    });
    expect((await enrolment(approved.enrolmentId ?? '')).suspectedDuplicates).toMatchObject([{ duplicateId }]);
  });

  it('counts with the household that is judged as one, and while both have only applied', async () => {
    const [one, other] = [await registered(eligibility, widow), await registered(eligibility, oldMan)];
    await suspect(one, other);
    const [first, second] = [await apply(one), await apply(other)];
    expect((await read(first)).suspectedDuplicates[0]).toMatchObject({
      needsReason: true,
      enrolledIn: [{ state: 'applied' }],
    });
    for (const each of [first, second])
      expect(outcome(await decide(each, { outcome: 'approved' }))).toEqual([409, 'eligibility.duplicate_suspected']);
    ok(await decide(second, { outcome: 'refused', reason: 'The same woman.' }));
    expect(outcome(await decide(first, { outcome: 'approved' }))).toEqual([200, undefined]);
  });

  it('may be in another programme, and is shown', async () => {
    const [one, other] = [await registered(eligibility, widow), await registered(eligibility, oldMan)];
    await enrolled(await applyFor(one));
    await suspect(one, other);
    const application = await apply(other);
    expect(application.suspectedDuplicates).toMatchObject([
      { needsReason: false, enrolledIn: [{ programme: 'SP65' }] },
    ]);
    expect(outcome(await decide(application, { outcome: 'approved' }))).toEqual([200, undefined]);
  });

  it('is another person once the register says so, and suspected again once it says otherwise', async () => {
    const [one, other] = [await registered(eligibility, widow), await registered(eligibility, oldMan)];
    await enrolled(await apply(one));
    const application = await apply(other);
    const pair = await suspect(one, other);
    const id = randomUUID();
    for (const aggregateVersion of [2, 2])
      await eligibility.publish(PersonDuplicateDismissed, pair, { id, aggregateVersion });
    expect((await read(application)).suspectedDuplicates).toEqual([]);
    const suspected = { ...pair, matchedOn: ['identifier' as const], weight: 0.9 };
    await eligibility.publish(PersonDuplicateSuspected, suspected, { aggregateVersion: 3 });
    expect(outcome(await decide(application, { outcome: 'approved' }))).toEqual([
      409,
      'eligibility.duplicate_suspected',
    ]);
  });

  it('is only shown where no more than name and birth are alike', async () => {
    const [one, other] = [await registered(eligibility, widow), await registered(eligibility, oldMan)];
    const [first, second] = [await enrolled(await apply(one)), await apply(other)];
    await suspect(one, other, ['name', 'birth']);
    expect((await read(second)).suspectedDuplicates).toMatchObject([{ needsReason: false }]);
    const id = await enrolled(second);
    for (const each of [first, id])
      expect(await enrolment(each)).toMatchObject({ state: 'active', suspectedDuplicates: [{}] });
  });

  it('is found where they live in an area that the officer does not see', async () => {
    const far = await registered(eligibility, livingIn('ZM104005', widow));
    const [away, awaySupervisor] = await Promise.all([
      eligibility.as({ roles: ['caseworker'], areas: ['ZM104005'], id: 'caseworker-far' }),
      eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'], id: 'supervisor-far' }),
    ]);
    const there = await applied(away, { householdId: far.householdId, programme: 'SCT' });
    const path = `/v1/applications/${there.id}/decision` as const;
    ok(await awaySupervisor.post(path, { outcome: 'approved' }, ifMatch(there)));
    const here = await registered(eligibility, oldMan);
    await suspect(far, here);
    expect(outcome(await decide(await apply(here), { outcome: 'approved' }))).toEqual([
      409,
      'eligibility.duplicate_suspected',
    ]);
  });
});

describe('what is said of two people who may be one', () => {
  const random = seeded('suspicions in any order');

  it('is what was said last, in whatever order and however often it is delivered', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await registered(eligibility, oldMan), await registered(eligibility, oldMan)];
      const application = await apply(other);
      const pair = pairOf(one, other);
      const at = { time: '2026-11-20T08:00:00Z', source: '/janela/registry', topic: 'registry.person' };
      const said = Array.from({ length: 5 }, (_, index) => {
        const isSuspected = random.pick([true, false]);
        const event = isSuspected ? PersonDuplicateSuspected : PersonDuplicateDismissed;
        const data = isSuspected ? { ...pair, matchedOn: ['identifier'], weight: 0.9 } : pair;
        return { id: randomUUID(), type: event.type, key: pair.duplicateId, data, aggregateVersion: index + 1, ...at };
      });
      const delivered = random.shuffle([...said, ...said]);
      const size = random.between(1, delivered.length);
      const consumer = eligibility.service.running.app.get(PersonConsumer);
      for (let from = 0; from < delivered.length; from += size) {
        const events = delivered.slice(from, from + size) as Parameters<PersonConsumer['onDuplicate']>[0];
        await eligibility.service.running.app
          .get(Database)
          .write(systemActor('spec'), (tx) => consumer.onDuplicate(events, tx));
      }
      const isOpen = said.at(-1)?.type === PersonDuplicateSuspected.type;
      expect((await read(application)).suspectedDuplicates).toHaveLength(isOpen ? 1 : 0);
    }
  });
});

describe('what the officer who decides sees', () => {
  it('is what the household receives already, of other programmes', async () => {
    const home = await registered(eligibility, widow);
    await enrolled(await applyFor(home));
    const { household } = await apply(home);
    expect(household.alreadyReceives).toEqual([
      {
        programme: 'SP65',
        title: expect.anything(),
        state: 'active',
        since: expect.any(String),
        householdId: home.householdId,
        personId: home.facts.members[0]?.personId,
        entitlement: expect.objectContaining({ amountMinor: 40_000 }),
      },
    ]);
  });

  it('is which answer is missing, and of whom', async () => {
    const home = await registered(eligibility, oldWomanUnasked);
    const { recommendation } = await apply(home);
    expect(recommendation).toMatchObject({
      amountKnown: false,
      amountMissing: [{ fact: 'severe_disability', personId: home.facts.members[0]?.personId }],
    });
    expect(
      await decide(await read({ id: (await apply(await registered(eligibility, oldWomanUnasked))).id }), {
        outcome: 'approved',
      }),
    ).toMatchObject({ status: 409, body: { code: 'eligibility.amount_unknown', missing: 'severe_disability' } });
    const { householdId } = await registered(eligibility, newcomer);
    const { results } = ok(await caseworker.post('/v1/screenings', { householdId }));
    const sct = results.find(({ programme }) => programme === 'SCT');
    expect(sct?.reasons.find(({ met }) => met === null)).toMatchObject({
      missing: [{ fact: 'resident_months', paths: ['residence.months'] }],
    });
    expect(sct?.wouldChange.filter(({ fact }) => fact === 'resident_months')).toMatchObject([
      { needed: { en: 'the answer to: Time lived in this area' }, missing: [{ fact: 'resident_months' }] },
    ]);
  });
});

describe('a caller who reads about a household', () => {
  it('is in the trail once for each request, with whom they were shown', async () => {
    const home = await registered(eligibility, widow);
    const application = await apply(home);
    const enrolmentId = await enrolled(application);
    const { householdId } = home;
    const list = ok(await supervisor.get(`/v1/applications?householdId=${householdId}`));
    expect(list.items).toHaveLength(1);
    expect(await trail('application.listed')).toMatchObject([
      { actor: 'supervisor', details: { ids: [application.id], householdIds: [householdId] } },
    ]);
    await read(application);
    expect(await trail('application.read')).toMatchObject([{ subject: `application:${application.id}` }]);
    ok(await supervisor.get(`/v1/enrolments?householdId=${householdId}`));
    expect(await trail('enrolment.listed')).toMatchObject([
      { details: { ids: [enrolmentId], householdIds: [householdId] } },
    ]);
    await enrolment(enrolmentId);
    expect(await trail('enrolment.read')).toMatchObject([{ subject: `enrolment:${enrolmentId}` }]);
    ok(await caseworker.post('/v1/screenings', { householdId }));
    expect(await trail('household.screened')).toMatchObject([{ subject: `household:${householdId}` }]);
    ok(await supervisor.get('/v1/waiting-lists'));
    expect(await trail('waiting-place.listed')).toMatchObject([{ details: { ids: [] } }]);
  });
});
