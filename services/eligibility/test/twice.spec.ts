import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AppealUpheld,
  type Application,
  type ConsentPurpose,
  type Enrolment,
  HouseholdClosed,
  HouseholdMoved,
  HouseholdUpdated,
  PersonDied,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
} from '@janela/contracts';
import { Database, systemActor } from '@janela/platform';
import { type Caller, published, type TestService } from '@janela/testing';

import {
  applied,
  closed,
  died,
  hear,
  ifMatch,
  loadZambia,
  outcome,
  registered,
  sound,
  startEligibility,
  type Told,
} from './eligibility.ts';
import { livingIn, oldMan, widow } from './support/situations.ts';

let service: TestService;
let caseworker: Caller;
let supervisor: Caller;

beforeAll(async () => {
  service = await startEligibility();
  await loadZambia(service);
  [caseworker, supervisor] = await Promise.all([service.as('caseworker'), service.as('supervisor')]);
});
afterAll(() => service.stop());

const headOf = ({ facts }: Told) => {
  const [head] = facts.members;
  if (!head) throw new Error('somebody lives there');
  return head;
};
const read = async (id: string) => sound(await supervisor.get<Enrolment>(`/v1/enrolments/${id}`)).body;
const decided = async (application: Application, more: object = {}) => {
  const path = `/v1/applications/${application.id}/decision`;
  const body = { outcome: 'approved', ...more };
  return sound(await supervisor.post<Application>(path, body, ifMatch(application))).body.enrolmentId ?? '';
};
const pensionOf = async (home: Told) =>
  decided(await applied<Application>(caseworker, { personId: headOf(home).personId, programme: 'SP65' }));
