import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AddFunds,
  AddProvider,
  ApproveReissue,
  ConfirmPayee,
  type Contribution,
  type Cycle,
  type Difference,
  EnrolmentStarted,
  HoldPayment,
  OpenCycle,
  type Payment,
  RecordContribution,
  RefuseFunds,
  RefuseReissue,
  RefuseSettlement,
  type Reissue,
  ReissuePayment,
  RejectCycle,
  ReportOutcome,
  ReverseContribution,
  SettleDifference,
  type Settlement,
  SettlePayment,
} from '@janela/contracts';
import { previousPeriod } from '@janela/kernel';
import { type BodyRoute, routesNotTried, seeded, sendAnyBody, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { amountMinor, enrolment, funds, thisPeriod, today } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

const random = seeded('whatever a contract of payments accepts');
const lines = 60;
const member = randomUUID();

let payments: Payments;
let period = previousPeriod(thisPeriod, 2);
/** Of a list that is not submitted, of one that was approved, and what a provider has. */
let frozen: Payment[];
let approved: Payment[];
let sent: Payment[];
/** What the provider speaks about next. */
let about: Payment | undefined;

beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(lines, { from: '1990-01-01' });
  const insured = enrolment({ coveredPersonIds: [member], from: '1990-01-01' });
  await payments.publish(EnrolmentStarted, insured);
  await payments.fund(100 * lines * amountMinor);
  sent = await sendNext();
  approved = await payments.listOf(await approve(await openNext()));
  frozen = (await payments.listOf(await openNext())).filter(({ state }) => state === 'frozen');
});
afterAll(() => payments.stop());

function openNext(): Promise<Cycle> {
  period = previousPeriod(period, 2);
  return payments.open(period);
}
const submit = (cycle: Cycle) =>
  payments.officer.post(`/v1/cycles/${cycle.id}/submit`, undefined, ifMatch(cycle)).then(ok);
const approve = async (cycle: Cycle) => {
  const submitted = await submit(cycle);
  return ok(await payments.approver.post(`/v1/cycles/${cycle.id}/approve`, undefined, ifMatch(submitted)));
};
const next = (of: Payment[]): Payment => {
  const payment = of.shift();
  if (!payment) throw new Error('all lines are used up');
  return payment;
};
/** A payment that its provider has, and about which nothing was said yet. */
async function nextSent(): Promise<Payment> {
  if (sent.length === 0) sent = await sendNext();
  return next(sent);
}
async function sendNext(): Promise<Payment[]> {
  const cycle = await payments.send(await openNext());
  return (await payments.listOf(cycle)).filter(({ state }) => state === 'instructed');
}
const now = async ({ id }: Payment) => ok(await payments.officer.get(`/v1/payments/${id}`));
const at = (path: string, of?: { version: number }) => ({
  path,
  headers: { ...(of && ifMatch(of)), ...idempotencyKey() },
});
const report = (
  { instructionId }: Payment,
  status: ReportOutcome['status'],
  providerReference: string = randomUUID(),
) =>
  payments.provider.untyped.post('/v1/outcomes', {
    instructionId,
    status,
    providerReference,
    occurredAt: new Date().toISOString(),
  });
const evidence = { evidence: 'statement', documentReference: 'ST-1', reason: 'It is on their statement.' } as const;

