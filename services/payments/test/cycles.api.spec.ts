import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CycleApproved,
  CycleClosed,
  CycleDispatched,
  CycleOpened,
  CycleSubmitted,
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentStarted,
  EnrolmentSuspended,
  InstructionIssued,
  PaymentHeld,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
  type Cycle,
  type CycleComparison,
  type Payment,
} from '@janela/contracts';
import { addDays, daysOf, nextPeriod, previousPeriod } from '@janela/kernel';
import type { ReceivedJob } from '@janela/jobs';
import { deliver, recordOf } from '@janela/messaging';
import { Database, systemActor, type Tx } from '@janela/platform';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';

import { CycleEntity } from '../src/cycle-records/cycle.entity.ts';
import { lockCycle } from '../src/cycle-records/lock-cycle.ts';
import { DispatchBatchService } from '../src/dispatch/dispatch-batch.ts';
import { type DispatchCycle, DispatchJobs } from '../src/dispatch/dispatch.jobs.ts';
import { HashWhatWasApproved20261201210000 } from '../src/migrations/20261201210000-hash-what-was-approved.ts';
import { reportedOutcome } from '../src/outcomes/judge-outcome.ts';
import { OutcomesService } from '../src/outcomes/outcomes.service.ts';
import { ledgerProblems } from './books.ts';
import { amountMinor, enrolment, samfya, thisPeriod, today } from './fixtures.ts';
import { until } from './payments-stack.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
/** Does something to the database as its owner, whom nothing keeps from it. */
const asOwner = async (work: (owner: pg.Client) => Promise<unknown>) => {
  const { migratorUrl: connectionString } = payments.service.database;
  const owner = new pg.Client({ connectionString, options: '-c janela.areas={""}' });
  await owner.connect();
  await work(owner).finally(() => owner.end());
};
const lastPeriod = previousPeriod(thisPeriod, 2);
const post = (by: 'officer' | 'approver', cycle: Cycle, verb: string, body?: unknown) =>
  payments[by].untyped.post<Cycle & { code: string }>(`/v1/cycles/${cycle.id}/${verb}`, body, ifMatch(cycle));
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

    const submitted = ok(await post('officer', cycle, 'submit'));
    expect(submitted).toMatchObject({
      state: 'submitted',
      version: 2,
      submittedBy: 'Esther Tembo',
      listHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    const approved = ok(await post('approver', submitted, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', approvedBy: 'Brian Mulenga', fundsMinor: 15 * amountMinor });
    expect(await reconciliationOf(cycle)).toMatchObject({
      approved: { count: 5 },
      instructed: { count: 0 },
      held: { count: 5 },
      waiting: { count: 4 },
      cancelled: { count: 0 },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    const dispatched = ok(await post('officer', approved, 'dispatch'));
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

    expect(await post('officer', dispatched, 'close')).toMatchObject({
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

describe('the second pair of eyes', () => {
  let cycle: Cycle;
  beforeAll(async () => {
    payments = await startPayments();
    await payments.enrol(3);
    cycle = await payments.open();
  });
  afterAll(() => payments.stop());

  const both = () => payments.as({ roles: ['payments-officer', 'payments-approver'], id: 'both', areas: ['ZM'] });

  it('must have seen what is there now', async () => {
    expect(await payments.officer.post(`/v1/cycles/${cycle.id}/submit`)).toMatchObject({ status: 428 });
    expect(await post('officer', { ...cycle, version: 7 }, 'submit')).toMatchObject({ status: 412 });
  });

  it('decides on nothing that was not submitted', async () => {
    expect(await post('approver', cycle, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await post('approver', cycle, 'reject', { reason: 'No.' })).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await post('officer', cycle, 'dispatch')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await post('officer', cycle, 'close')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
  });

  it('is not the pair that submitted or opened it, even with both roles', async () => {
    const submitter = await both();
    const submitted = ok(await submitter.post(`/v1/cycles/${cycle.id}/submit`, undefined, ifMatch(cycle)));
    const refused = await submitter.post(`/v1/cycles/${cycle.id}/approve`, undefined, ifMatch(submitted));
    expect(refused).toMatchObject({ status: 403, body: { code: 'payments.maker_cannot_approve' } });

    const opener = await payments.as({ roles: ['payments-approver'], id: 'payments-officer', areas: ['ZM'] });
    expect(await opener.post(`/v1/cycles/${cycle.id}/approve`, undefined, ifMatch(submitted))).toMatchObject({
      status: 403,
      body: { code: 'payments.maker_cannot_approve' },
    });
    await expect(
      payments.db.query(`UPDATE cycles SET state = 'approved', approved_by = 'both' WHERE id = $1`, [cycle.id]),
    ).rejects.toMatchObject({ constraint: 'cycles_checker_is_not_maker' });
    cycle = ok(await post('approver', submitted, 'reject', { reason: 'The list of Lunga is missing.' }));
    expect(cycle).toMatchObject({ state: 'open', rejection: 'The list of Lunga is missing.' });
    expect(cycle).not.toHaveProperty('submittedBy');
  });

  it('finds nothing changed while it looks', async () => {
    cycle = ok(await post('officer', cycle, 'submit'));
    const [payment] = await payments.listOf(cycle);
    const held = await payments.officer.post(
      `/v1/payments/${payment?.id}/hold`,
      { reasonCode: 'under_review' },
      ifMatch(payment ?? { version: 0 }),
    );
    expect(held).toMatchObject({ status: 409, body: { code: 'payments.cycle_state' } });
  });

  it('does not approve over budget by one minor unit, and does to the last one', async () => {
    await payments.fund(3 * amountMinor - 1);
    const refused = await post('approver', cycle, 'approve');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'payments.not_enough_funds', neededMinor: 3 * amountMinor, fundsMinor: 3 * amountMinor - 1 },
    });
    expect(ok(await payments.officer.get(`/v1/cycles/${cycle.id}`))).toMatchObject({
      state: 'submitted',
      version: cycle.version,
    });
    await payments.fund(1);
    const approved = ok(await post('approver', cycle, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', fundsMinor: 0 });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('decides once, however many decide at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => post('approver', cycle, 'approve')));
    expect(answers.map(({ status }) => status)).toEqual([412, 412, 412, 412]);
  });
});

describe('a list that was changed without the service', () => {
  beforeAll(async () => {
    payments = await startPayments();
    await payments.enrol(2);
    await payments.fund(2 * amountMinor);
  });
  afterAll(() => payments.stop());

  it('is not approved', async () => {
    const cycle = ok(await post('officer', await payments.open(), 'submit'));
    await payments.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
      await tx.query(
        `UPDATE payments SET state = 'held', reason_code = 'x' WHERE cycle_id = $1 AND id = (SELECT min(id::text)::uuid FROM payments)`,
        [cycle.id],
      );
    });
    expect(await post('approver', cycle, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'payments.list_changed' },
    });
  });

  it('is not sent either, where it is another than was approved', async () => {
    await payments.enrol(2);
    await payments.fund(4 * amountMinor);
    const submitted = ok(await post('officer', await payments.open(lastPeriod), 'submit'));
    const approved = ok(await post('approver', submitted, 'approve'));
    await asOwner(async (owner) => {
      await owner.query('ALTER TABLE payments DISABLE TRIGGER payments_keep_payee');
      await owner.query(
        `UPDATE payments SET channel = 'cash' WHERE id = (SELECT max(id::text)::uuid FROM payments WHERE cycle_id = $1)`,
        [approved.id],
      );
      await owner.query('ALTER TABLE payments ENABLE TRIGGER payments_keep_payee');
    });
    expect(await post('officer', approved, 'dispatch')).toMatchObject({
      status: 409,
      body: { code: 'payments.approved_list_changed' },
    });
    expect(await payments.published(InstructionIssued)).toEqual([]);
  });

  it('is judged once more when it is sent: what is not due by then is held, also where no event came', async () => {
    const [one] = await payments.enrol(1);
    const open = await payments.open(previousPeriod(lastPeriod, 4));
    await payments.fund(open.totalMinor);
    const approved = ok(await post('approver', ok(await post('officer', open, 'submit')), 'approve'));
    await payments.db.query('UPDATE households SET payment_consent = false WHERE id = $1', [one?.householdId]);
    const { byState } = ok(await post('officer', approved, 'dispatch'));
    expect(byState).toMatchObject({ held: { count: 1 }, instructed: { count: open.count - 1 } });
    const held = (await payments.listOf(open)).filter(({ state }) => state === 'held');
    expect(held.map(({ householdId, reasonCode }) => [householdId, reasonCode])).toEqual([
      [one?.householdId, 'no_consent'],
    ]);
  });

  it('is not decided, sent or seen by who has the whole of another country', async () => {
    const cycle = ok(await post('officer', await payments.open(previousPeriod(lastPeriod, 2)), 'submit'));
    const roles = ['payments-officer' as const, 'payments-approver' as const];
    for (const areas of [['MZ'], ['MZ', samfya]]) {
      const abroad = await payments.as({ roles, areas, id: 'abroad' });
      const refused = { status: 403, body: { code: 'access.area_out_of_reach' } };
      const body = (verb: string) => (verb === 'reject' ? { reason: 'No.' } : undefined);
      for (const verb of ['approve', 'reject', 'dispatch', 'close', 'submit'])
        for (const header of [ifMatch(cycle), {}, ifMatch({ version: 999 }), { 'if-match': 'x' }]) {
          const answer = await abroad.untyped.post(`/v1/cycles/${cycle.id}/${verb}`, body(verb), header);
          expect(answer).toMatchObject(refused);
          expect(answer.body).not.toHaveProperty('currentVersion');
        }
      for (const path of ['', '/comparison', '/reconciliation', '/payments'])
        expect(await abroad.get(`/v1/cycles/${cycle.id}${path}`)).toMatchObject(refused);
      for (const path of ['cycles', 'programmes', 'funds', 'funds/balances', 'differences', 'settlements'])
        expect(await abroad.untyped.get(`/v1/${path}`)).toMatchObject(refused);
      for (const path of ['accounts', 'transactions', 'trial-balance'])
        expect(await abroad.untyped.get(`/v1/ledger/${path}`)).toMatchObject(refused);
      const open = { programme: 'SCT', period: '2026-01' };
      expect(await abroad.post('/v1/cycles', open, idempotencyKey())).toMatchObject(refused);
    }
  });

  it('cannot be given other amounts, not even by the service', async () => {
    await expect(payments.db.query('UPDATE payments SET amount_minor = amount_minor + 1')).rejects.toMatchObject({
      message: expect.stringContaining('permission denied'),
    });
  });
});

describe('a list of which only a part was handed over', () => {
  beforeAll(async () => {
    payments = await startPayments({ JANELA_DISPATCH_BATCH: '1' });
    await payments.enrol(3);
    await payments.fund(4 * amountMinor);
  });
  afterAll(() => payments.stop());

  const job = ({ id: cycleId }: Cycle) => ({ ids: { cycleId } }) as ReceivedJob<typeof DispatchCycle>;
  const inService = (work: (tx: Tx, jobs: DispatchJobs) => Promise<unknown>) => {
    const { app } = payments.service.running;
    const jobs = app.get(DispatchJobs, { strict: false });
    return app
      .get(Database, { strict: false })
      .write(systemActor('payments'), async (tx) => void (await work(tx, jobs)));
  };
  const read = async ({ id }: Cycle) => ok(await payments.officer.get(`/v1/cycles/${id}`));

  /** Dispatches the first batch of a cycle, and takes the request back as where the rest could not be sent. */
  const dispatchPart = async (cycle: Cycle) => {
    const batches = payments.service.running.app.get(DispatchBatchService, { strict: false });
    await inService(async (tx, jobs) => {
      const requested = { dispatchRequestedBy: 'payments-officer', dispatchRequestedAt: new Date() };
      await tx.update(CycleEntity, { id: cycle.id }, requested);
      await batches.dispatch(tx, 'payments-officer', await lockCycle(tx, cycle.id));
      await jobs.dispatchFailed(job(cycle), tx);
    });
    return read(cycle);
  };

  it('is asked for again after a line of it has failed and was paid again', async () => {
    const submitted = ok(await post('officer', await payments.open(), 'submit'));
    const stopped = await dispatchPart(ok(await post('approver', submitted, 'approve')));
    expect(stopped).toMatchObject({ state: 'approved', byState: { instructed: { count: 1 }, frozen: { count: 2 } } });
    const first = (await payments.listOf(stopped)).find(({ state }) => state === 'instructed') as Payment;
    const outcome = { instructionId: first.instructionId ?? '', status: 'failed', providerReference: 'R' } as const;
    ok(await payments.provider.post('/v1/outcomes', { ...outcome, occurredAt: new Date().toISOString() }));
    const failed = ok(await payments.officer.get(`/v1/payments/${first.id}`));
    expect(await payments.payAgain(failed)).toMatchObject({ status: 200, body: { state: 'approved' } });
    const again = ok(await payments.officer.get(`/v1/cycles/${stopped.id}`));
    expect(again).not.toHaveProperty('dispatchRequestedAt');
    expect(await post('officer', again, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(again)).every(({ state }) => state !== 'frozen'));
    expect(ok(await payments.officer.get(`/v1/cycles/${again.id}`))).toMatchObject({
      state: 'dispatched',
      count: 4,
      byState: { instructed: { count: 3 }, failed: { count: 1 } },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is sent no further where it became another list meanwhile, and can be asked for again when it is right', async () => {
    const submitted = ok(await post('officer', await payments.open(previousPeriod(lastPeriod, 2)), 'submit'));
    await payments.fund(3 * amountMinor);
    const stopped = await dispatchPart(ok(await post('approver', submitted, 'approve')));
    const [line] = (await payments.listOf(stopped)).filter(({ state }) => state === 'frozen') as [Payment];
    const payBy = (channel: string) =>
      asOwner(async (owner) => {
        await owner.query('ALTER TABLE payments DISABLE TRIGGER payments_keep_payee');
        await owner.query('UPDATE payments SET channel = $2 WHERE id = $1', [line.id, channel]);
        await owner.query('ALTER TABLE payments ENABLE TRIGGER payments_keep_payee');
      });
    await payBy('cash');
    const goOn = inService((tx, jobs) => jobs.dispatchCycle(job(stopped), tx));
    await expect(goOn).rejects.toMatchObject({ code: 'payments.approved_list_changed' });
    expect((await read(stopped)).byState).toMatchObject({ instructed: { count: 1 }, frozen: { count: 2 } });
    await payBy('mobile_money');
    const again = await read(stopped);
    expect(await post('officer', again, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(again)).every(({ state }) => state !== 'frozen'));
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is known by what it is where it was asked for before lists had a fingerprint', async () => {
    const submitted = ok(await post('officer', await payments.open(lastPeriod), 'submit'));
    await payments.fund(3 * amountMinor);
    const approved = ok(await post('approver', submitted, 'approve'));
    const owner = new pg.Client({
      connectionString: payments.service.database.migratorUrl,
      options: '-c janela.areas={""}',
    });
    await owner.connect();
    const hash = async () =>
      (await owner.query('SELECT lines_hash FROM cycles WHERE id = $1', [approved.id])).rows as object[];
    const before = await hash();
    // As it was when nothing kept it yet.
    await owner.query('ALTER TABLE cycles DISABLE TRIGGER cycles_keep_hands');
    await owner.query('UPDATE cycles SET lines_hash = NULL WHERE id = $1', [approved.id]);
    const runner = { query: (sql: string) => owner.query(sql) } as unknown as QueryRunner;
    await new HashWhatWasApproved20261201210000().up(runner);
    await owner.query('ALTER TABLE cycles ENABLE TRIGGER cycles_keep_hands');
    expect(await hash()).toEqual(before);
    await owner.end();
    expect(await post('officer', approved, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(approved)).every(({ state }) => state !== 'frozen'));
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});

describe('what is due', () => {
  beforeEach(async () => {
    payments = await startPayments();
  });
  afterEach(() => payments.stop());
  const receive = (record: Parameters<typeof deliver>[1]) => deliver(payments.service.messaging, record);
  const amounts = async (cycle: Cycle) =>
    (await payments.listOf(cycle)).map(({ amountMinor: minor }) => minor).sort((a, b) => a - b);

  it('is what holds on the day on which it is computed, and not what was overtaken or comes after the period', async () => {
    const [changed, suspended, later] = [enrolment(), enrolment(), enrolment({ from: addDays(today, 100) })];
    for (const data of [changed, suspended, later]) await receive(recordOf(EnrolmentStarted, data));
    const entitlement = { amountMinor: 80_000, currency: 'ZMW', frequency: 'every_two_months' as const };
    await receive(recordOf(EnrolmentChanged, { ...changed, entitlement, from: today }, { aggregateVersion: 2 }));
    await receive(
      recordOf(EnrolmentSuspended, { ...suspended, reason: 'case_open', from: today }, { aggregateVersion: 2 }),
    );
    expect(await amounts(await payments.open())).toEqual([80_000]);
  });

  it('is due to who enters before the period ends, and for a past period to who was in at its end', async () => {
    const entering = enrolment({ from: today });
    await receive(recordOf(EnrolmentStarted, entering));
    await receive(recordOf(EnrolmentStarted, enrolment()));
    expect(await amounts(await payments.open())).toEqual([amountMinor, amountMinor]);
    expect(await amounts(await payments.open(lastPeriod))).toEqual([amountMinor]);
  });

  it('is refused where it is more than a book can show exactly, whatever each entitlement says', async () => {
    const entitlement = {
      amountMinor: Number.MAX_SAFE_INTEGER,
      currency: 'ZMW',
      frequency: 'every_two_months' as const,
    };
    for (const data of [enrolment({ entitlement }), enrolment({ entitlement })])
      await receive(recordOf(EnrolmentStarted, data));
    const answer = await payments.officer.post(
      '/v1/cycles',
      { programme: 'SCT', period: thisPeriod },
      idempotencyKey(),
    );
    expect(answer).toMatchObject({ status: 422, body: { code: 'payments.amount_beyond_counting' } });
  });

  it('is nothing where being a member is the cover', async () => {
    const { entitlement: _none, ...member } = enrolment();
    await receive(recordOf(EnrolmentStarted, member));
    const answer = await payments.officer.post(
      '/v1/cycles',
      { programme: 'SCT', period: thisPeriod },
      idempotencyKey(),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'payments.nothing_due' } });
  });

  it('is held where it was computed for another frequency, and not computed at all in another currency', async () => {
    const monthly = { amountMinor, currency: 'ZMW', frequency: 'monthly' as const };
    await payments.enrol(1, { entitlement: monthly });
    expect((await payments.listOf(await payments.open())).map(({ state, reasonCode }) => [state, reasonCode])).toEqual([
      ['held', 'frequency_differs'],
    ]);
    await payments.enrol(1, { entitlement: { ...monthly, currency: 'USD' } });
    const answer = await payments.officer.post(
      '/v1/cycles',
      { programme: 'SCT', period: lastPeriod },
      idempotencyKey(),
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'payments.currencies_mixed' } });
  });

  it('is held where no provider pays out in the way that was chosen', async () => {
    const [one] = await payments.enrol(1);
    await payments.designate(one?.householdId ?? '', { channel: 'bank_transfer' });
    const [payment] = await payments.listOf(await payments.open());
    expect(payment).toMatchObject({ state: 'held', reasonCode: 'no_provider' });
    expect(payment).not.toHaveProperty('provider');
  });
});

describe('a comparison with the cycle before', () => {
  beforeAll(async () => {
    payments = await startPayments();
  });
  afterAll(() => payments.stop());

  it('shows who entered, who left, whose amount changed, and which accounts receive for several', async () => {
    const [stays, changes, leaves] = await payments.enrol(3);
    const before = await payments.open(lastPeriod);
    await payments.enrol(2, { from: today });
    if (!stays || !changes || !leaves) throw new Error('three were enrolled');
    const entitlement = { amountMinor: 80_000, currency: 'ZMW', frequency: 'every_two_months' as const };
    const receive = (record: Parameters<typeof deliver>[1]) => deliver(payments.service.messaging, record);
    await receive(recordOf(EnrolmentChanged, { ...changes, entitlement, from: today }, { aggregateVersion: 2 }));
    await receive(
      recordOf(EnrolmentSuspended, { ...leaves, reason: 'case_open', from: today }, { aggregateVersion: 2 }),
    );
    for (const { householdId } of [stays, changes])
      await payments.designate(householdId, { account: '+260 97 000 0001' });

    const cycle = await payments.open();
    const { body } = await payments.approver.get(`/v1/cycles/${cycle.id}/comparison`);
    expect(body).toMatchObject({
      previousCycleId: before.id,
      entered: { count: 2, totalMinor: 2 * amountMinor },
      left: { count: 1, totalMinor: amountMinor },
      changed: { count: 1, totalMinor: 80_000 },
      unchanged: { count: 1, totalMinor: amountMinor },
      differenceMinor: 2 * amountMinor,
      sharedAccounts: { count: 2, totalMinor: 80_000 + amountMinor },
      held: [],
      payeeChanged: { count: 2, totalMinor: 80_000 + amountMinor, more: false },
      newPayee: { count: 2, totalMinor: 2 * amountMinor },
      endedSince: { count: 0 },
      suspendedSince: { count: 0 },
      changedSince: { count: 0 },
      duplicates: { count: 0 },
    });
    expect(body.payeeChanged.lines.map(({ householdId }) => householdId).sort()).toEqual(
      [stays.householdId, changes.householdId].sort(),
    );
    const first = ok(await payments.officer.get(`/v1/cycles/${before.id}/comparison`));
    expect(first).toMatchObject({ previousCycleId: null, entered: { count: 3 }, left: { count: 0 } });
  });

  it('shows what has changed since it was opened, before the approval and again before it is sent', async () => {
    const [ends, stops, grows, moves, dies, stays] = await payments.enrol(6, { from: '2026-02-01' });
    if (!ends || !stops || !grows || !moves || !dies || !stays) throw new Error('six were enrolled');
    const mine = [ends, stops, grows, moves, dies, stays].map(({ householdId }) => householdId);
    const cycle = await payments.open(previousPeriod(lastPeriod, 2));
    const lastDay = daysOf(cycle.period, 2).to ?? today;
    const receive = (record: Parameters<typeof deliver>[1]) => deliver(payments.service.messaging, record);
    const second = { aggregateVersion: 2 };
    await receive(recordOf(EnrolmentEnded, { ...ends, reason: 'own_request', from: lastDay }, second));
    await receive(recordOf(EnrolmentSuspended, { ...stops, reason: 'case_open', from: lastDay }, second));
    const entitlement = { amountMinor: 90_000, currency: 'ZMW', frequency: 'every_two_months' as const };
    await receive(recordOf(EnrolmentChanged, { ...grows, entitlement, from: lastDay }, second));
    await payments.designate(moves.householdId, { account: '+260970000031' });
    const pair = { duplicateId: randomUUID(), personIds: [randomUUID(), randomUUID()] };
    const suspected = { ...pair, householdIds: [grows.householdId, stays.householdId] };
    await receive(recordOf(PersonDuplicateSuspected, { ...suspected, matchedOn: ['identifier'], weight: 0.99 }));

    const compare = async () => ok(await payments.approver.get(`/v1/cycles/${cycle.id}/comparison`));
    const households = ({ lines }: CycleComparison['endedSince']) =>
      lines.map(({ householdId }) => householdId).filter((id) => mine.includes(id));
    const check = async () => {
      const found = await compare();
      expect(households(found.endedSince)).toEqual([ends.householdId]);
      expect(households(found.suspendedSince)).toEqual([stops.householdId]);
      expect(found.changedSince.lines.filter(({ householdId }) => mine.includes(householdId))).toEqual([
        expect.objectContaining({ householdId: grows.householdId, state: 'frozen', amountMinor, dueMinor: 90_000 }),
      ]);
      expect(households(found.payeeChanged)).toEqual([moves.householdId]);
      expect(households(found.newPayee)).not.toContain(moves.householdId);
      expect(found.duplicates).toMatchObject({
        count: 2,
        totalMinor: 2 * amountMinor,
        more: false,
        pairs: [{ ...suspected, matchedOn: ['identifier'], paymentIds: [expect.any(String), expect.any(String)] }],
      });
      const reasons = found.held.map(({ reasonCode }) => reasonCode);
      expect(reasons).toEqual(expect.arrayContaining(['enrolment_ended', 'enrolment_suspended', 'payee_changed']));
    };
    await check();
    await payments.fund(cycle.totalMinor);
    const submitted = ok(await post('officer', cycle, 'submit'));
    await check();
    const approved = ok(await post('approver', submitted, 'approve'));
    await check();
    await receive(recordOf(PersonDuplicateDismissed, suspected, second));
    expect((await compare()).duplicates).toMatchObject({ count: 0, pairs: [] });
    const { byState } = ok(await post('officer', approved, 'dispatch'));
    expect(byState).toMatchObject({ held: { count: 3 } });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is not there for a cycle that is not', async () => {
    for (const path of ['', '/comparison', '/reconciliation', '/payments'])
      expect(await payments.officer.get(`/v1/cycles/${randomUUID()}${path}`)).toMatchObject({
        status: 404,
        body: { code: 'payments.cycle_not_found' },
      });
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
    const closed = ok(await post('officer', cycle, 'close'));
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
    let close: ReturnType<typeof post> | undefined;
    await app.get(Database, { strict: false }).write(provider, async (tx) => {
      const outcome = reportedOutcome('sandbox', said(list[0], 'returned'));
      await app.get(OutcomesService, { strict: false }).ingest(tx, provider.id, [outcome]);
      close = post('officer', cycle, 'close');
      await until(async () => {
        const waiting = await payments.db.query(
          `SELECT FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')`,
        );
        return waiting.length > 0;
      });
    });

    expect(ok(await (close as ReturnType<typeof post>))).toMatchObject({ state: 'closed' });
    expect(await ledgerProblems(payments.db)).toEqual([]);
    const balances = ok(await payments.officer.get('/v1/ledger/accounts')).items;
    expect(balances.find(({ account }) => account === 'returned:SCT')?.balanceMinor ?? 0).toBe(0);
  });
});
