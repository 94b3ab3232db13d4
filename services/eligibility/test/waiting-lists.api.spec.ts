import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Application,
  type Enrolment,
  EnrolmentStarted,
  EnrolmentWaitlisted,
  HouseholdClosed,
  HouseholdMoved,
  HouseholdUpdated,
  type Page,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
  type QuotaBasis,
  type WaitingPlace,
} from '@janela/contracts';
import { Database, systemActor } from '@janela/platform';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import type { Household } from '../src/rules/facts/household.ts';
import { applied, loadProgramme, outcome, programmeLike, startEligibility } from './eligibility.harness.ts';
import { aged } from './support/households.ts';
import { closed, type PublishedHousehold, registered } from './support/published-households.ts';
import { livingIn, oldMan } from './support/situations.ts';
import { zambia } from './support/zambia.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  ok(await (await eligibility.as('designer')).put('/v1/scorecards/ppi_zmb_2015', zambia.ppi));
  [caseworker, supervisor] = await Promise.all([
    eligibility.as({ roles: ['caseworker'], areas: ['ZM104'] }),
    eligibility.as({ roles: ['supervisor'], areas: ['ZM104'] }),
  ]);
});
afterAll(() => eligibility.stop());

/** A programme with as many places as a test is about; the largest households go first. */
function withQuota(code: string, areaLevel: number, places: Record<string, number>) {
  const order: QuotaBasis['order'] = [{ by: { fact: 'household_size' }, first: 'highest' }];
  const document = programmeLike('social-cash-transfer', { code, quota: { areaLevel, places, order } });
  return loadProgramme(eligibility, document, 'Only those who qualify are of any use here.');
}

/** An old man with so many grandchildren, in an area. */
const home = (children: number, areaCode = 'ZM104011'): Household => {
  const grandchildren = Array.from({ length: children }, () => aged(9, { relationship: 'grandchild' }));
  return livingIn(areaCode, { ...oldMan, members: [...oldMan.members, ...grandchildren], size: children + 1 });
};

interface Approved {
  household: PublishedHousehold;
  application: Application;
}

async function appliedFor(programme: string, of: Household): Promise<Approved> {
  const household = await registered(eligibility, of);
  return { household, application: await applied(caseworker, { householdId: household.householdId, programme }) };
}

const approve = ({ application }: Approved, by = supervisor) =>
  by.post(`/v1/applications/${application.id}/decision`, { outcome: 'approved' }, ifMatch(application));

async function approved(programme: string, of: Household): Promise<Enrolment> {
  const body = ok(await approve(await appliedFor(programme, of)));
  return read(body.enrolmentId);
}

const read = async (id: string | undefined) => ok(await supervisor.get(`/v1/enrolments/${id}`));
const end = async (enrolment: Enrolment) =>
  ok(await supervisor.post(`/v1/enrolments/${enrolment.id}/end`, { reason: 'graduated' }, ifMatch(enrolment)));
const queue = async (programme: string, by = supervisor) =>
  ok(await by.get(`/v1/waiting-lists?programme=${programme}&limit=200`)).items;

