import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CycleApproved,
  CycleClosed,
  CycleDispatched,
  CycleOpened,
  CycleSubmitted,
  EnrolmentStarted,
  InstructionIssued,
  PaymentHeld,
  type Cycle,
  type Payment,
} from '@janela/contracts';
import { nextPeriod, previousPeriod } from '@janela/kernel';
import { Database, systemActor } from '@janela/platform';
import { idempotencyKey, ok } from '@janela/testing';

import { reportedOutcome } from '../src/outcomes/judge-outcome.ts';
import { OutcomesService } from '../src/outcomes/outcomes.service.ts';
import { cycleActs } from './acts.ts';
import { ledgerProblems } from './books.ts';
import { amountMinor, enrolment, samfya, thisPeriod, today } from './fixtures.ts';
import { until } from './payments-stack.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { onCycle } = cycleActs(() => payments);
const lastPeriod = previousPeriod(thisPeriod, 2);
const reconciliationOf = async ({ id }: Cycle) => ok(await payments.officer.get(`/v1/cycles/${id}/reconciliation`));

describe('a cycle', () => {
  beforeAll(async () => {
    payments = await startPayments();
    await payments.fund(20 * amountMinor);
  });
  afterAll(() => payments.stop());

  it('is refused while nothing is due', async () => {
    const answer = await payments.officer.post(
      '/v1/cycles',
      { programme: 'SCT', period: thisPeriod },
      idempotencyKey(),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'payments.nothing_due' } });
  });

  it.each([
    ['a programme that does not exist', { programme: 'NONE', period: thisPeriod }, 404, 'payments.programme_not_found'],
    [
      'a month in the middle of a period',
      { programme: 'SCT', period: nextPeriod(thisPeriod, 1) },
      422,
      'payments.period_starts_elsewhere',
    ],
    [
      'a period that has not begun',
      { programme: 'SCT', period: nextPeriod(thisPeriod, 2) },
      422,
      'payments.period_in_future',
    ],
    ['the last period that there can be', { programme: 'SCT', period: '9999-11' }, 422, 'payments.period_in_future'],
    ['a month that is none', { programme: 'SCT', period: '2026-13' }, 400, 'request.invalid'],
    [
      'an amount that it is not for the caller to say',
      { programme: 'SCT', period: thisPeriod, totalMinor: 1 },
      400,
      'request.invalid',
    ],
  ])('is refused for %s', async (_what, body, status, code) => {
    expect(await payments.officer.post('/v1/cycles', body, idempotencyKey())).toMatchObject({ status, body: { code } });
  });

  it('goes from opening to closing, and the books agree after every step', async () => {
    const [first] = await payments.enrol(4);
    const [withoutPayee] = [enrolment()];
    await payments.publish(EnrolmentStarted, withoutPayee);

    const cycle = await payments.open();
    expect(cycle).toMatchObject({
      state: 'open',
      version: 1,
      programme: 'SCT',
      period: thisPeriod,
      periodMonths: 2,
      frequency: 'every_two_months',
      count: 5,
      totalMinor: 5 * amountMinor,
      currency: 'ZMW',
      cutoffOn: today,
      openedBy: 'Esther Tembo',
      byState: { frozen: { count: 4, totalMinor: 4 * amountMinor }, held: { count: 1, totalMinor: amountMinor } },
      fundsMinor: 20 * amountMinor,
    });
    const list = await payments.listOf(cycle);
    expect(list.find(({ householdId }) => householdId === first?.householdId)).toMatchObject({
      state: 'frozen',
      amountMinor,
      currency: 'ZMW',
      period: thisPeriod,
      provider: 'sandbox',
      reasonCode: null,
      channel: 'mobile_money',
      areaCode: samfya,
      programmeVersion: 1,
      enrolmentId: first?.enrolmentId,
    });
    expect(list.find(({ householdId }) => householdId === withoutPayee?.householdId)).toMatchObject({
      state: 'held',
      reasonCode: 'no_payee',
      reason: { en: 'It is not known who collects for the household' },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    const submitted = ok(await onCycle('officer', cycle, 'submit'));
    expect(submitted).toMatchObject({
      state: 'submitted',
      version: 2,
      submittedBy: 'Esther Tembo',
      listHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const approved = ok(await onCycle('approver', submitted, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', approvedBy: 'Brian Mulenga', fundsMinor: 15 * amountMinor });
    expect(await reconciliationOf(cycle)).toMatchObject({
      approved: { count: 5 },
      instructed: { count: 0 },
      held: { count: 5 },
      waiting: { count: 4 },
      cancelled: { count: 0 },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    const dispatched = ok(await onCycle('officer', approved, 'dispatch'));
    expect(dispatched).toMatchObject({
      state: 'dispatched',
      byState: { instructed: { count: 4 }, held: { count: 1 } },
    });
    expect(await reconciliationOf(cycle)).toMatchObject({
      instructed: { count: 4, totalMinor: 4 * amountMinor },
      inFlight: { count: 4 },
      held: { count: 1 },
      waiting: { count: 0 },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    expect(await onCycle('officer', dispatched, 'close')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_not_settled' },
    });
  });

  it('is published to each provider once, in words that the payee can read', async () => {
    const instructions = await payments.published(InstructionIssued);
    expect(instructions).toHaveLength(4);
    expect(instructions[0]).toMatchObject({
      topic: 'payments.instruction.sandbox',
      data: {
        provider: 'sandbox',
        amountMinor,
        currency: 'ZMW',
        requestedOn: today,
        endToEndId: expect.stringMatching(/^[0-9a-f]{32}$/),
        purpose: `Social Cash Transfer ${thisPeriod}`,
        payee: { name: 'Chanda Mwape', channel: 'mobile_money', account: expect.stringMatching(/^\+26097\d{5}99$/) },
      },
    });
    expect(new Set(instructions.map(({ data }) => data.endToEndId)).size).toBe(4);
  });

  it('publishes every step, with what it adds up to', async () => {
    for (const event of [CycleOpened, CycleSubmitted, CycleApproved, CycleDispatched]) {
      const [said] = await payments.published(event);
      expect(said?.data).toMatchObject({ programme: 'SCT', period: thisPeriod, count: 5, totalMinor: 5 * amountMinor });
    }
    expect((await payments.published(PaymentHeld)).map(({ data }) => data)).toEqual([
      expect.objectContaining({ reasonCode: 'no_payee', by: 'payments-officer' }),
    ]);
  });

  it('is there once for a programme and a period, however often and by however many it is opened', async () => {
    const again = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey());
    expect(again).toMatchObject({ status: 409, body: { code: 'payments.cycle_exists' } });

    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        payments.officer.post('/v1/cycles', { programme: 'SCT', period: lastPeriod }, idempotencyKey()),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('answers the same to the same request, and refuses its key for another', async () => {
    const period = previousPeriod(lastPeriod, 2);
    const headers = { 'idempotency-key': 'cycle-1' };
    const first = await payments.officer.post('/v1/cycles', { programme: 'SCT', period }, headers);
    const second = await payments.officer.post('/v1/cycles', { programme: 'SCT', period }, headers);
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });

  it('is listed, the newest first, by programme and state', async () => {
    const page = ok(await payments.officer.get('/v1/cycles?limit=2&programme=SCT'));
    expect(page.items.map(({ period }) => period)).toEqual([previousPeriod(lastPeriod, 2), lastPeriod]);
    const rest = ok(await payments.officer.get(`/v1/cycles?after=${page.next}`));
    expect(rest.items.map(({ state }) => state)).toEqual(['dispatched']);
    const open = ok(await payments.officer.get('/v1/cycles?state=closed'));
    expect(open.items).toEqual([]);
  });
});

describe('a cycle that is closed', () => {
  beforeAll(async () => {
    payments = await startPayments();
    await payments.enrol(3);
    await payments.fund(3 * amountMinor);
  });
  afterAll(() => payments.stop());

  it('shows what reached people, and gives back to the programme what did not', async () => {
    const cycle = await payments.send(await payments.open());
    const list: Payment[] = await payments.listOf(cycle);
    const statuses = ['paid', 'failed', 'returned'] as const;
    for (const [index, status] of statuses.entries()) {
      const outcome = {
        instructionId: list[index]?.instructionId,
        status,
        providerReference: `R-${index}`,
        occurredAt: new Date().toISOString(),
      };
      expect(await payments.provider.untyped.post('/v1/outcomes', outcome)).toMatchObject({ status: 200 });
    }
    const closed = ok(await onCycle('officer', cycle, 'close'));
    expect(closed).toMatchObject({ state: 'closed', fundsMinor: 2 * amountMinor });
    const [said] = await payments.published(CycleClosed);
    expect(said?.data).toMatchObject({ count: 3, paidCount: 1, paidMinor: amountMinor });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('waits for what a provider is saying at that moment, and gives that back as well', async () => {
    await payments.fund(3 * amountMinor);
    const cycle = await payments.send(await payments.open(lastPeriod));
    const list: Payment[] = await payments.listOf(cycle);
    const said = (payment: Payment | undefined, status: 'paid' | 'returned') => ({
      instructionId: payment?.instructionId as string,
      status,
      providerReference: payment?.id as string,
      occurredAt: new Date().toISOString(),
    });
    for (const payment of list) ok(await payments.provider.post('/v1/outcomes', said(payment, 'paid')));

    const { app } = payments.service.running;
    const provider = systemActor('spec');
    let close: ReturnType<typeof onCycle> | undefined;
    await app.get(Database, { strict: false }).write(provider, async (tx) => {
      const outcome = reportedOutcome('sandbox', said(list[0], 'returned'));
      await app.get(OutcomesService, { strict: false }).ingest(tx, provider.id, [outcome]);
      close = onCycle('officer', cycle, 'close');
      await until(async () => {
        const waiting = await payments.db.query(
          `SELECT FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')`,
        );
        return waiting.length > 0;
      });
    });

    expect(ok(await (close as ReturnType<typeof onCycle>))).toMatchObject({ state: 'closed' });
    expect(await ledgerProblems(payments.db)).toEqual([]);
    const balances = ok(await payments.officer.get('/v1/ledger/accounts')).items;
    expect(balances.find(({ account }) => account === 'returned:SCT')?.balanceMinor ?? 0).toBe(0);
  });
});
