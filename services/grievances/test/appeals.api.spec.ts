import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Appeal,
  AppealDismissed,
  AppealFiled,
  AppealUpheld,
  type Case,
  CycleApproved,
  CycleOpened,
  CycleSubmitted,
} from '@janela/contracts';
import { type Caller, ifMatch } from '@janela/testing';

import { type Grievances, startGrievances } from './grievances.harness.ts';

let grievances: Grievances;
beforeAll(async () => {
  grievances = await startGrievances();
});
afterAll(() => grievances.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
type Decided = Parameters<Grievances['application']>[0];

/** A case about an application that was refused, unless given. */
async function caseAbout(about: Decided = {}): Promise<{ case: Case; applicationId: string }> {
  const householdId = await grievances.household();
  const applicationId = await grievances.application({ householdId, ...about });
  const { body } = await grievances.file({ category: 'decision_refused', applicationId });
  return { case: body, applicationId };
}

const appeal = (caseId: string, against: object, by: Caller<'grievances'> = grievances.caseworker) =>
  by.post('/v1/appeals', { caseId, grounds: 'We were not asked about my mother.', ...against });
const decide = (found: Appeal, outcome: 'upheld' | 'dismissed', by: Caller<'grievances'> = grievances.reviewer) =>
  by.post(`/v1/appeals/${found.id}/decision`, { outcome, reason: 'The household has five members.' }, ifMatch(found));
const eventsOf = async (id: string) => (await grievances.published()).filter(({ key }) => key === id);

describe('an appeal', () => {
  it('is filed against a refusal, and upheld so that it is decided again', async () => {
    const { case: about, applicationId } = await caseAbout();
    const filed = await appeal(about.id, { applicationId });
    expect([filed.status, filed.headers.get('etag')]).toEqual([201, '"1"']);
    expect(Appeal.parse(filed.body)).toMatchObject({ state: 'filed', caseId: about.id, applicationId });
    const { body: upheld, status } = await decide(filed.body, 'upheld');
    expect([status, upheld]).toMatchObject([
      200,
      { state: 'upheld', version: 2, decidedBy: 'Kelvin Sakala', reason: 'The household has five members.' },
    ]);
    const events = await eventsOf(filed.body.id);
    expect(events.map(({ type }) => type)).toEqual([AppealFiled.type, AppealUpheld.type]);
    expect(events[1]?.data).toEqual({
      appealId: upheld.id,
      caseId: about.id,
      areaCode: 'ZM104011',
      householdId: about.householdId,
      applicationId,
      decidedBy: 'appeals-reviewer',
    });
    const read = await grievances.officer.get(`/v1/cases/${about.id}`);
    expect(read.body).toMatchObject({ appealId: upheld.id, version: 3 });
    expect(read.body.steps?.map(({ action }) => action)).toEqual(['filed', 'appealed', 'appeal-decided']);
    for (const table of ['appeals', 'audit_entries', 'outbox'])
      expect(JSON.stringify(await grievances.rows(`SELECT * FROM ${table}`))).not.toMatch(/my mother|five members/);
  });

  it('can be dismissed; the decision stands', async () => {
    const { case: about, applicationId } = await caseAbout();
    const { body: filed } = await appeal(about.id, { applicationId });
    expect((await decide(filed, 'dismissed')).body.state).toBe('dismissed');
    expect((await eventsOf(filed.id)).map(({ type }) => type)).toEqual([AppealFiled.type, AppealDismissed.type]);
  });

  it('can be against a payment that did not arrive', async () => {
    const householdId = await grievances.household();
    const paymentId = await grievances.payment(householdId);
    const { body: about } = await grievances.file({ category: 'payment_not_received', paymentId });
    const filed = await appeal(about.id, { paymentId });
    expect(filed).toMatchObject({ status: 201, body: { paymentId, householdId } });
    expect(await appeal(about.id, { paymentId })).toMatchObject({ status: 409 });
  });

  it('can be filed until its deadline, which the complaint names, also when that is closed', async () => {
    const decidedAt = daysAgo(29);
    const { case: about, applicationId } = await caseAbout({ decidedAt });
    const until = new Date(new Date(decidedAt).getTime() + 30 * 86_400_000).toISOString();
    const { body: assigned } = await grievances.act(about, { action: 'assign' });
    const answer = { action: 'resolve', resolution: 'not_upheld', answer: 'It was right.' } as const;
    const { body: answered } = await grievances.act(assigned, answer);
    const { body: closed } = await grievances.act(answered, { action: 'close' });
    const read = () => grievances.reviewer.get(`/v1/cases/${about.id}`);
    expect((await read()).body).toMatchObject({ state: 'closed', appealUntil: until });
    const filed = await appeal(closed.id, { applicationId });
    expect(filed.status).toBe(201);
    const { body: appealed } = await read();
    expect(appealed).toMatchObject({ state: 'closed', appealId: filed.body.id });
    expect(appealed).not.toHaveProperty('appealUntil');
    expect((await decide(filed.body, 'upheld')).status).toBe(200);
  });

  it('is offered where something was decided against the household, and says when its time is over', async () => {
    const read = async ({ id }: Case) => (await grievances.officer.get(`/v1/cases/${id}`)).body;
    expect(await read((await caseAbout({ outcome: 'approved' })).case)).not.toHaveProperty('appealUntil');
    expect(await read((await grievances.file({})).body)).not.toHaveProperty('appealUntil');
    const late = await read((await caseAbout({ decidedAt: daysAgo(31) })).case);
    expect(new Date(late.appealUntil ?? '').getTime()).toBeLessThan(Date.now());
    const paymentId = await grievances.payment(await grievances.household());
    const { body: about } = await grievances.file({ category: 'payment_not_received', paymentId });
    expect(new Date((await read(about)).appealUntil ?? '').getTime()).toBeGreaterThan(Date.now());
  });

  it('is listed by state, the longest waiting first', async () => {
    const { case: about, applicationId } = await caseAbout();
    const { body: filed } = await appeal(about.id, { applicationId });
    const states = async (query: string) =>
      (await grievances.reviewer.get(`/v1/appeals?${query}`)).body.items.map(({ state }) => state);
    expect(new Set(await states('state=filed'))).toEqual(new Set(['filed']));
    expect(new Set(await states(''))).toEqual(new Set(['filed', 'upheld', 'dismissed']));
    const [entry] = await grievances.rows(
      `SELECT actor, details FROM audit_entries WHERE action = 'appeal.listed' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({ actor: 'appeals-reviewer', details: { ids: expect.arrayContaining([filed.id]) } });
    expect(await grievances.reviewer.get(`/v1/appeals?state=lost`)).toMatchObject({ status: 400 });
    expect((await grievances.reviewer.get(`/v1/appeals/${filed.id}`)).body).toEqual(filed);
  });
});

describe('an appeal that is refused', () => {
  it('is filed twice, also through another case, or a hundred times at once', async () => {
    const { case: about, applicationId } = await caseAbout();
    const many = await Promise.all(Array.from({ length: 5 }, () => appeal(about.id, { applicationId })));
    expect(many.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    const { body: other } = await grievances.file({ category: 'decision_refused', applicationId });
    expect(await appeal(other.id, { applicationId })).toMatchObject({
      status: 409,
      body: { code: 'grievances.appeal_already_filed' },
    });
  });

  it('comes too late', async () => {
    const inTime = await caseAbout({ decidedAt: daysAgo(29) });
    expect(await appeal(inTime.case.id, inTime)).toMatchObject({ status: 400 });
    expect(await appeal(inTime.case.id, { applicationId: inTime.applicationId })).toMatchObject({ status: 201 });
    const late = await caseAbout({ decidedAt: daysAgo(31) });
    expect(await appeal(late.case.id, { applicationId: late.applicationId })).toMatchObject({
      status: 422,
      body: { code: 'grievances.appeal_too_late' },
    });
  });

  it('is against nothing: an approval, what is not decided yet, or what the case is not about', async () => {
    for (const outcome of ['approved', undefined] as const) {
      const { case: about, applicationId } = await caseAbout({ outcome });
      expect(await appeal(about.id, { applicationId })).toMatchObject({
        status: 422,
        body: { code: 'grievances.nothing_to_appeal' },
      });
    }
    const [one, other] = [await caseAbout(), await caseAbout()];
    expect(await appeal(one.case.id, { applicationId: other.applicationId })).toMatchObject({
      status: 422,
      body: { code: 'grievances.appeal_not_about_case' },
    });
    expect(await appeal(one.case.id, { applicationId: one.case.id })).toMatchObject({
      status: 422,
      body: { code: 'grievances.application_unknown' },
    });
    expect(await appeal(one.case.id, {})).toMatchObject({ status: 400 });
    expect(await appeal(one.applicationId, { applicationId: one.applicationId })).toMatchObject({ status: 404 });
  });

  it('is decided by a person who submitted or decided it, or wrote the appeal', async () => {
    const { case: about, applicationId } = await caseAbout({ submittedBy: 'both-sides', decidedBy: 'judge' });
    const { body: filed } = await appeal(about.id, { applicationId });
    for (const id of ['both-sides', 'judge', 'caseworker']) {
      const reviewer = await grievances.as({ roles: ['appeals-reviewer'], id });
      expect(await decide(filed, 'dismissed', reviewer)).toMatchObject({
        status: 403,
        body: { code: 'grievances.own_decision' },
      });
    }
    expect((await decide(filed, 'dismissed')).status).toBe(200);
  });

  it('is decided by a person who acted on the cycle of the payment, in whatever order that is published', async () => {
    const cycleId = randomUUID();
    const cycle = {
      cycleId,
      programmeId: randomUUID(),
      programme: 'SCT',
      period: '2026-11' as never,
      periodMonths: 2,
      count: 1,
      totalMinor: 40_000,
      currency: 'ZMW',
    };
    await grievances.publish(CycleOpened, { ...cycle, by: 'opener' });
    const paymentId = await grievances.payment(await grievances.household(), cycleId);
    await grievances.publish(CycleSubmitted, { ...cycle, by: 'submitter' }, { aggregateVersion: 2 });
    const again = { aggregateVersion: 3, id: randomUUID() };
    for (let times = 0; times < 2; times += 1)
      await grievances.publish(CycleApproved, { ...cycle, by: 'approver' }, again);
    const { body: about } = await grievances.file({ category: 'payment_not_received', paymentId });
    const { body: filed } = await appeal(about.id, { paymentId });
    for (const id of ['opener', 'submitter', 'approver']) {
      const reviewer = await grievances.as({ roles: ['appeals-reviewer'], id });
      expect(await decide(filed, 'dismissed', reviewer)).toMatchObject({
        status: 403,
        body: { code: 'grievances.own_decision' },
      });
    }
    expect((await decide(filed, 'dismissed')).status).toBe(200);
  });

  it('is decided by a person who has answered the complaint before', async () => {
    const { case: about, applicationId } = await caseAbout();
    const both = await grievances.as({ roles: ['appeals-reviewer', 'grievance-officer'], id: 'both-roles' });
    const assigned = await grievances.act(about, { action: 'assign' }, both);
    const resolve = { action: 'resolve', resolution: 'not_upheld', answer: 'It was right.' } as const;
    expect((await grievances.act(assigned.body, resolve, both)).status).toBe(200);
    const { body: filed } = await appeal(about.id, { applicationId });
    expect(await decide(filed, 'dismissed', both)).toMatchObject({
      status: 403,
      body: { code: 'grievances.own_decision' },
    });
    expect((await decide(filed, 'dismissed')).status).toBe(200);
  });

  it('is decided twice, without a reason, or in an old version', async () => {
    const { case: about, applicationId } = await caseAbout();
    const { body: filed } = await appeal(about.id, { applicationId });
    const path = `/v1/appeals/${filed.id}/decision` as const;
    expect(await grievances.reviewer.untyped.post(path, { outcome: 'upheld' }, ifMatch(filed))).toMatchObject({
      status: 400,
    });
    const whole = { outcome: 'upheld', reason: 'So it is.' };
    expect(await grievances.reviewer.untyped.post(path, whole)).toMatchObject({ status: 428 });
    expect(await grievances.reviewer.untyped.post(path, whole, ifMatch({ version: 7 }))).toMatchObject({ status: 412 });
    const { body: upheld } = await decide(filed, 'upheld');
    expect(await decide(filed, 'upheld')).toMatchObject({ status: 412 });
    expect(await decide(upheld, 'dismissed')).toMatchObject({
      status: 409,
      body: { code: 'grievances.appeal_decided' },
    });
  });
});
