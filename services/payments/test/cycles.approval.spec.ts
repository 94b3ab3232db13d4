import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstructionIssued, type Cycle, type Payment } from '@janela/contracts';
import { previousPeriod } from '@janela/kernel';
import type { ReceivedJob } from '@janela/jobs';
import { Database, systemActor, type Tx } from '@janela/platform';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';

import { CycleEntity } from '../src/cycle-records/cycle.entity.ts';
import { lockCycle } from '../src/cycle-records/lock-cycle.ts';
import { DispatchBatchService } from '../src/dispatch/dispatch-batch.ts';
import { type DispatchCycle, DispatchJobs } from '../src/dispatch/dispatch.jobs.ts';
import { HashWhatWasApproved20261201210000 } from '../src/migrations/20261201210000-hash-what-was-approved.ts';
import { cycleActs } from './acts.ts';
import { ledgerProblems } from './books.ts';
import { amountMinor, samfya, thisPeriod } from './fixtures.ts';
import { until } from './payments-stack.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { onCycle, asOwner } = cycleActs(() => payments);
const lastPeriod = previousPeriod(thisPeriod, 2);

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
    expect(await onCycle('officer', { ...cycle, version: 7 }, 'submit')).toMatchObject({ status: 412 });
  });

  it('decides on nothing that was not submitted', async () => {
    expect(await onCycle('approver', cycle, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await onCycle('approver', cycle, 'reject', { reason: 'No.' })).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await onCycle('officer', cycle, 'dispatch')).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_state' },
    });
    expect(await onCycle('officer', cycle, 'close')).toMatchObject({
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
    cycle = ok(await onCycle('approver', submitted, 'reject', { reason: 'The list of Lunga is missing.' }));
    expect(cycle).toMatchObject({ state: 'open', rejection: 'The list of Lunga is missing.' });
    expect(cycle).not.toHaveProperty('submittedBy');
  });

  it('finds nothing changed while it looks', async () => {
    cycle = ok(await onCycle('officer', cycle, 'submit'));
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
    const refused = await onCycle('approver', cycle, 'approve');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'payments.not_enough_funds', neededMinor: 3 * amountMinor, fundsMinor: 3 * amountMinor - 1 },
    });
    expect(ok(await payments.officer.get(`/v1/cycles/${cycle.id}`))).toMatchObject({
      state: 'submitted',
      version: cycle.version,
    });
    await payments.fund(1);
    const approved = ok(await onCycle('approver', cycle, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', fundsMinor: 0 });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('decides once, however many decide at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => onCycle('approver', cycle, 'approve')));
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
    const cycle = ok(await onCycle('officer', await payments.open(), 'submit'));
    await payments.db.transaction(async (tx) => {
      await tx.query(`SELECT set_config('janela.areas', '{""}', true)`);
      await tx.query(
        `UPDATE payments SET state = 'held', reason_code = 'x' WHERE cycle_id = $1 AND id = (SELECT min(id::text)::uuid FROM payments)`,
        [cycle.id],
      );
    });
    expect(await onCycle('approver', cycle, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'payments.list_changed' },
    });
  });

  it('is not sent either, where it is another than was approved', async () => {
    await payments.enrol(2);
    await payments.fund(4 * amountMinor);
    const submitted = ok(await onCycle('officer', await payments.open(lastPeriod), 'submit'));
    const approved = ok(await onCycle('approver', submitted, 'approve'));
    await asOwner(async (owner) => {
      await owner.query('ALTER TABLE payments DISABLE TRIGGER payments_keep_payee');
      await owner.query(
        `UPDATE payments SET channel = 'cash' WHERE id = (SELECT max(id::text)::uuid FROM payments WHERE cycle_id = $1)`,
        [approved.id],
      );
      await owner.query('ALTER TABLE payments ENABLE TRIGGER payments_keep_payee');
    });
    expect(await onCycle('officer', approved, 'dispatch')).toMatchObject({
      status: 409,
      body: { code: 'payments.approved_list_changed' },
    });
    expect(await payments.published(InstructionIssued)).toEqual([]);
  });

  it('is judged once more when it is sent: what is not due by then is held, also where no event came', async () => {
    const [one] = await payments.enrol(1);
    const open = await payments.open(previousPeriod(lastPeriod, 4));
    await payments.fund(open.totalMinor);
    const approved = ok(await onCycle('approver', ok(await onCycle('officer', open, 'submit')), 'approve'));
    await payments.db.query('UPDATE households SET payment_consent = false WHERE id = $1', [one?.householdId]);
    const { byState } = ok(await onCycle('officer', approved, 'dispatch'));
    expect(byState).toMatchObject({ held: { count: 1 }, instructed: { count: open.count - 1 } });
    const held = (await payments.listOf(open)).filter(({ state }) => state === 'held');
    expect(held.map(({ householdId, reasonCode }) => [householdId, reasonCode])).toEqual([
      [one?.householdId, 'no_consent'],
    ]);
  });

  it('is not decided, sent or seen by who has the whole of another country', async () => {
    const cycle = ok(await onCycle('officer', await payments.open(previousPeriod(lastPeriod, 2)), 'submit'));
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

describe('a list of which only a part was sent', () => {
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
    const submitted = ok(await onCycle('officer', await payments.open(), 'submit'));
    const stopped = await dispatchPart(ok(await onCycle('approver', submitted, 'approve')));
    expect(stopped).toMatchObject({ state: 'approved', byState: { instructed: { count: 1 }, frozen: { count: 2 } } });
    const first = (await payments.listOf(stopped)).find(({ state }) => state === 'instructed') as Payment;
    const outcome = { instructionId: first.instructionId ?? '', status: 'failed', providerReference: 'R' } as const;
    ok(await payments.provider.post('/v1/outcomes', { ...outcome, occurredAt: new Date().toISOString() }));
    const failed = ok(await payments.officer.get(`/v1/payments/${first.id}`));
    expect(await payments.payAgain(failed)).toMatchObject({ status: 200, body: { state: 'approved' } });
    const again = ok(await payments.officer.get(`/v1/cycles/${stopped.id}`));
    expect(again).not.toHaveProperty('dispatchRequestedAt');
    expect(await onCycle('officer', again, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(again)).every(({ state }) => state !== 'frozen'));
    expect(ok(await payments.officer.get(`/v1/cycles/${again.id}`))).toMatchObject({
      state: 'dispatched',
      count: 4,
      byState: { instructed: { count: 3 }, failed: { count: 1 } },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is sent no further where it became another list meanwhile, and can be asked for again when it is right', async () => {
    const submitted = ok(await onCycle('officer', await payments.open(previousPeriod(lastPeriod, 2)), 'submit'));
    await payments.fund(3 * amountMinor);
    const stopped = await dispatchPart(ok(await onCycle('approver', submitted, 'approve')));
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
    expect(await onCycle('officer', again, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(again)).every(({ state }) => state !== 'frozen'));
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is known by what it is where it was asked for before lists had a fingerprint', async () => {
    const submitted = ok(await onCycle('officer', await payments.open(lastPeriod), 'submit'));
    await payments.fund(3 * amountMinor);
    const approved = ok(await onCycle('approver', submitted, 'approve'));
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
    expect(await onCycle('officer', approved, 'dispatch')).toMatchObject({ status: 200 });
    await until(async () => (await payments.listOf(approved)).every(({ state }) => state !== 'frozen'));
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});
