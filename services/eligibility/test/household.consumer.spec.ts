import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Application,
  ApplicationRecommended,
  type DataOf,
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentSuspended,
  HouseholdClosed,
  type HouseholdFacts,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  HouseholdUpdated,
} from '@janela/contracts';
import { recordOf } from '@janela/messaging';
import { Database, systemActor } from '@janela/platform';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadZambia, outcome, startEligibility } from './eligibility.harness.ts';
import { aged } from './support/households.ts';
import { closed, householdData, type PublishedHousehold, registered } from './support/published-households.ts';
import { couple, newcomer, oldMan, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor] = await Promise.all([
    eligibility.as({ roles: ['caseworker'], areas: ['ZM104'] }),
    eligibility.as({ roles: ['supervisor'], areas: ['ZM104'] }),
  ]);
});
afterAll(() => eligibility.stop());

type Updated = DataOf<typeof HouseholdUpdated>;
const updated = (
  { householdId, number, areaCode }: PublishedHousehold,
  facts: HouseholdFacts,
  reason: Updated['reason'],
): Updated => ({ householdId, number, areaCode, facts, changed: ['members'], reason });
const moved = ({ householdId, number, areaCode: fromAreaCode, facts }: PublishedHousehold, areaCode: string) =>
  ({ householdId, number, fromAreaCode, areaCode, on: '2026-11-02', facts }) as const;

const inDatabase = <Row>(sql: string, binds: unknown[]) =>
  eligibility.service.running.app
    .get(Database, { strict: false })
    .read(systemActor('spec'), (tx) => tx.query<Row[]>(sql, binds));
const factsOf = async (householdId: string) =>
  (
    await inDatabase<{ version: number; area_code: string; state: string; facts: HouseholdFacts }>(
      'SELECT * FROM household_facts WHERE household_id = $1',
      [householdId],
    )
  )[0];

const apply = (programme: string, { householdId }: PublishedHousehold) =>
  applied(caseworker, { householdId, programme });
const read = async ({ id }: Application) => ok(await supervisor.get(`/v1/applications/${id}`));

async function enrolled(home: PublishedHousehold, programme = 'SCT', body: object = { householdId: home.householdId }) {
  const application = await applied(caseworker, { ...body, programme });
  const path = `/v1/applications/${application.id}/decision` as const;
  const decided = ok(await supervisor.post(path, { outcome: 'approved' }, ifMatch(application)));
  return readEnrolment(decided.enrolmentId);
}
const readEnrolment = async (id: string | undefined) => ok(await supervisor.get(`/v1/enrolments/${id}`));
const publishedOf = async (key: string, type: string) =>
  (await eligibility.published()).filter((event) => event.key === key && event.type === type);

describe('the facts of a household', () => {
  it('are those that were published last, and hold no names', async () => {
    const home = await registered(eligibility, widow);
    expect(await factsOf(home.householdId)).toMatchObject({ version: 1, area_code: 'ZM104011', facts: home.facts });
    await eligibility.publish(HouseholdUpdated, updated(home, { ...home.facts, assets: [] }, 'correction'), {
      aggregateVersion: 2,
    });
    expect(await factsOf(home.householdId)).toMatchObject({ version: 2, facts: { assets: [] } });
    const columns = await inDatabase<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_name = 'household_facts' ORDER BY 1`,
      [],
    );
    expect(columns.map(({ column_name: name }) => name)).toEqual([
      'area_code',
      'facts',
      'household_id',
      'over_on',
      'person_ids',
      'state',
      'version',
    ]);
  });

  it('are not overwritten by older ones, however late those come', async () => {
    const home = householdData(widow);
    const first = recordOf(HouseholdRegistered, { ...home, source: 'window' }, { aggregateVersion: 1 });
    const second = recordOf(HouseholdUpdated, updated(home, { ...home.facts, assets: [] }, 'correction'), {
      aggregateVersion: 2,
    });
    const [consumer] = eligibility.service.messaging.list();
    for (const record of [second, first, second, first]) await consumer?.accept([record]);
    expect(await factsOf(home.householdId)).toMatchObject({ version: 2, facts: { assets: [] } });
  });

  it('are taken in by the hundred, with several events of one household among them', async () => {
    const homes = Array.from({ length: 300 }, () => householdData(oldMan));
    const records = homes.flatMap((home) => [
      recordOf(HouseholdRegistered, { ...home, source: 'import' }, { aggregateVersion: 1 }),
      recordOf(HouseholdUpdated, updated(home, { ...home.facts, assets: ['radio'] }, 'import'), {
        aggregateVersion: 2,
      }),
    ]);
    const closing = homes
      .slice(0, 100)
      .map((home) => recordOf(HouseholdClosed, closed(home, '2026-11-01'), { aggregateVersion: 3 }));
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept([...records, ...closing]);
    await consumer?.accept([...records, ...closing]);
    const [row] = await inDatabase(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE state = 'closed' AND version = 3)::int AS closed,
         count(*) FILTER (WHERE facts -> 'assets' = '["radio"]')::int AS with_radio
       FROM household_facts WHERE household_id = ANY ($1)`,
      [homes.map(({ householdId }) => householdId)],
    );
    expect(row).toEqual({ all: 300, closed: 100, with_radio: 300 });
  });
});