async function held(): Promise<Payment> {
  const payment = next(frozen);
  const hold = { reasonCode: 'under_review' };
  return ok(await payments.officer.post(`/v1/payments/${payment.id}/hold`, hold, ifMatch(payment)));
}
async function lost(): Promise<Payment> {
  const payment = await nextSent();
  await report(payment, 'failed');
  return now(payment);
}
async function asked(): Promise<Reissue> {
  const payment = await lost();
  const headers = { ...ifMatch(payment), ...idempotencyKey() };
  return ok(await payments.officer.post(`/v1/payments/${payment.id}/reissue`, {}, headers));
}
async function difference(): Promise<Difference> {
  const payment = await nextSent();
  await report(payment, 'paid');
  await report(payment, 'failed');
  const { items } = ok(await payments.officer.get('/v1/differences?limit=200'));
  return items.find(({ paymentId }) => paymentId === payment.id) as Difference;
}
async function silent(): Promise<Payment> {
  const payment = await nextSent();
  await report(payment, 'unknown');
  return now(payment);
}
async function proposed(): Promise<Settlement> {
  const payment = await silent();
  const body = { ...evidence, outcome: 'paid' };
  return ok(
    await payments.officer.untyped.post<Settlement>(`/v1/payments/${payment.id}/settle`, body, ifMatch(payment)),
  );
}
const money = () => ({ amountMinor: random.pick([1, 2 ** 32, 1_000_000_000_000]), currency: 'ZMW' });
const day = () => random.pick([today, '2026-01-15', undefined]);
const receipt = { programme: () => 'SCT', personId: () => member, amount: money, on: day, period: () => '2026-09' };

/** Every route that takes a body. */
const routes: Record<string, () => BodyRoute> = {
  'POST /v1/providers': () => ({ by: payments.administrator, schema: AddProvider, to: () => at('/v1/providers') }),
  'POST /v1/funds': () => ({
    by: payments.officer,
    schema: AddFunds,
    to: () => at('/v1/funds'),
    given: { programme: () => 'SCT', amount: money, on: day },
  }),
  'POST /v1/funds/:id/refuse': () => ({
    by: payments.approver,
    schema: RefuseFunds,
    to: async () => {
      const of = ok(await payments.officer.post('/v1/funds', funds(1, randomUUID()), idempotencyKey()));
      return at(`/v1/funds/${of.id}/refuse`, of);
    },
  }),
  'POST /v1/cycles': () => ({
    by: payments.officer,
    schema: OpenCycle,
    to: () => at('/v1/cycles'),
    given: { programme: () => random.pick(['SCT', undefined]), period: () => (period = previousPeriod(period, 2)) },
  }),
  'POST /v1/cycles/:id/reject': () => {
    let open: Cycle | undefined;
    return {
      by: payments.approver,
      schema: RejectCycle,
      to: async () => {
        open ??= await openNext();
        const submitted = await submit(ok(await payments.officer.get(`/v1/cycles/${open.id}`)));
        return at(`/v1/cycles/${open.id}/reject`, submitted);
      },
    };
  },
  'POST /v1/payments/:id/hold': () => ({
    by: payments.officer,
    schema: HoldPayment,
    to: () => {
      const payment = next(frozen);
      return at(`/v1/payments/${payment.id}/hold`, payment);
    },
  }),
  'POST /v1/payments/:id/release': () => ({
    by: payments.officer,
    schema: HoldPayment,
    to: async () => {
      const payment = await held();
      return at(`/v1/payments/${payment.id}/release`, payment);
    },
  }),
  'POST /v1/payments/:id/cancel': () => ({
    by: payments.officer,
    schema: HoldPayment,
    to: async () => {
      const payment = await held();
      return at(`/v1/payments/${payment.id}/cancel`, payment);
    },
  }),
  'POST /v1/payments/:id/payee/confirm': () => ({
    by: payments.approver,
    schema: ConfirmPayee,
    to: async () => {
      const payment = next(approved);
      await payments.designate(payment.householdId, { account: '+260971234567' });
      return at(`/v1/payments/${payment.id}/payee/confirm`, await now(payment));
    },
  }),
  'POST /v1/payments/:id/reissue': () => ({
    by: payments.officer,
    schema: ReissuePayment,
    to: async () => {
      const payment = await lost();
      return at(`/v1/payments/${payment.id}/reissue`, payment);
    },
  }),
  'POST /v1/reissues/:id/approve': () => ({
    by: payments.approver,
    schema: ApproveReissue,
    to: async () => {
      const reissue = await asked();
      return at(`/v1/reissues/${reissue.id}/approve`, reissue);
    },
  }),
  'POST /v1/reissues/:id/refuse': () => ({
    by: payments.approver,
    schema: RefuseReissue,
    to: async () => {
      const reissue = await asked();
      return at(`/v1/reissues/${reissue.id}/refuse`, reissue);
    },
  }),
  'POST /v1/outcomes': () => ({
    by: payments.provider,
    schema: ReportOutcome,
    given: {
      instructionId: () => about?.instructionId,
      occurredAt: () => new Date().toISOString(),
      amount: () => undefined,
    },
    to: async () => {
      about = await nextSent();
      return at('/v1/outcomes');
    },
  }),
  'POST /v1/differences/:id/settle': () => ({
    by: payments.officer,
    schema: SettleDifference,
    given: { paidMinor: () => undefined },
    to: async () => at(`/v1/differences/${(await difference()).id}/settle`),
  }),
  'POST /v1/payments/:id/settle': () => ({
    by: payments.officer,
    schema: SettlePayment,
    to: async () => {
      const payment = await silent();
      return at(`/v1/payments/${payment.id}/settle`, payment);
    },
  }),
  'POST /v1/settlements/:id/refuse': () => ({
    by: payments.approver,
    schema: RefuseSettlement,
    to: async () => {
      const settlement = await proposed();
      return at(`/v1/settlements/${settlement.id}/refuse`, settlement);
    },
  }),
  'POST /v1/contributions': () => ({
    by: payments.officer,
    schema: RecordContribution,
    to: () => at('/v1/contributions'),
    given: receipt,
  }),
  'POST /v1/contributions/:id/reverse': () => ({
    by: payments.officer,
    schema: ReverseContribution,
    to: async () => {
      const body = { branch: 'old_age', channel: 'window', receipt: randomUUID(), ...paidIn };
      const of = ok(await payments.officer.untyped.post<Contribution>('/v1/contributions', body, idempotencyKey()));
      return at(`/v1/contributions/${of.id}/reverse`);
    },
  }),
};
const paidIn = {
  programme: 'SCT',
  personId: member,
  period: '2026-09',
  on: '2026-09-15',
  amount: { amountMinor: 1, currency: 'ZMW' },
};

