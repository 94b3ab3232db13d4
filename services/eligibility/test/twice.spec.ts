import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DecideApplication,
  AppealUpheld,
  HouseholdClosed,
  HouseholdMoved,
  PersonDied,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
} from '@janela/contracts';
import { Database, systemActor } from '@janela/platform';
import { ifMatch, ok, seeded } from '@janela/testing';

import { PersonConsumer } from '../src/consumers/person.consumer.ts';
import { applied, outcome } from './eligibility.harness.ts';
import { headOf, Office } from './support/office.ts';
import { closed, type PublishedHousehold, registered } from './support/published-households.ts';
import { livingIn, oldMan, widow } from './support/situations.ts';

let office: Office;

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.eligibility.stop());

type Events = Parameters<PersonConsumer['onDuplicate']>[0];
/** Gives the consumer some events at a time, in whatever order, past the inbox. */
const deliverAll = async (events: readonly object[], atATime: number) => {
  const { app } = office.eligibility.service.running;
  const [database, consumer] = [app.get(Database, { strict: false }), app.get(PersonConsumer)];
  for (let from = 0; from < events.length; from += atATime) {
    const some = events.slice(from, from + atATime) as unknown as Events;
    await database.write(systemActor('spec'), (tx) => consumer.onDuplicate(some, tx));
  }
};
const pairOf = (one: PublishedHousehold, other: PublishedHousehold) => ({
  duplicateId: randomUUID(),
  personIds: [headOf(one).personId, headOf(other).personId],
  householdIds: [one.householdId, other.householdId],
});
const suspect = async (
  one: PublishedHousehold,
  other: PublishedHousehold,
  matchedOn: ('identifier' | 'name')[] = ['identifier'],
) => {
  const pair = pairOf(one, other);
  await office.eligibility.publish(
    PersonDuplicateSuspected,
    { ...pair, matchedOn, weight: 0.99 },
    { aggregateVersion: 1 },
  );
  return pair;
};
const dismiss = (pair: Awaited<ReturnType<typeof suspect>>) =>
  office.eligibility.publish(PersonDuplicateDismissed, pair, { aggregateVersion: 2 });
const two = async () =>
  [await registered(office.eligibility, widow), await registered(office.eligibility, oldMan)] as const;
const eventsOf = async (id: string) =>
  (await office.eligibility.published()).filter(({ key }) => key === id).map(({ type }) => type.split('.')[2]);

