import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ContributionReceived,
  ContributionReversed,
  EnrolmentStarted,
  ProgrammePublished,
  type Contribution,
  type RecordContribution,
} from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import { published } from '@janela/testing';

import { wrongsOf } from './books.ts';
import { enrolment, lunga, once, type Payments, startPayments, taken, transferProgramme } from './payments.ts';

let payments: Payments;
const personId = randomUUID();
const stranger = randomUUID();
const insurance = {
  ...transferProgramme,
  programmeId: randomUUID(),
  code: 'NAPSA-INF',
  contributory: true,
  frequency: 'monthly' as const,
};

beforeAll(async () => {
  payments = await startPayments();
  await deliver(payments.service.messaging, recordOf(ProgrammePublished, insurance));
  for (const [person, areaCode] of [
    [personId, 'ZM104011'],
    [stranger, lunga],
  ] as const) {
    const { entitlement: _none, ...member } = enrolment({ areaCode, personId: person, coveredPersonIds: [person] });
    await deliver(
      payments.service.messaging,
      recordOf(EnrolmentStarted, { ...member, programmeId: insurance.programmeId, programme: insurance.code }),
    );
  }
});
afterAll(() => payments.stop());

const contribution = (about: Partial<RecordContribution> = {}): RecordContribution => ({
  ...{
    personId,
    programme: 'NAPSA-INF',
    branch: 'old_age',
    period: '2026-10',
    channel: 'window',
    receipt: 'R-1',
    on: '2026-11-02',
  },
  amount: { amountMinor: 10_000, currency: 'ZMW' },
  ...about,
});
const record = (about: Partial<RecordContribution> = {}) =>
  payments.caseworker.post<Contribution & { code: string }>('/v1/contributions', contribution(about), once());

describe('a contribution', () => {
  it('counts once for its receipt, and goes through the book', async () => {
    const [first, again] = [await record(), await record()];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body).toMatchObject({
      personId,
      programme: 'NAPSA-INF',
      branch: 'old_age',
      period: '2026-10',
      amountMinor: 10_000,
      receipt: 'R-1',
    });
    expect((await published(payments.database, ContributionReceived)).map(({ data }) => data)).toMatchObject([
      { contributionId: first.body.id, personId, areaCode: 'ZM104011', amountMinor: 10_000 },
    ]);
    const accounts = await payments.officer.get<{ items: object[] }>('/v1/ledger/accounts');
    expect(accounts.body.items).toEqual([
      { account: 'collected:window', currency: 'ZMW', balanceMinor: 10_000 },
      { account: 'contributions:NAPSA-INF', currency: 'ZMW', balanceMinor: -10_000 },
    ]);
    expect(await record({ amount: { amountMinor: 20_000, currency: 'ZMW' } })).toMatchObject({
      status: 409,
      body: { code: 'payments.receipt_used' },
    });
  });

  it.each([
    ['nothing', { amount: { amountMinor: 0, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['less than nothing', { amount: { amountMinor: -1, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['more than anybody pays in', { amount: { amountMinor: 1e12 + 1, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['another currency', { amount: { amountMinor: 1, currency: 'USD' } }, 422, 'payments.other_currency'],
    ['a programme that nobody knows', { programme: 'NONE' }, 404, 'payments.programme_not_found'],
    ['somebody who is no member', { personId: randomUUID() }, 409, 'payments.not_a_member'],
    ['a member in another district', { personId: stranger }, 409, 'payments.not_a_member'],
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
    const reverse = () =>
      payments.officer.post<Contribution>(`/v1/contributions/${body.id}/reverse`, { reason: 'bounced' });
    expect(await reverse()).toMatchObject({ status: 200, body: { reversedBecause: 'bounced' } });
    expect(await reverse()).toMatchObject({ status: 409, body: { code: 'payments.contribution_reversed' } });
    expect((await published(payments.database, ContributionReversed)).map(({ data }) => data.reason)).toEqual([
      'bounced',
    ]);
    const page = taken(
      await payments.caseworker.get<{ items: Contribution[] }>(`/v1/contributions?personId=${personId}`),
    );
    const [trace] = await payments.database.query<object[]>(
      `SELECT actor, subject FROM audit_entries WHERE action = 'contribution.read'`,
    );
    expect(trace).toEqual({ actor: 'caseworker', subject: `person:${personId}` });
    expect(page.items.map(({ receipt, reversedBecause }) => [receipt, reversedBecause])).toEqual([
      ['R-2', 'bounced'],
      ['R-1', undefined],
    ]);
    expect(await wrongsOf(payments.database)).toEqual([]);
    expect(
      await payments.officer.post(`/v1/contributions/${randomUUID()}/reverse`, { reason: 'bounced' }),
    ).toMatchObject({ status: 404 });
  });
});