const withoutBody = [
  ...['submit', 'approve', 'dispatch', 'close'].map((verb) => `POST /v1/cycles/:id/${verb}`),
  ...['POST /v1/funds/:id/approve', 'POST /v1/settlements/:id/confirm', 'POST /v1/payments/:id/enquire'],
];

describe('whatever a contract accepts', () => {
  it('is tried on every route that changes something', () => {
    expect(routesNotTried(payments.service, [...Object.keys(routes), ...withoutBody])).toEqual([]);
  });

  it.each(Object.entries(routes))('makes no mistake of ours, and is taken: %s', async (name, route) => {
    await sendAnyBody(name, route(), random);
    await payments.published();
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('can be confirmed, paid out and read, whatever was proposed', async () => {
    const waiting = ok(await payments.approver.get('/v1/settlements?state=proposed&limit=200')).items;
    for (const one of waiting) expect((await payments.confirm(one)).status).toBeLessThan(500);
    const given = ok(await payments.approver.get('/v1/funds?state=proposed&limit=200')).items;
    for (const one of given)
      expect(
        (await payments.approver.post(`/v1/funds/${one.id}/approve`, undefined, ifMatch(one))).status,
      ).toBeLessThan(500);
    await payments.published();
    expect(await ledgerProblems(payments.db)).toEqual([]);
    for (const path of ['differences', 'settlements', 'reissues', 'funds', 'ledger/transactions', 'ledger/accounts'])
      expect((await payments.officer.untyped.get(`/v1/${path}`)).status).toBe(200);
  });
});