describe('two enrolments of one official number in one programme', () => {
  it.each([
    ['of people', (home: PublishedHousehold) => office.pensionOf(home)],
    ['of households', (home: PublishedHousehold) => office.transferOf(home)],
  ])('%s: the later one is held until a supervisor gives a reason', async (_, enrol) => {
    const [one, other] = await two();
    const [first, later] = [await enrol(one), await enrol(other)];
    const { duplicateId } = await suspect(one, other);
    expect(await office.read(first)).toMatchObject({ state: 'active' });
    expect(await office.read(later)).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected' });
    const without = await office.act('resume', later, { reason: 'officer_decision', note: 'She came to the office.' });
    expect(outcome(without)).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { reason: 'officer_decision', duplicateReason: 'Twins; I saw both cards.' };
    expect(ok(await office.act('resume', later, reason))).toMatchObject({ state: 'active' });
    await office.update(other, {}, 2);
    expect([await eventsOf(first), await eventsOf(later)]).toEqual([['started'], ['started', 'suspended', 'resumed']]);
    const [kept] = await office.eligibility.service.running.app
      .get(Database, { strict: false })
      .read(systemActor('spec'), (tx) =>
        tx.query<object[]>('SELECT duplicate_ids, reason FROM duplicate_reasons WHERE enrolment_id = $1', [later]),
      );
    expect(kept).toEqual({ duplicate_ids: [duplicateId], reason: 'Twins; I saw both cards.' });
  });

  it('also where the other has died: to approve who has the number now needs a reason', async () => {
    const [one, other] = await two();
    await office.pensionOf(one);
    const { personId } = headOf(one);
    const death = {
      personId,
      householdId: one.householdId,
      on: '2026-11-02',
      source: 'community',
      certainty: 'certified',
    } as const;
    await office.eligibility.publish(PersonDied, death, { aggregateVersion: 1 });
    await suspect(one, other);
    const application = await applied(office.caseworker, { personId: headOf(other).personId, programme: 'SP65' });
    const body = ok(await office.supervisor.get(`/v1/applications/${application.id}`));
    expect(body.suspectedDuplicates).toMatchObject([{ otherDied: true, needsReason: true, enrolledIn: [] }]);
    const decide = (input: object) =>
      office.supervisor.post(
        `/v1/applications/${application.id}/decision`,
        { outcome: 'approved', ...input },
        ifMatch(body),
      );
    expect(outcome(await decide({}))).toEqual([409, 'eligibility.duplicate_suspected']);
    ok(await decide({ duplicateReason: 'The certificate was for her sister.' }));
  });

  it('go on both once the register says that they are two people', async () => {
    const [one, other] = await two();
    await office.pensionOf(one);
    const later = await office.pensionOf(other);
    const pair = await suspect(one, other);
    expect((await office.read(later)).state).toBe('suspended');
    await dismiss(pair);
    expect(await office.read(later)).toMatchObject({ state: 'active', reason: 'case_resolved' });
  });

  it('stay as they are where the reason was given when the second was decided', async () => {
    const [one, other] = await two();
    const first = await office.pensionOf(one);
    await suspect(one, other);
    const application = await applied(office.caseworker, { personId: headOf(other).personId, programme: 'SP65' });
    const later = await office.approve(application, { duplicateReason: 'Twins; I saw both cards.' });
    await office.update(other, {}, 2);
    expect([(await office.read(first)).state, (await office.read(later)).state]).toEqual(['active', 'active']);
    for (const id of [first, later]) {
      ok(await office.act('suspend', id, { reason: 'case_open' }));
      ok(await office.act('resume', id, { reason: 'case_resolved' }));
    }
  });

  it('are held and go on as the register said last, in whatever order and however often that is delivered', async () => {
    const random = seeded('suspicions of two who are enrolled, in any order');
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = await two();
      const [first, later] = [await office.pensionOf(one), await office.pensionOf(other)];
      const pair = pairOf(one, other);
      const at = { time: '2026-11-20T08:00:00Z', source: '/janela/registry', topic: 'registry.person' };
      const said = Array.from({ length: 5 }, (_, index) => {
        const isSuspected = random.pick([true, false]);
        const event = isSuspected ? PersonDuplicateSuspected : PersonDuplicateDismissed;
        const data = isSuspected ? { ...pair, matchedOn: ['identifier'], weight: 0.9 } : pair;
        return { id: randomUUID(), type: event.type, key: pair.duplicateId, data, aggregateVersion: index + 1, ...at };
      });
      await deliverAll(random.shuffle([...said, ...said]), random.between(1, 10));
      const isHeld = said.at(-1)?.type === PersonDuplicateSuspected.type;
      const [before, after] = [await office.read(first), await office.read(later)];
      expect(before).toMatchObject({ state: 'active' });
      expect(after).toMatchObject(isHeld ? { state: 'suspended', reason: 'duplicate_suspected' } : { state: 'active' });
      await deliverAll([...said, ...said], 1);
      expect([(await office.read(first)).version, (await office.read(later)).version]).toEqual([
        before.version,
        after.version,
      ]);
    }
  });

  it('hold the later one once, however often the same event is delivered', async () => {
    const [one, other] = await two();
    const [first, later] = [await office.pensionOf(one), await office.pensionOf(other)];
    const suspicion = { ...pairOf(one, other), matchedOn: ['identifier' as const], weight: 0.99 };
    const id = randomUUID();
    for (const aggregateVersion of [1, 1])
      await office.eligibility.publish(PersonDuplicateSuspected, suspicion, { id, aggregateVersion });
    expect([await eventsOf(first), await eventsOf(later)]).toEqual([['started'], ['started', 'suspended']]);
  });

  it('are found where they live in an area that the officer does not see', async () => {
    const far = await registered(office.eligibility, livingIn('ZM104005', widow));
    const here = await registered(office.eligibility, oldMan);
    const [away, awaySupervisor] = await Promise.all([
      office.eligibility.as({ roles: ['caseworker'], areas: ['ZM104005'], id: 'caseworker-far' }),
      office.eligibility.as({ roles: ['supervisor'], areas: ['ZM104005'], id: 'supervisor-far' }),
    ]);
    const there = await applied(away, { householdId: far.householdId, programme: 'SCT' });
    const path = `/v1/applications/${there.id}/decision` as const;
    ok(await awaySupervisor.post(path, { outcome: 'approved' }, ifMatch(there)));
    const later = await office.transferOf(here);
    await suspect(far, here);
    expect((await office.read(later)).reason).toBe('duplicate_suspected');
    const answer = await office.act('resume', later, { reason: 'officer_decision' });
    expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
  });

  it('stay held, and say why, after the household has moved', async () => {
    const [one, other] = await two();
    await office.transferOf(one);
    const later = await office.transferOf(other);
    await suspect(one, other);
    const { householdId, number, areaCode: fromAreaCode, facts } = other;
    const areaCode = 'ZM104005';
    const moved = { householdId, number, fromAreaCode, areaCode, on: '2026-11-02', facts } as const;
    await office.eligibility.publish(HouseholdMoved, moved, { aggregateVersion: 2 });
    const ofProvince = await office.eligibility.as({
      roles: ['supervisor'],
      areas: ['ZM104'],
      id: 'supervisor-province',
    });
    const body = ok(await ofProvince.get(`/v1/enrolments/${later}`));
    expect(body).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected', areaCode });
  });

  it('are found when a person joins a household that was enrolled first', async () => {
    const [one, other] = await two();
    const joining = await registered(office.eligibility, oldMan);
    const [first, later] = [await office.transferOf(one), await office.transferOf(other)];
    await suspect(joining, other);
    expect((await office.read(later)).state).toBe('active');
    const members = [...one.facts.members, headOf(joining)];
    await office.eligibility.publish(HouseholdClosed, closed(joining, '2026-11-20'), { aggregateVersion: 2 });
    await office.update(one, { members, size: members.length }, 2);
    expect([await office.read(first), await office.read(later)]).toMatchObject([
      { state: 'active' },
      { state: 'suspended', reason: 'duplicate_suspected' },
    ]);
  });

  it('are not both paid where the second is decided in the moment in which the register speaks', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = await two();
      await office.pensionOf(one);
      const body = { personId: headOf(other).personId, programme: 'SP65' };
      const application = await applied(office.caseworker, body);
      const path = `/v1/applications/${application.id}/decision` as const;
      const [answer] = await Promise.all([
        office.supervisor.post(path, { outcome: 'approved' }, ifMatch(application)),
        suspect(one, other),
      ]);
      if (answer.status === 409) expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
      else expect(await office.read(answer.body.enrolmentId ?? '')).toMatchObject({ reason: 'duplicate_suspected' });
    }
  });

  it('are both left alone where no more than the name is alike', async () => {
    const [one, other] = await two();
    const [first, later] = [await office.pensionOf(one), await office.pensionOf(other)];
    await suspect(one, other, ['name']);
    for (const id of [first, later]) {
      ok(await office.act('suspend', id, { reason: 'case_open' }));
      ok(await office.act('resume', id, { reason: 'case_resolved' }));
    }
  });
});