describe('an undecided application', () => {
  it('is judged again when the facts change, once', async () => {
    const home = await registered(eligibility, newcomer);
    const before = await apply('SCT', home);
    expect(before.recommendation?.outcome).toBe('needs_review');
    const facts = { ...home.facts, residence: { since: '2015-01-01' as const } };
    const record = recordOf(HouseholdUpdated, updated(home, facts, 'correction'), { aggregateVersion: 2 });
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept([record]);
    await consumer?.accept([record]);
    const after = await read(before);
    expect(after).toMatchObject({ state: 'recommended', version: 2, recommendation: { outcome: 'eligible' } });
    expect(await publishedOf(before.id, ApplicationRecommended.type)).toHaveLength(2);
    const path = `/v1/applications/${before.id}/decision` as const;
    expect(outcome(await supervisor.post(path, { outcome: 'approved' }, ifMatch(before)))).toEqual([
      412,
      'request.stale_version',
    ]);
  });

  it('is left alone by a change that makes no difference to it', async () => {
    const home = await registered(eligibility, widow);
    const before = await apply('SCT', home);
    await eligibility.publish(HouseholdUpdated, updated(home, home.facts, 'correction'), { aggregateVersion: 2 });
    expect(await read(before)).toEqual(before);
  });

  it('goes along when the household moves', async () => {
    const home = await registered(eligibility, widow);
    const before = await apply('SCT', home);
    await eligibility.publish(HouseholdMoved, moved(home, 'ZM104005'), { aggregateVersion: 2 });
    expect(await read(before)).toMatchObject({ areaCode: 'ZM104005', state: 'recommended' });
    const there = await eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'], id: 'supervisor-lunga' });
    expect((await there.get(`/v1/applications/${before.id}`)).body.recommendation).toBeDefined();
  });

  it('is withdrawn when the household is closed', async () => {
    const home = await registered(eligibility, widow);
    const before = await apply('SCT', home);
    await eligibility.publish(HouseholdClosed, closed(home, '2026-11-03'), { aggregateVersion: 2 });
    expect((await read(before)).state).toBe('withdrawn');
  });
});

