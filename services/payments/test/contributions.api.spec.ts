import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ContributionReceived,
  ContributionReversed,
  EnrolmentEnded,
  EnrolmentStarted,
  PersonDied,
  ProgrammePublished,
  type PlainDate,
  type RecordContribution,
} from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import { idempotencyKey, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { enrolment, lunga, transferProgramme } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const personId = randomUUID();
const elsewhere = randomUUID();
const [dead, left, back] = [randomUUID(), randomUUID(), randomUUID()];
const insurance = {
  ...transferProgramme,
  programmeId: randomUUID(),
  code: 'NAPSA-INF',
  contributory: true,
  frequency: 'monthly' as const,
};

beforeAll(async () => {
  payments = await startPayments();
  await payments.publish(ProgrammePublished, insurance);
  for (const [person, areaCode] of [
    [personId, 'ZM104011'],
    [elsewhere, lunga],
    [dead, 'ZM104011'],
  ] as const)
    await join(person, areaCode);
});
afterAll(() => payments.stop());

/** Makes a person a member; returns the enrolment. */
async function join(person: string, areaCode = 'ZM104011', from: PlainDate = '2026-01-01') {
  const { entitlement: _none, ...about } = enrolment({ areaCode, personId: person, coveredPersonIds: [person], from });
  const member = { ...about, programmeId: insurance.programmeId, programme: insurance.code };
  await payments.publish(EnrolmentStarted, member);
  return member;
}

const contribution = (about: Partial<RecordContribution> = {}): RecordContribution => ({
  personId,
  programme: 'NAPSA-INF',
  branch: 'old_age',
  period: '2026-10',
  channel: 'window',
  receipt: 'R-1',
  on: '2026-11-02',
  amount: { amountMinor: 10_000, currency: 'ZMW' },
  ...about,
});
const record = (about: Partial<RecordContribution> = {}) =>
  payments.caseworker.post('/v1/contributions', contribution(about), idempotencyKey());

describe('a contribution', () => {
  it('counts once for its receipt, and goes through the book', async () => {
    const [first, again] = [await record(), await record()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const seen = await payments.db.query<object[]>(
      `SELECT subject, details FROM audit_entries WHERE action = 'contribution.read'`,
    );
    expect(seen).toEqual([{ subject: `person:${personId}`, details: { programme: 'NAPSA-INF', count: 1 } }]);
    expect(first.body).toMatchObject({
      personId,
      programme: 'NAPSA-INF',
      branch: 'old_age',
      period: '2026-10',
      amountMinor: 10_000,
      receipt: 'R-1',
    });
    expect((await payments.published(ContributionReceived)).map(({ data }) => data)).toMatchObject([
      { contributionId: first.body.id, personId, areaCode: 'ZM104011', amountMinor: 10_000 },
    ]);
    const accounts = await payments.officer.get('/v1/ledger/accounts');
    expect(accounts.body.items).toEqual([
      { account: 'collected:window', currency: 'ZMW', balanceMinor: 10_000 },
      { account: 'contributions:NAPSA-INF', currency: 'ZMW', balanceMinor: -10_000 },
    ]);
    expect(await record({ amount: { amountMinor: 20_000, currency: 'ZMW' } })).toMatchObject({
      status: 409,
      body: { code: 'payments.receipt_used' },
    });
  });

  it('is for a time in which the member lived', async () => {
    const death = { personId: dead, householdId: randomUUID(), on: '2026-09-30', source: 'caseworker' } as const;
    await payments.publish(PersonDied, { ...death, certainty: 'certified' });
    const answers = async (...about: Pick<RecordContribution, 'period' | 'on'>[]) =>
      Promise.all(
        about.map(async (one) => {
          const { status, body } = await record({ ...one, personId: dead, receipt: randomUUID() });
          return body.code ?? status;
        }),
      );
    const refused = 'payments.member_died';
    const lived = [{ period: '2026-08', on: '2026-09-29' } as const, { period: '2026-09', on: '2026-09-30' } as const];
    expect(await answers(...lived)).toEqual([201, 201]);
    expect(await answers({ period: '2026-09', on: '2026-10-01' }, { period: '2026-10', on: '2026-09-30' })).toEqual([
      refused,
      refused,
    ]);
    const withdrawn = recordOf(PersonDied, { ...death, certainty: 'withdrawn' }, { aggregateVersion: 2 });
    await deliver(payments.service.messaging, withdrawn);
    expect(await answers({ period: '2026-10', on: '2026-10-01' })).toEqual([201]);
  });

  it('is for a month in which the member had not left yet, or had come back', async () => {
    for (const person of [left, back]) {
      const ended = { ...(await join(person)), reason: 'own_request' as const, from: '2026-08-01' as const };
      await payments.publish(EnrolmentEnded, ended, { aggregateVersion: 2 });
    }
    await join(back, 'ZM104011', '2026-10-01');
    const answer = async (person: string, period: RecordContribution['period']) => {
      const { status, body } = await record({ personId: person, period, receipt: randomUUID() });
      return body.code ?? status;
    };
    expect(await answer(left, '2026-07')).toBe(201);
    expect(await answer(left, '2026-08')).toBe('payments.not_a_member');
    expect(await answer(back, '2026-10')).toBe(201);
  });

  it.each([
    ['nothing', { amount: { amountMinor: 0, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['less than nothing', { amount: { amountMinor: -1, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['more than is paid in at once', { amount: { amountMinor: 1e12 + 1, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['another currency', { amount: { amountMinor: 1, currency: 'USD' } }, 422, 'payments.other_currency'],
    ['a programme that does not exist', { programme: 'NONE' }, 404, 'payments.programme_not_found'],
    ['a person who is no member', { personId: randomUUID() }, 409, 'payments.not_a_member'],
    ['a member in another district', { personId: elsewhere }, 409, 'payments.not_a_member'],
    ['a receipt of tomorrow', { on: '2099-01-01' as const }, 400, 'request.invalid'],
    ['a day in the year 1', { on: '0001-01-01' as const }, 422, 'payments.day_long_ago'],
    ['a month that has not begun', { period: '2099-01' as const }, 422, 'payments.day_in_future'],
    ['a month in the year 0', { period: '0000-01' as const }, 400, 'request.invalid'],
    ['a month in the year 1', { period: '0001-01' as const }, 422, 'payments.day_long_ago'],
    ['two branches', { branch: 'old_age,health' as 'old_age' }, 400, 'request.invalid'],
  ])('is refused for %s', async (_what, about, status, code) => {
    expect(await record({ receipt: randomUUID(), ...about })).toMatchObject({ status, body: { code } });
  });

  it('is reversed once, by a transaction of its own', async () => {
    const { body } = await record({ receipt: 'R-2' });
    const reverse = () => payments.officer.post(`/v1/contributions/${body.id}/reverse`, { reason: 'bounced' });
    expect(await reverse()).toMatchObject({ status: 200, body: { reversedBecause: 'bounced' } });
    expect(await reverse()).toMatchObject({ status: 409, body: { code: 'payments.contribution_reversed' } });
    expect((await payments.published(ContributionReversed)).map(({ data }) => data.reason)).toEqual(['bounced']);
    const page = ok(await payments.caseworker.get(`/v1/contributions?personId=${personId}`));
    const [trace] = await payments.db.query<object[]>(
      `SELECT actor, subject FROM audit_entries WHERE action = 'contribution.read'`,
    );
    expect(trace).toEqual({ actor: 'caseworker', subject: `person:${personId}` });
    expect(page.items.map(({ receipt, reversedBecause }) => [receipt, reversedBecause])).toEqual([
      ['R-2', 'bounced'],
      ['R-1', undefined],
    ]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
    expect(
      await payments.officer.post(`/v1/contributions/${randomUUID()}/reverse`, { reason: 'bounced' }),
    ).toMatchObject({ status: 404 });
  });

  it('counts once, however the number of its receipt is written', async () => {
    const first = ok(await record({ receipt: 'RC-16fa8ce' }));
    for (const receipt of ['rc-16fa8ce', 'RC-16 fa8ce', 'ＲＣ-16fa8ce', 'RÇ-16FA8CE']) {
      expect(ok(await record({ receipt }))).toMatchObject({ id: first.id, receipt: 'RC-16fa8ce' });
      expect(await record({ receipt, period: '2026-09' })).toMatchObject({
        status: 409,
        body: { code: 'payments.receipt_used' },
      });
    }
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});