describe('an appeal that is upheld', () => {
  it('brings no one back who is in the programme under the same number, without a reason', async () => {
    const [one, other] = await two();
    const later = await office.transferOf(other);
    await office.transferOf(one);
    const { applicationId, householdId, areaCode } = await office.read(later);
    await suspect(one, other);
    const appeal = { appealId: randomUUID(), caseId: randomUUID(), decidedBy: 'appeals-reviewer' };
    await office.eligibility.publish(AppealUpheld, { ...appeal, areaCode, householdId, applicationId });
    const another = await office.eligibility.as({
      roles: ['supervisor'],
      id: 'another-supervisor',
      name: 'Beatrice Mwila',
    });
    const decide = async (body: DecideApplication) => {
      const path = `/v1/applications/${applicationId}` as const;
      const open = ok(await another.get(path));
      return another.post(`${path}/decision`, body, ifMatch(open));
    };
    expect(outcome(await decide({ outcome: 'approved' }))).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { outcome: 'approved', duplicateReason: 'Twins; I saw both cards.' } as const;
    expect(outcome(await decide(reason))).toEqual([200, undefined]);
  });
});

describe('an enrolment that was suspended by itself', () => {
  it('does not go on by itself where the person was enrolled again meanwhile: a death that was not true', async () => {
    const [one, other] = await two();
    const first = await office.pensionOf(one);
    await office.death(one, 'reported', 1);
    const again = await office.pensionOf(other);
    await suspect(one, other);
    expect((await office.read(again)).state).toBe('active');
    await office.death(one, 'withdrawn', 2);
    expect(await office.read(first)).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected' });
    const answer = await office.act('resume', first, { reason: 'household_changed' });
    expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { reason: 'household_changed', duplicateReason: 'Twins; I saw both cards.' };
    expect(outcome(await office.act('resume', first, reason))).toEqual([200, undefined]);
  });
});