const transferOf = async (home: Told) =>
  decided(await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' }));
const act = async (what: 'suspend' | 'resume', id: string, body: object) =>
  supervisor.post<Enrolment>(`/v1/enrolments/${id}/${what}`, body, ifMatch(await read(id)));
const suspect = async (one: Told, other: Told, matchedOn: ('identifier' | 'name')[] = ['identifier']) => {
  const pair = {
    duplicateId: randomUUID(),
    personIds: [headOf(one).personId, headOf(other).personId],
    householdIds: [one.householdId, other.householdId],
  };
  await hear(service, PersonDuplicateSuspected, { ...pair, matchedOn, weight: 0.99 }, { aggregateVersion: 1 });
  return pair;
};
const dismiss = (pair: Awaited<ReturnType<typeof suspect>>) =>
  hear(service, PersonDuplicateDismissed, pair, { aggregateVersion: 2 });
const death = (home: Told, certainty: 'reported' | 'withdrawn', aggregateVersion: number) =>
  hear(service, PersonDied, died(home, headOf(home), certainty, '2026-11-10'), { aggregateVersion });
const update = (home: Told, facts: Partial<Told['facts']>, aggregateVersion: number) => {
  const { householdId, number, areaCode } = home;
  const all = { ...home.facts, ...facts };
  return hear(
    service,
    HouseholdUpdated,
    { householdId, number, areaCode, facts: all, changed: ['members'], reason: 'correction' },
    { aggregateVersion },
  );
};
const two = async () => [await registered(service, widow), await registered(service, oldMan)] as const;
const eventsOf = async (id: string) =>
  (await published(service.database.dataSource)).filter(({ key }) => key === id).map(({ type }) => type.split('.')[2]);

describe('two enrolments of one official number in one programme', () => {
  it.each([
    ['of people', pensionOf],
    ['of households', transferOf],
  ])('%s: the later one is held until somebody gives a reason', async (_, enrol) => {
    const [one, other] = await two();
    const [first, later] = [await enrol(one), await enrol(other)];
    const { duplicateId } = await suspect(one, other);
    expect(await read(first)).toMatchObject({ state: 'active' });
    expect(await read(later)).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected' });
    const without = await act('resume', later, { reason: 'officer_decision', note: 'She came to the office.' });
    expect(outcome(without)).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { reason: 'officer_decision', duplicateReason: 'Twins; I saw both cards.' };
    expect(sound(await act('resume', later, reason)).body).toMatchObject({ state: 'active' });
    await update(other, {}, 2);
    expect([await eventsOf(first), await eventsOf(later)]).toEqual([['started'], ['started', 'suspended', 'resumed']]);
    const [kept] = await service.running.app
      .get(Database, { strict: false })
      .read(systemActor('spec'), (tx) =>
        tx.query<object[]>('SELECT duplicate_ids, reason FROM duplicate_reasons WHERE enrolment_id = $1', [later]),
      );
    expect(kept).toEqual({ duplicate_ids: [duplicateId], reason: 'Twins; I saw both cards.' });
  });

  it('go on both once the register says that they are two people', async () => {
    const [one, other] = await two();
    await pensionOf(one);
    const later = await pensionOf(other);
    const pair = await suspect(one, other);
    expect((await read(later)).state).toBe('suspended');
    await dismiss(pair);
    expect(await read(later)).toMatchObject({ state: 'active', reason: 'case_resolved' });
  });

  it('stay as they are where the reason was given when the second was decided', async () => {
    const [one, other] = await two();
    const first = await pensionOf(one);
    await suspect(one, other);
    const application = await applied<Application>(caseworker, {
      ...{ personId: headOf(other).personId, programme: 'SP65' },
    });
    const later = await decided(application, { duplicateReason: 'Twins; I saw both cards.' });
    await update(other, {}, 2);
    expect([(await read(first)).state, (await read(later)).state]).toEqual(['active', 'active']);
    for (const id of [first, later]) {
      sound(await act('suspend', id, { reason: 'case_open' }));
      sound(await act('resume', id, { reason: 'case_resolved' }));
    }
  });

  it('are found where they live in an area that the officer does not see', async () => {
    const far = await registered(service, livingIn('ZM104005', widow));
    const here = await registered(service, oldMan);
    const [away, awaySupervisor] = await Promise.all([
      service.as({ roles: ['caseworker'], areas: ['ZM104005'], id: 'caseworker-far' }),
      service.as({ roles: ['supervisor'], areas: ['ZM104005'], id: 'supervisor-far' }),
    ]);
    const there = await applied<Application>(away, { householdId: far.householdId, programme: 'SCT' });
    const path = `/v1/applications/${there.id}/decision`;
    sound(await awaySupervisor.post(path, { outcome: 'approved' }, ifMatch(there)));
    const later = await transferOf(here);
    await suspect(far, here);
    expect((await read(later)).reason).toBe('duplicate_suspected');
    const answer = await act('resume', later, { reason: 'officer_decision' });
    expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
  });

  it('stay held, and say why, after the household has moved', async () => {
    const [one, other] = await two();
    await transferOf(one);
    const later = await transferOf(other);
    await suspect(one, other);
    const { householdId, number, areaCode: fromAreaCode, facts } = other;
    const areaCode = 'ZM104005';
    const moved = { householdId, number, fromAreaCode, areaCode, on: '2026-11-02', facts } as const;
    await hear(service, HouseholdMoved, moved, { aggregateVersion: 2 });
    const ofProvince = await service.as({ roles: ['supervisor'], areas: ['ZM104'], id: 'supervisor-province' });
    const { body } = sound(await ofProvince.get<Enrolment>(`/v1/enrolments/${later}`));
    expect(body).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected', areaCode });
  });

  it('are not both paid where the second is decided in the moment in which the register speaks', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [one, other] = await two();
      await pensionOf(one);
      const body = { personId: headOf(other).personId, programme: 'SP65' };
      const application = await applied<Application>(caseworker, body);
      const path = `/v1/applications/${application.id}/decision`;
      const [answer] = await Promise.all([
        supervisor.post<Application>(path, { outcome: 'approved' }, ifMatch(application)),
        suspect(one, other),
      ]);
      if (answer.status === 409) expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
      else expect(await read(answer.body.enrolmentId ?? '')).toMatchObject({ reason: 'duplicate_suspected' });
    }
  });

  it('are both left alone where no more than the name is alike', async () => {
    const [one, other] = await two();
    const [first, later] = [await pensionOf(one), await pensionOf(other)];
    await suspect(one, other, ['name']);
    for (const id of [first, later]) {
      sound(await act('suspend', id, { reason: 'case_open' }));
      sound(await act('resume', id, { reason: 'case_resolved' }));
    }
  });
});