describe('a quota', () => {
  it('gives out exactly its places, however many are approved at the same moment', async () => {
    await withQuota('RACE', 2, { ZM104011: 5 });
    const waiting = await Promise.all(Array.from({ length: 20 }, (_, index) => appliedFor('RACE', home(index % 4))));
    const answers = await Promise.all(waiting.map((each) => approve(each)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const enrolments = await Promise.all(answers.map(({ body }) => read(body.enrolmentId)));
    const inState = (state: string) => enrolments.filter((each) => each.state === state);
    expect([inState('active').length, inState('waitlisted').length]).toEqual([5, 15]);
    expect(inState('waitlisted').every(({ from, reason }) => from === undefined && reason === 'quota_full')).toBe(true);

    const listed = await queue('RACE');
    const bySize = waiting
      .filter(({ household }) => inState('waitlisted').some(({ householdId }) => householdId === household.householdId))
      .toSorted(
        (a, b) => b.household.facts.size - a.household.facts.size || (a.application.id < b.application.id ? -1 : 1),
      );
    expect(listed.map(({ place }) => place)).toEqual(listed.map((_, index) => index + 1));
    expect(listed.map(({ rank }) => rank)).toEqual(bySize.map(({ household }) => [household.facts.size]));
    const since = (one: WaitingPlace) => one.waitingSince;
    for (const [index, one] of listed.slice(1).entries()) {
      const before = listed[index];
      if (before && before.rank[0] === one.rank[0]) expect(since(before) <= since(one)).toBe(true);
    }
  });

  it('is published: some wait, and some have begun', async () => {
    const about = async (event: typeof EnrolmentStarted | typeof EnrolmentWaitlisted) =>
      (await eligibility.published(event)).filter(({ data }) => data.programme === 'RACE').length;
    expect([await about(EnrolmentStarted), await about(EnrolmentWaitlisted)]).toEqual([5, 15]);
  });

  it('gives a place that is freed to the first who waits, once, also where several are freed at the same moment', async () => {
    const before = await queue('RACE');
    const body = ok(await supervisor.get('/v1/enrolments?programme=RACE&state=active'));
    await Promise.all(body.items.slice(0, 3).map(end));
    const promoted = await Promise.all(before.slice(0, 3).map(({ enrolmentId }) => read(enrolmentId)));
    expect(promoted.map(({ state, reason }) => [state, reason])).toEqual(promoted.map(() => ['active', 'place_free']));
    expect((await queue('RACE')).map(({ enrolmentId }) => enrolmentId)).toEqual(
      before.slice(3).map(({ enrolmentId }) => enrolmentId),
    );
  });

  it('keeps the place of who is suspended, and forgets who leaves the queue', async () => {
    await withQuota('KEEP', 2, { ZM104011: 1 });
    const [first, second, third] = [
      await approved('KEEP', home(0)),
      await approved('KEEP', home(1)),
      await approved('KEEP', home(0)),
    ];
    const path = `/v1/enrolments/${first.id}/suspend` as const;
    const suspended = ok(await supervisor.post(path, { reason: 'case_open' }, ifMatch(first)));
    expect((await queue('KEEP')).map(({ enrolmentId }) => enrolmentId)).toEqual([second.id, third.id]);
    await end(second);
    expect((await queue('KEEP')).map(({ enrolmentId }) => enrolmentId)).toEqual([third.id]);
    await end(suspended);
    expect((await read(third.id)).state).toBe('active');
    expect(await queue('KEEP')).toEqual([]);
  });

  it('has no places where none were given', async () => {
    await withQuota('ELSEWHERE', 2, { ZM104011: 1 });
    expect((await approved('ELSEWHERE', home(0, 'ZM104005'))).state).toBe('waitlisted');
    expect(await queue('ELSEWHERE')).toMatchObject([{ areaCode: 'ZM104005', place: 1 }]);
  });
});

describe('a household that moves', () => {
  const move = ({ householdId, number, facts }: PublishedHousehold, fromAreaCode: string, areaCode: string) =>
    eligibility.publish(
      HouseholdMoved,
      { householdId, number, fromAreaCode, areaCode, on: '2026-11-01', facts },
      { aggregateVersion: 2 },
    );

  it('takes its place along, and leaves one to the next where it lived', async () => {
    await withQuota('MOVE', 2, { ZM104011: 1, ZM104005: 0 });
    const goes = await appliedFor('MOVE', home(0));
    const body = ok(await approve(goes));
    const next = await approved('MOVE', home(0));
    expect(next.state).toBe('waitlisted');
    await move(goes.household, 'ZM104011', 'ZM104005');
    expect(await read(body.enrolmentId)).toMatchObject({ state: 'active', areaCode: 'ZM104005', reason: 'moved' });
    expect(await read(next.id)).toMatchObject({ state: 'active', reason: 'place_free' });
  });

  it('waits in the queue of where it lives, or waits no longer', async () => {
    await withQuota('QUEUE', 2, { ZM104011: 0, ZM104005: 1 });
    const [one, other] = [await appliedFor('QUEUE', home(0)), await appliedFor('QUEUE', home(0))];
    const ids = [ok(await approve(one)).enrolmentId, ok(await approve(other)).enrolmentId];
    await move(one.household, 'ZM104011', 'ZM104005');
    await move(other.household, 'ZM104011', 'ZM104005');
    expect([(await read(ids[0])).state, (await read(ids[1])).state]).toEqual(['active', 'waitlisted']);
    expect(await queue('QUEUE')).toMatchObject([{ enrolmentId: ids[1], areaCode: 'ZM104005', place: 1 }]);
  });
});

describe('a quota of a whole province', () => {
  it('goes on to a household of another district, which the officer who freed the place does not see', async () => {
    await withQuota('PROVINCE', 1, { ZM104: 1 });
    const first = await approved('PROVINCE', home(0, 'ZM104011'));
    const lunga = await approved('PROVINCE', home(2, 'ZM104005'));
    const samfya = await approved('PROVINCE', home(1, 'ZM104011'));
    const ofSamfya = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104011'], id: 'supervisor-samfya' });
    expect(await queue('PROVINCE', ofSamfya)).toMatchObject([{ enrolmentId: samfya.id, place: 2, areaCode: 'ZM104' }]);
    expect(outcome(await ofSamfya.get(`/v1/enrolments/${lunga.id}`))).toEqual([404, 'eligibility.enrolment_not_found']);

    const path = `/v1/enrolments/${first.id}/end` as const;
    ok(await ofSamfya.post(path, { reason: 'graduated' }, ifMatch(first)));
    expect((await read(lunga.id)).state).toBe('active');
    expect(await queue('PROVINCE', ofSamfya)).toMatchObject([{ enrolmentId: samfya.id, place: 1 }]);
  });
});

describe('the waiting list', () => {
  it('goes page by page through programmes and areas', async () => {
    const all = ok(await supervisor.get('/v1/waiting-lists?limit=200')).items;
    const paged: WaitingPlace[] = [];
    let path: string | undefined = '/v1/waiting-lists?limit=3';
    while (path !== undefined) {
      const { items, next }: Page<WaitingPlace> = ok(await supervisor.untyped.get<Page<WaitingPlace>>(path));
      paged.push(...items);
      path = next === null ? undefined : `/v1/waiting-lists?limit=3&after=${next}`;
    }
    expect(all.length).toBeGreaterThan(6);
    expect(paged).toEqual(all);
  });

  it('is asked for an area of one’s own', async () => {
    expect(outcome(await supervisor.get('/v1/waiting-lists?areaCode=ZM101'))).toEqual([
      403,
      'access.area_out_of_reach',
    ]);
    expect(outcome(await supervisor.get('/v1/waiting-lists?areaCode=nowhere'))).toEqual([400, 'request.invalid']);
    const body = ok(await supervisor.get('/v1/waiting-lists?areaCode=ZM104005'));
    expect(new Set(body.items.map(({ areaCode }) => areaCode))).toEqual(new Set(['ZM104005']));
  });
});

describe('a household that waits for a place', () => {
  const first = ({ facts }: PublishedHousehold) => facts.members[0]?.personId ?? '';

  it('is passed over while another of the same number is in the programme, and is next once they are two people', async () => {
    await withQuota('TWICE', 2, { ZM104011: 2 });
    const [inside, twin] = [await appliedFor('TWICE', home(0)), await appliedFor('TWICE', home(3))];
    const leaving = await approved('TWICE', home(0));
    ok(await approve(inside));
    const waits = await read(ok(await approve(twin)).enrolmentId);
    const behind = await approved('TWICE', home(0));
    const pair = {
      duplicateId: randomUUID(),
      personIds: [first(inside.household), first(twin.household)],
      householdIds: [inside.household.householdId, twin.household.householdId],
    };
    await eligibility.publish(PersonDuplicateSuspected, { ...pair, matchedOn: ['identifier'], weight: 0.99 });
    await end(leaving);
    expect(await Promise.all([read(waits.id), read(behind.id)])).toMatchObject([
      { state: 'waitlisted', suspectedDuplicates: [{ needsReason: true }] },
      { state: 'active' },
    ]);
    await end(await read(behind.id));
    expect(await read(waits.id)).toMatchObject({ state: 'waitlisted' });
    await eligibility.publish(PersonDuplicateDismissed, pair, { aggregateVersion: 2 });
    expect(await read(waits.id)).toMatchObject({ state: 'active', reason: 'place_free' });
  });

  it('gets it alone of two of the same number who wait in two areas, though both places become free at once', async () => {
    await withQuota('TWO-AREAS', 2, { ZM104011: 3, ZM104005: 3 });
    const areas = ['ZM104011', 'ZM104005'] as const;
    const leaving = await Promise.all(
      areas.flatMap((area) => [1, 2, 3].map(() => approved('TWO-AREAS', home(0, area)))),
    );
    for (let round = 0; round < 3; round += 1) {
      const twins = [await appliedFor('TWO-AREAS', home(3)), await appliedFor('TWO-AREAS', home(3, 'ZM104005'))];
      const ids: (string | undefined)[] = [];
      for (const twin of twins) ids.push(ok(await approve(twin)).enrolmentId);
      const pair = {
        duplicateId: randomUUID(),
        personIds: twins.map(({ household }) => first(household)),
        householdIds: twins.map(({ household }) => household.householdId),
      };
      await eligibility.publish(PersonDuplicateSuspected, { ...pair, matchedOn: ['identifier'], weight: 0.99 });
      const both = [leaving[round], leaving[round + 3]].flatMap((each) => each ?? []);
      await Promise.all(both.map((each) => end(each)));
      const states = (await Promise.all(ids.map(read))).map(({ state }) => state);
      expect(states.toSorted()).toEqual(['active', 'waitlisted']);
      await eligibility.publish(PersonDuplicateDismissed, pair, { aggregateVersion: 2 });
      expect((await Promise.all(ids.map(read))).map(({ state }) => state)).toEqual(['active', 'active']);
    }
  });

  describe('in another area than one of the same number that is in the programme', () => {
    /** One who is in the programme, and another of the same number, who waits beside a free place of another district. */
    const besideFreePlace = async (code: string) => {
      await withQuota(code, 2, { ZM104011: 1, ZM104005: 1 });
      const leaving = await approved(code, home(0, 'ZM104005'));
      const [inside, twin] = [await appliedFor(code, home(1)), await appliedFor(code, home(3, 'ZM104005'))];
      const entered = await read(ok(await approve(inside)).enrolmentId);
      const waits = ok(await approve(twin)).enrolmentId;
      await eligibility.publish(PersonDuplicateSuspected, {
        duplicateId: randomUUID(),
        personIds: [first(inside.household), first(twin.household)],
        householdIds: [inside.household.householdId, twin.household.householdId],
        matchedOn: ['identifier'],
        weight: 0.99,
      });
      await end(leaving);
      expect(await read(waits)).toMatchObject({ state: 'waitlisted' });
      return { inside, entered, waits };
    };

    it('gets the free place when an officer ends the enrolment of the other', async () => {
      const { entered, waits } = await besideFreePlace('LEAVES');
      await end(entered);
      expect(await read(waits)).toMatchObject({ state: 'active', reason: 'place_free' });
    });

    it('gets the free place when the household of the other is closed', async () => {
      const { inside, waits } = await besideFreePlace('CLOSES');
      await eligibility.publish(HouseholdClosed, closed(inside.household, '2026-11-20'), { aggregateVersion: 2 });
      expect(await read(waits)).toMatchObject({ state: 'active', reason: 'place_free' });
    });

    it('gets the free place when the other leaves the household that is in the programme', async () => {
      const { inside, entered, waits } = await besideFreePlace('DEPARTS');
      const { householdId, number, areaCode, facts } = inside.household;
      const members = facts.members.slice(1);
      const without = { ...facts, members, size: members.length };
      const about = { householdId, number, areaCode, facts: without };
      await eligibility.publish(
        HouseholdUpdated,
        { ...about, changed: ['members'], reason: 'departure' },
        { aggregateVersion: 2 },
      );
      expect((await read(entered.id)).state).toBe('active');
      expect(await read(waits)).toMatchObject({ state: 'active', reason: 'place_free' });
    });

    it('waits on while the enrolment of the other is suspended', async () => {
      const { entered, waits } = await besideFreePlace('PAUSES');
      const path = `/v1/enrolments/${entered.id}/suspend` as const;
      ok(await supervisor.post(path, { reason: 'case_open' }, ifMatch(entered)));
      expect(await read(waits)).toMatchObject({ state: 'waitlisted' });
    });
  });

  it('is passed over while the household does not allow its data to be used, and is next once it does', async () => {
    await withQuota('ALLOWS', 2, { ZM104011: 1 });
    const leaving = await approved('ALLOWS', home(0));
    const waiting = await appliedFor('ALLOWS', home(1));
    const { enrolmentId } = ok(await approve(waiting));
    const { household } = waiting;
    const allow = (aggregateVersion: number, consentedPurposes: 'eligibility'[]) =>
      eligibility.publish(
        HouseholdUpdated,
        {
          householdId: household.householdId,
          number: household.number,
          areaCode: household.areaCode,
          facts: { ...household.facts, consentedPurposes },
          changed: ['consent'],
          reason: 'correction',
        },
        { aggregateVersion },
      );
    await allow(2, []);
    await end(leaving);
    expect(await read(enrolmentId)).toMatchObject({ state: 'waitlisted' });
    await allow(3, ['eligibility']);
    expect(await read(enrolmentId)).toMatchObject({ state: 'active' });
  });
});

describe('every quota', () => {
  it('counts as many places as are taken', async () => {
    const counted = await eligibility.service.running.app
      .get(Database, { strict: false })
      .read(systemActor('spec'), (tx) =>
        tx.query<{ taken: number; count: number }[]>(
          `SELECT taken, count(enrolments.id)::int AS count FROM quotas LEFT JOIN enrolments
           ON (enrolments.programme_id, quota_area) = (quotas.programme_id, quotas.area_code) AND enrolments.state IN ('active', 'suspended')
         GROUP BY quotas.programme_id, quotas.area_code`,
        ),
      );
    expect(counted.length).toBeGreaterThan(6);
    expect(counted.filter(({ taken, count }) => taken !== count)).toEqual([]);
  });
});