describe('an enrolment', () => {
  it('covers who lives in the household', async () => {
    const home = await registered(eligibility, widow);
    const before = await enrolled(home);
    const baby = { ...aged(0), personId: '0199d3a0-1111-7000-8000-00000000babe' };
    const facts = { ...home.facts, members: [...home.facts.members, baby], size: 4 };
    const record = recordOf(HouseholdUpdated, updated(home, facts, 'birth'), { aggregateVersion: 2 });
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept([record]);
    await consumer?.accept([record]);
    expect((await readEnrolment(before.id)).coveredPersonIds).toContain(baby.personId);
    const events = await publishedOf(before.id, EnrolmentChanged.type);
    expect(events.map(({ data }) => data)).toMatchObject([
      { reason: 'household_changed', coveredPersonIds: facts.members.map(({ personId }) => personId), entitlement: {} },
    ]);
  });

  it('ends with the household, from the day that was published, once', async () => {
    const home = await registered(eligibility, oldMan);
    const before = await enrolled(home);
    const record = recordOf(HouseholdClosed, closed(home, '2026-11-04'), { aggregateVersion: 2 });
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept([record]);
    await consumer?.accept([record]);
    expect(await readEnrolment(before.id)).toMatchObject({ state: 'ended', reason: 'household_closed' });
    expect(await publishedOf(before.id, EnrolmentEnded.type)).toHaveLength(1);
  });

  it('of a household that turned out to be another one is a duplicate', async () => {
    const [home, other] = [await registered(eligibility, oldMan), await registered(eligibility, couple)];
    const before = await enrolled(home);
    const { householdId, number, areaCode } = home;
    const merged = { householdId, number, areaCode, intoHouseholdId: other.householdId };
    await eligibility.publish(HouseholdMerged, merged, { aggregateVersion: 2 });
    expect(await readEnrolment(before.id)).toMatchObject({ state: 'ended', reason: 'duplicate' });
  });

  it('of a person goes with the person into another household, in whatever order that is published', async () => {
    for (const arrivalFirst of [true, false]) {
      const [home, daughter] = [await registered(eligibility, widow), await registered(eligibility, couple)];
      const [grandmother, ...children] = home.facts.members;
      const before = await enrolled(home, 'SP65', { personId: grandmother?.personId });
      const left = updated(home, { ...home.facts, members: children, size: children.length }, 'departure');
      const people = [...daughter.facts.members, ...(grandmother ? [grandmother] : [])];
      const joined = updated(daughter, { ...daughter.facts, members: people, size: people.length }, 'arrival');
      for (const data of arrivalFirst ? [joined, left] : [left, joined]) {
        await eligibility.publish(HouseholdUpdated, data, { aggregateVersion: 2 });
      }
      expect(await readEnrolment(before.id)).toMatchObject({
        state: 'active',
        householdId: daughter.householdId,
        coveredPersonIds: [grandmother?.personId],
      });
    }
  });

  it('of a person stops with the day on which they leave, once, and is paid nowhere until they are in a household again', async () => {
    const home = await registered(eligibility, widow);
    const [grandmother, ...children] = home.facts.members;
    const before = await enrolled(home, 'SP65', { personId: grandmother?.personId });
    const facts = { ...home.facts, members: children, size: children.length };
    const record = recordOf(HouseholdUpdated, updated(home, facts, 'departure'), { aggregateVersion: 2 });
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept([record]);
    await consumer?.accept([record]);
    expect(await readEnrolment(before.id)).toMatchObject({ state: 'suspended', reason: 'member_left' });
    expect(await publishedOf(before.id, EnrolmentSuspended.type)).toHaveLength(1);
    await eligibility.publish(HouseholdUpdated, updated(home, home.facts, 'correction'), { aggregateVersion: 3 });
    expect(await readEnrolment(before.id)).toMatchObject({ state: 'active' });
  });

  it('of a household ends once it is closed, though it moved and lost people at the same time', async () => {
    const home = await registered(eligibility, widow);
    const before = await enrolled(home);
    const pension = await enrolled(home, 'SP65', { personId: home.facts.members[0]?.personId });
    const facts = { ...home.facts, members: home.facts.members.slice(1), size: 2 };
    const records = [
      recordOf(HouseholdUpdated, updated(home, facts, 'departure'), { aggregateVersion: 2 }),
      recordOf(HouseholdMoved, { ...moved(home, 'ZM104005'), facts }, { aggregateVersion: 3 }),
      recordOf(HouseholdClosed, { ...closed(home, '2026-11-04'), areaCode: 'ZM104005' }, { aggregateVersion: 4 }),
    ];
    const [consumer] = eligibility.service.messaging.list();
    await consumer?.accept(records);
    await consumer?.accept(records);
    for (const { id } of [before, pension]) expect(await readEnrolment(id)).toMatchObject({ state: 'ended' });
  });
});
