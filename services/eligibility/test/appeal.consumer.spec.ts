import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DecideApplication,
  AppealUpheld,
  type Application,
  ApplicationDecided,
  ApplicationRecommended,
  type DataOf,
  EnrolmentChanged,
  EnrolmentEnded,
  HouseholdUpdated,
} from '@janela/contracts';
import { recordOf } from '@janela/messaging';
import { type Caller, type Harness, ifMatch, ok } from '@janela/testing';

import { applied, loadZambia, outcome, startEligibility } from './eligibility.harness.ts';
import { type PublishedHousehold, registered } from './support/published-households.ts';
import { couple, oldMan, widow } from './support/situations.ts';

let eligibility: Harness<'eligibility'>;
let caseworker: Caller<'eligibility'>;
let supervisor: Caller<'eligibility'>;
let another: Caller<'eligibility'>;

beforeAll(async () => {
  eligibility = await startEligibility();
  await loadZambia(eligibility);
  [caseworker, supervisor, another] = await Promise.all([
    eligibility.as('caseworker'),
    eligibility.as('supervisor'),
    eligibility.as({ roles: ['supervisor'], id: 'another-supervisor', name: 'Beatrice Mwila' }),
  ]);
});
afterAll(() => eligibility.stop());

const decide = async (by: Caller<'eligibility'>, application: Application, body: DecideApplication) =>
  by.post(`/v1/applications/${application.id}/decision`, body, ifMatch(application));
const read = async ({ id }: Application) => ok(await caseworker.get(`/v1/applications/${id}`));
const upheld = (application: Application): DataOf<typeof AppealUpheld> => ({
  appealId: randomUUID(),
  caseId: randomUUID(),
  areaCode: application.areaCode,
  householdId: application.householdId,
  applicationId: application.id,
  decidedBy: 'appeals-reviewer',
});
const accept = async (record: ReturnType<typeof recordOf>) => {
  for (const consumer of eligibility.service.messaging.list()) await consumer.accept([record]);
};

async function refused(home: PublishedHousehold): Promise<Application> {
  const application = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
  return ok(await decide(supervisor, application, { outcome: 'refused', reason: 'They seem to manage.' }));
}

describe('an appeal that is upheld', () => {
  it('opens the decision again, on what is known today, once', async () => {
    const application = await refused(await registered(eligibility, widow));
    const record = recordOf(AppealUpheld, upheld(application));
    await accept(record);
    await accept(record);
    const open = await read(application);
    expect(open).toMatchObject({ state: 'recommended', recommendation: { outcome: 'eligible' } });
    expect(open.decision).toBeUndefined();
    expect(open.earlierDecisions).toMatchObject([{ outcome: 'refused', decidedBy: 'Joseph Bwalya' }]);
    const events = await eligibility.published();
    expect(events.filter(({ key }) => key === application.id).map(({ type }) => type)).toEqual([
      'eligibility.application.submitted.v1',
      ApplicationRecommended.type,
      ApplicationDecided.type,
      ApplicationRecommended.type,
    ]);
  });

  it('is decided by an officer who has not decided it before', async () => {
    const application = await refused(await registered(eligibility, widow));
    await eligibility.publish(AppealUpheld, upheld(application));
    const open = await read(application);
    expect(outcome(await decide(supervisor, open, { outcome: 'approved' }))).toEqual([
      403,
      'eligibility.decided_before',
    ]);
    const body = ok(await decide(another, open, { outcome: 'approved' }));
    expect(body).toMatchObject({ state: 'approved', decision: { decidedBy: 'Beatrice Mwila' } });
    const enrolment = ok(await caseworker.get(`/v1/enrolments/${body.enrolmentId}`));
    expect(enrolment).toMatchObject({ state: 'active', reason: 'appeal_upheld' });
  });

  it('changes what is due where it was too little, without another enrolment', async () => {
    const home = await registered(eligibility, oldMan);
    const application = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
    const approved = ok(await decide(supervisor, application, { outcome: 'approved' }));
    const { householdId, number, areaCode, facts } = home;
    const members = facts.members.map((each) => ({ ...each, functioning: { ...each.functioning, walking: 4 } }));
    const changed = { changed: ['members' as const], reason: 'correction' as const };
    await eligibility.publish(
      HouseholdUpdated,
      { householdId, number, areaCode, facts: { ...facts, members }, ...changed },
      { aggregateVersion: 2 },
    );
    await eligibility.publish(AppealUpheld, upheld(approved));
    const body = ok(await decide(another, await read(approved), { outcome: 'approved' }));
    expect(body.enrolmentId).toBe(approved.enrolmentId);
    const events = await eligibility.published(EnrolmentChanged);
    expect(events.filter(({ key }) => key === body.enrolmentId).map(({ data }) => data)).toMatchObject([
      { reason: 'appeal_upheld', entitlement: { amountMinor: 80_000 } },
    ]);
  });

  it('ends what was given where the new decision is to refuse', async () => {
    const home = await registered(eligibility, couple);
    const application = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
    const approved = ok(await decide(supervisor, application, { outcome: 'approved', reason: 'They need it.' }));
    await eligibility.publish(AppealUpheld, upheld(approved));
    ok(await decide(another, await read(approved), { outcome: 'refused', reason: 'Both can work.' }));
    const ended = await eligibility.published(EnrolmentEnded);
    expect(ended.find(({ key }) => key === approved.enrolmentId)?.data).toMatchObject({ reason: 'no_longer_eligible' });
  });

  it('goes before an application that was made meanwhile', async () => {
    const home = await registered(eligibility, widow);
    const application = await refused(home);
    const second = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
    await eligibility.publish(AppealUpheld, upheld(application));
    expect([(await read(application)).state, (await read(second)).state]).toEqual(['recommended', 'withdrawn']);
  });

  it('opens nothing that is open already, and is no matter of ours where it is about a payment', async () => {
    const home = await registered(eligibility, widow);
    const open = await applied(caseworker, { householdId: home.householdId, programme: 'SCT' });
    await eligibility.publish(AppealUpheld, upheld(open));
    const { applicationId: _, ...about } = upheld(open);
    await eligibility.publish(AppealUpheld, { ...about, paymentId: randomUUID() });
    expect(await read(open)).toEqual(open);
  });

  it('about a decision that was never taken here is left to a person', async () => {
    const data = { ...upheld(await refused(await registered(eligibility, widow))), applicationId: randomUUID() };
    await expect(accept(recordOf(AppealUpheld, data))).rejects.toMatchObject({
      code: 'eligibility.application_not_found',
    });
  });
});
