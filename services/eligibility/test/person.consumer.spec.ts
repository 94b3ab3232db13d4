import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HouseholdFacts, HouseholdRegistered, HouseholdUpdated, PersonDied } from '@janela/contracts';
import { recordOf } from '@janela/messaging';
import { type Caller, type Harness, ifMatch, ok, seeded } from '@janela/testing';

import { applied, loadZambia, startEligibility } from './eligibility.harness.ts';
import { died, householdData, type PublishedHousehold, registered } from './support/published-households.ts';
import { oldMan, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor] = await Promise.all([eligibility.as('caseworker'), eligibility.as('supervisor')]);
});
afterAll(() => eligibility.stop());

async function enrolled(programme: string, subject: object): Promise<string> {
  const application = await applied(caseworker, { ...subject, programme });
  const path = `/v1/applications/${application.id}/decision` as const;
  return ok(await supervisor.post(path, { outcome: 'approved' }, ifMatch(application))).enrolmentId ?? '';
}
const read = async (id: string) => ok(await supervisor.get(`/v1/enrolments/${id}`));
const eventsOf = async (id: string) =>
  (await eligibility.published()).filter(({ key }) => key === id).map(({ type }) => type.split('.')[2]);

const withoutHead = (home: PublishedHousehold): HouseholdFacts => {
  const members = home.facts.members.slice(1);
  return { ...home.facts, members, size: members.length };
};
const update = (
  { householdId, number, areaCode }: PublishedHousehold,
  facts: HouseholdFacts,
  aggregateVersion: number,
) =>
  recordOf(
    HouseholdUpdated,
    { householdId, number, areaCode, facts, changed: ['members'], reason: 'death' },
    { aggregateVersion },
  );
const death = (home: PublishedHousehold, certainty: 'reported' | 'certified' | 'withdrawn', aggregateVersion = 1) => {
  const [head] = home.facts.members;
  if (!head) throw new Error('the household has a head');
  return recordOf(PersonDied, died(home, head, certainty, '2026-11-10'), { aggregateVersion });
};
const take = async (...records: ReturnType<typeof recordOf>[]) => {
  for (const record of records) {
    for (const consumer of eligibility.service.messaging.list()) await consumer.accept([record]);
  }
};

describe('a death that is reported', () => {
  it('suspends what the person had, once, and goes on to the others in the household', async () => {
    const home = await registered(eligibility, widow);
    const [pension, transfer] = [
      await enrolled('SP65', { personId: home.facts.members[0]?.personId }),
      await enrolled('SCT', { householdId: home.householdId }),
    ];
    await take(death(home, 'reported'), death(home, 'reported'));
    expect(await read(pension)).toMatchObject({ state: 'suspended', reason: 'member_died' });
    expect(await read(transfer)).toMatchObject({ state: 'active', reason: 'member_died' });
    expect((await read(transfer)).coveredPersonIds).toEqual(
      home.facts.members.slice(1).map(({ personId }) => personId),
    );
    expect([await eventsOf(pension), await eventsOf(transfer)]).toEqual([
      ['started', 'suspended'],
      ['started', 'changed'],
    ]);
  });

  it('is not counted in a screening, although the household does not show it', async () => {
    const home = await registered(eligibility, widow);
    await take(death(home, 'reported'));
    const body = ok(await caseworker.post('/v1/screenings', { householdId: home.householdId }));
    expect(
      body.results.filter(({ outcome }) => outcome === 'eligible').map(({ programme }) => programme),
    ).not.toContain('SP65');
  });

  it('is taken back, and all is as it was', async () => {
    const home = await registered(eligibility, oldMan);
    const transfer = await enrolled('SCT', { householdId: home.householdId });
    await take(death(home, 'reported'));
    expect((await read(transfer)).state).toBe('suspended');
    await take(death(home, 'withdrawn', 2));
    expect(await read(transfer)).toMatchObject({ state: 'active', reason: 'household_changed' });
    expect(await eventsOf(transfer)).toEqual(['started', 'suspended', 'resumed']);
  });
});

describe('a death that is certain', () => {
  it('ends what the person had, from the day after, once', async () => {
    const home = await registered(eligibility, widow);
    const pension = await enrolled('SP65', { personId: home.facts.members[0]?.personId });
    const record = death(home, 'certified');
    await take(record, record);
    expect(await read(pension)).toMatchObject({ state: 'ended', reason: 'member_died' });
    expect(await eventsOf(pension)).toEqual(['started', 'ended']);
  });

  it('ends what a household had in which no one is left', async () => {
    const home = await registered(eligibility, oldMan);
    const transfer = await enrolled('SCT', { householdId: home.householdId });
    await take(death(home, 'reported'), death(home, 'certified', 2));
    expect(await read(transfer)).toMatchObject({ state: 'ended', reason: 'member_died' });
    expect(await eventsOf(transfer)).toEqual(['started', 'suspended', 'ended']);
  });

  it('may be published before the household is', async () => {
    const home = householdData(widow);
    await take(death(home, 'certified'));
    await eligibility.publish(HouseholdRegistered, { ...home, source: 'import' });
    const body = ok(await caseworker.post('/v1/screenings', { householdId: home.householdId }));
    const people = body.results.map(({ personId }) => personId);
    expect(people).not.toContain(home.facts.members[0]?.personId);
  });
});

describe('events about a death and about its household', () => {
  const random = seeded('events about a death in any order');

  it('lead to the same, in whatever order they come', async () => {
    for (let round = 0; round < 12; round += 1) {
      const home = await registered(eligibility, widow);
      const pension = await enrolled('SP65', { personId: home.facts.members[0]?.personId });
      const transfer = await enrolled('SCT', { householdId: home.householdId });
      const certain = random.pick([true, false]);
      const household = [update(home, withoutHead(home), 2), ...(certain ? [] : [update(home, home.facts, 3)])];
      const person = [death(home, 'reported'), certain ? death(home, 'certified', 2) : death(home, 'withdrawn', 2)];
      while (household.length + person.length > 0) {
        const queue = person.length === 0 || (household.length > 0 && random.pick([true, false])) ? household : person;
        const [next] = queue.splice(0, 1);
        if (next) await take(next, next);
      }
      const left = home.facts.members.slice(certain ? 1 : 0).map(({ personId }) => personId);
      expect([(await read(pension)).state, (await read(transfer)).state]).toEqual([
        certain ? 'ended' : 'active',
        'active',
      ]);
      expect((await read(transfer)).coveredPersonIds.toSorted()).toEqual(left.toSorted());
    }
  });
});
