import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AppealUpheld,
  type Application,
  ApplicationDecided,
  ApplicationRecommended,
  type DataOf,
  type Enrolment,
  EnrolmentChanged,
  EnrolmentEnded,
  HouseholdUpdated,
} from '@janela/contracts';
import { recordOf } from '@janela/messaging';
import { type Caller, published, type TestService } from '@janela/testing';

import {
  applied,
  ifMatch,
  loadZambia,
  ok,
  outcome,
  publish,
  type PublishedHousehold,
  registered,
  startEligibility,
} from './eligibility.ts';
import { couple, oldMan, widow } from './support/situations.ts';

let service: TestService;
let caseworker: Caller;
let supervisor: Caller;
let another: Caller;

beforeAll(async () => {
  service = await startEligibility();
  await loadZambia(service);
  [caseworker, supervisor, another] = await Promise.all([
    service.as('caseworker'),
    service.as('supervisor'),
    service.as({ roles: ['supervisor'], id: 'another-supervisor', name: 'Beatrice Mwila' }),
  ]);
});
afterAll(() => service.stop());

const decide = async (by: Caller, application: Application, body: object) =>
  by.post<Application>(`/v1/applications/${application.id}/decision`, body, ifMatch(application));
const read = async ({ id }: Application) => ok(await caseworker.get<Application>(`/v1/applications/${id}`)).body;
const upheld = (application: Application): DataOf<typeof AppealUpheld> => ({
  appealId: randomUUID(),
  caseId: randomUUID(),
  areaCode: application.areaCode,
  householdId: application.householdId,
  applicationId: application.id,
  decidedBy: 'appeals-reviewer',
});
const accept = async (record: ReturnType<typeof recordOf>) => {
  for (const consumer of service.messaging.list()) await consumer.accept([record]);
};

async function refused(home: PublishedHousehold): Promise<Application> {
  const application = await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' });
  return ok(await decide(supervisor, application, { outcome: 'refused', reason: 'They seem to manage.' })).body;
}

describe('an appeal that is upheld', () => {
  it('opens the decision again, on what is known today, once', async () => {
    const application = await refused(await registered(service, widow));
    const record = recordOf(AppealUpheld, upheld(application));
    await accept(record);
    await accept(record);
    const open = await read(application);
    expect(open).toMatchObject({ state: 'recommended', recommendation: { outcome: 'eligible' } });
    expect(open.decision).toBeUndefined();
    expect(open.earlierDecisions).toMatchObject([{ outcome: 'refused', decidedBy: 'Joseph Bwalya' }]);
    const events = await published(service.database.dataSource);
    expect(events.filter(({ key }) => key === application.id).map(({ type }) => type)).toEqual([
      'eligibility.application.submitted.v1',
      ApplicationRecommended.type,
      ApplicationDecided.type,
      ApplicationRecommended.type,
    ]);
  });

  it('is decided by somebody who has not decided it before', async () => {
    const application = await refused(await registered(service, widow));
    await publish(service, AppealUpheld, upheld(application));
    const open = await read(application);
    expect(outcome(await decide(supervisor, open, { outcome: 'approved' }))).toEqual([
      403,
      'eligibility.decided_before',
    ]);
    const { body } = ok(await decide(another, open, { outcome: 'approved' }));
    expect(body).toMatchObject({ state: 'approved', decision: { decidedBy: 'Beatrice Mwila' } });
    const enrolment = ok(await caseworker.get<Enrolment>(`/v1/enrolments/${body.enrolmentId}`)).body;
    expect(enrolment).toMatchObject({ state: 'active', reason: 'appeal_upheld' });
  });

  it('changes what is due where it was too little, without another enrolment', async () => {
    const home = await registered(service, oldMan);
    const application = await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' });
    const approved = ok(await decide(supervisor, application, { outcome: 'approved' })).body;
    const { householdId, number, areaCode, facts } = home;
    const members = facts.members.map((each) => ({ ...each, functioning: { ...each.functioning, walking: 4 } }));
    const changed = { changed: ['members' as const], reason: 'correction' as const };
    await publish(
      service,
      HouseholdUpdated,
      { householdId, number, areaCode, facts: { ...facts, members }, ...changed },
      { aggregateVersion: 2 },
    );
    await publish(service, AppealUpheld, upheld(approved));
    const { body } = ok(await decide(another, await read(approved), { outcome: 'approved' }));
    expect(body.enrolmentId).toBe(approved.enrolmentId);
    const events = await published(service.database.dataSource, EnrolmentChanged);
    expect(events.filter(({ key }) => key === body.enrolmentId).map(({ data }) => data)).toMatchObject([
      { reason: 'appeal_upheld', entitlement: { amountMinor: 80_000 } },
    ]);
  });

  it('ends what was given where the new decision is to refuse', async () => {
    const home = await registered(service, couple);
    const application = await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' });
    const approved = ok(await decide(supervisor, application, { outcome: 'approved', reason: 'They need it.' })).body;
    await publish(service, AppealUpheld, upheld(approved));
    ok(await decide(another, await read(approved), { outcome: 'refused', reason: 'Both can work.' }));
    const ended = await published(service.database.dataSource, EnrolmentEnded);
    expect(ended.find(({ key }) => key === approved.enrolmentId)?.data).toMatchObject({ reason: 'no_longer_eligible' });
  });

  it('goes before an application that was made meanwhile', async () => {
    const home = await registered(service, widow);
    const application = await refused(home);
    const second = await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' });
    await publish(service, AppealUpheld, upheld(application));
    expect([(await read(application)).state, (await read(second)).state]).toEqual(['recommended', 'withdrawn']);
  });

  it('opens nothing that is open already, and is no matter of ours where it is about a payment', async () => {
    const home = await registered(service, widow);
    const open = await applied<Application>(caseworker, { householdId: home.householdId, programme: 'SCT' });
    await publish(service, AppealUpheld, upheld(open));
    const { applicationId: _, ...about } = upheld(open);
    await publish(service, AppealUpheld, { ...about, paymentId: randomUUID() });
    expect(await read(open)).toEqual(open);
  });

  it('about a decision that was never taken here is left to a person', async () => {
    const data = { ...upheld(await refused(await registered(service, widow))), applicationId: randomUUID() };
    await expect(accept(recordOf(AppealUpheld, data))).rejects.toMatchObject({
      code: 'eligibility.application_not_found',
    });
  });
});