describe('an appeal that is upheld', () => {
  it('brings nobody back who is in the programme under the same number, without a reason', async () => {
    const [one, other] = await two();
    const later = await transferOf(other);
    await transferOf(one);
    const { applicationId, householdId, areaCode } = await read(later);
    await suspect(one, other);
    const appeal = { appealId: randomUUID(), caseId: randomUUID(), decidedBy: 'appeals-reviewer' };
    await hear(service, AppealUpheld, { ...appeal, areaCode, householdId, applicationId });
    const another = await service.as({ roles: ['supervisor'], id: 'another-supervisor', name: 'Beatrice Mwila' });
    const decide = async (body: object) => {
      const path = `/v1/applications/${applicationId}`;
      const open = sound(await another.get<Application>(path)).body;
      return another.post(`${path}/decision`, body, ifMatch(open));
    };
    expect(outcome(await decide({ outcome: 'approved' }))).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { outcome: 'approved', duplicateReason: 'Twins; I saw both cards.' };
    expect(outcome(await decide(reason))).toEqual([200, undefined]);
  });
});

describe('an enrolment that was suspended by itself', () => {
  it('does not go on by itself where the person was enrolled again meanwhile: a death that was not true', async () => {
    const [one, other] = await two();
    const first = await pensionOf(one);
    await death(one, 'reported', 1);
    const again = await pensionOf(other);
    await suspect(one, other);
    expect((await read(again)).state).toBe('active');
    await death(one, 'withdrawn', 2);
    expect(await read(first)).toMatchObject({ state: 'suspended', reason: 'duplicate_suspected' });
    const answer = await act('resume', first, { reason: 'household_changed' });
    expect(outcome(answer)).toEqual([409, 'eligibility.duplicate_suspected']);
    const reason = { reason: 'household_changed', duplicateReason: 'Twins; I saw both cards.' };
    expect(outcome(await act('resume', first, reason))).toEqual([200, undefined]);
  });

  it('does not go on by itself while the household does not allow it', async () => {
    const home = await registered(service, oldMan);
    const id = await transferOf(home);
    await death(home, 'reported', 1);
    await update(home, { consentedPurposes: ['payment'] }, 2);
    await death(home, 'withdrawn', 2);
    expect(await read(id)).toMatchObject({ state: 'suspended', reason: 'no_consent' });
    await update(home, {}, 3);
    expect(await read(id)).toMatchObject({ state: 'active', reason: 'household_changed' });
  });
});

describe('an enrolment is not resumed by a person', () => {
  const withConsent = (consentedPurposes: ConsentPurpose[]) => ({ consentedPurposes });
  const withoutHead = ({ facts }: Told) => ({ members: facts.members.slice(1), size: facts.members.length - 1 });
  const paused = async (home: Told) => {
    const id = await pensionOf(home);
    sound(await act('suspend', id, { reason: 'case_open' }));
    return id;
  };
  const resume = async (id: string) => outcome(await act('resume', id, { reason: 'officer_decision' }));

  it('while the one whom it is for is a member of no household', async () => {
    const home = await registered(service, widow);
    const id = await paused(home);
    await update(home, withoutHead(home), 2);
    expect(await resume(id)).toEqual([409, 'eligibility.subject_gone']);
    await update(home, {}, 3);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('while they are said to have died', async () => {
    const home = await registered(service, widow);
    const id = await paused(home);
    await death(home, 'reported', 1);
    expect(await resume(id)).toEqual([409, 'eligibility.subject_gone']);
    await death(home, 'withdrawn', 2);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('while everybody in the household is said to have died', async () => {
    const home = await registered(service, oldMan);
    const id = await transferOf(home);
    await death(home, 'reported', 1);
    expect(await resume(id)).toEqual([409, 'eligibility.household_over']);
  });

  it('while the household does not allow it', async () => {
    const home = await registered(service, widow);
    const id = await paused(home);
    await update(home, withConsent(['payment', 'statistics']), 2);
    expect(await resume(id)).toEqual([409, 'eligibility.no_consent']);
    await update(home, withConsent(['eligibility']), 3);
    expect(await resume(id)).toEqual([200, undefined]);
  });

  it('once the household is closed', async () => {
    const home = await registered(service, oldMan);
    const id = await paused(home);
    await hear(service, HouseholdClosed, closed(home, '2026-11-20'), { aggregateVersion: 2 });
    expect(await resume(id)).toEqual([409, 'eligibility.enrolment_state']);
  });
});
