import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cycle, Payment, Settlement } from '@janela/contracts';
import type { EntityManager } from 'typeorm';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { seeingAll, ledgerProblems } from './books.ts';
import { amountMinor, funds, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
/** Approved and not sent; of its two lines, another payee was confirmed for the first. */
let approved: Cycle;
let line: Payment;
let other: Payment;

const step = async (by: 'officer' | 'approver', cycle: Cycle, verb: string, body?: object) =>
  ok(await payments[by].untyped.post<Cycle>(`/v1/cycles/${cycle.id}/${verb}`, body, ifMatch(cycle)));

beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(2);
  await payments.fund(8 * amountMinor);
  const submitted = await step('officer', await payments.open(), 'submit');
  // Sent back and submitted again, as happens: each way must stay open.
  const rejected = await step('approver', submitted, 'reject', { reason: 'Look again.' });
  approved = await step('approver', await step('officer', rejected, 'submit'), 'approve');
  [line, other] = (await payments.listOf(approved)) as [Payment, Payment];
  await payments.designate(line.householdId, { account: '+260971234567' });
  const held = ok(await payments.officer.get(`/v1/payments/${line.id}`));
  ok(await payments.approver.post(`/v1/payments/${line.id}/payee/confirm`, {}, ifMatch(held)));
});
afterAll(() => payments.stop());

const tried = (work: (tx: EntityManager) => Promise<unknown>) => seeingAll(payments.db, work);
const trying = (sql: string, values: unknown[] = []) => tried((tx) => tx.query(sql, values));
interface Settled {
  id: string;
  payment_id: string;
}
const refused = { code: expect.stringMatching(/^(23514|42501)$/) };

describe('what two people agreed on, whatever statement the service would make', () => {
  it.each([
    ['a list is open again', `UPDATE cycles SET state = 'open', approved_by = NULL`],
    ['a list waits for its approval again', `UPDATE cycles SET state = 'submitted', approved_by = NULL`],
    ['a list is closed before it was sent', `UPDATE cycles SET state = 'closed'`],
    ['another person approved it', `UPDATE cycles SET approved_by = 'someone'`],
    ['another person submitted it', `UPDATE cycles SET submitted_by = 'someone'`],
    ['another person opened it', `UPDATE cycles SET opened_by = 'someone'`],
    ['another list was approved', `UPDATE cycles SET lines_hash = sha256('another')`],
    ['another list was submitted', `UPDATE cycles SET list_hash = sha256('another')`],
    ['the list is of another month', `UPDATE cycles SET period = '2020-01'`],
    ['another payee was confirmed', `UPDATE payment_confirmations SET payee_id = gen_random_uuid()`],
    ['another person confirmed the payee', `UPDATE payment_confirmations SET confirmed_by = 'someone'`],
    ['no one confirmed the payee', `UPDATE payment_confirmations SET confirmed_by = NULL, confirmed_at = NULL`],
    ['what a confirmation was for', `UPDATE payment_confirmations SET payee_before = NULL`],
    ['the approved funds are others', `UPDATE funds SET decided_by = 'someone'`],
    ['the funds are more', `UPDATE funds SET amount_minor = amount_minor + 1`],
    ['the account of a payee is another', `UPDATE payees SET details = 'another'`],
    ['the account of a payee looks like another', `UPDATE payees SET account_mark = 'another'`],
    ['a payee is paid in another way', `UPDATE payees SET channel = 'cash', provider = 'another'`],
    ['a payee is another person', `UPDATE payees SET person_id = gen_random_uuid()`],
    ['a line is gone', 'DELETE FROM payments'],
    ['a list is gone', 'DELETE FROM cycles'],
    ['a confirmation is gone', 'DELETE FROM payment_confirmations'],
  ])('stays, and is not made to say that %s', async (_what, sql) => {
    await expect(trying(sql)).rejects.toMatchObject(refused);
  });

  it('stays without another line, of any household', async () => {
    const insert = (of: Payment, replaces: string | null) =>
      trying(
        `INSERT INTO payments (cycle_id, enrolment_id, household_id, area_code, period, programme_version, amount_minor, currency,
           state, reason_code, replaces)
         SELECT cycle_id, gen_random_uuid(), household_id, area_code, period, programme_version, amount_minor, currency, 'held',
           'under_review', $2::uuid FROM payments WHERE id = $1`,
        [of.id, replaces],
      );
    await expect(insert(other, null)).rejects.toMatchObject({ constraint: 'payments_added_while_open' });
    await expect(insert(other, other.id)).rejects.toMatchObject(refused);
  });

  it('is not approved under the id of another list', async () => {
    const rename = 'UPDATE cycles SET id = gen_random_uuid()';
    await expect(trying(rename)).rejects.toMatchObject({ code: '23514', constraint: 'cycles_keep_id' });
  });

  it('is not prepared by a list that one person opens, submits and approves, under two names in one go', async () => {
    const insert = `INSERT INTO cycles (id, state, programme_id, programme, period, period_months, frequency, cutoff_on, currency,
        count, total_minor, opened_by, submitted_by, list_hash, approved_by)
      SELECT gen_random_uuid(), 'approved', programme_id, programme, '2020-01', period_months, frequency, cutoff_on, currency, 0, 0,
        'one', 'one', sha256('x'), 'one' FROM cycles`;
    await expect(trying(insert)).rejects.toMatchObject({ constraint: 'cycles_begin_open' });
  });
});

describe('the book, whatever statement the service would make', () => {
  /** Posts as the ledger does. */
  const post = (about: 'funds_id' | 'settlement_id', id: string) =>
    tried(async (tx) => {
      const transaction = randomUUID();
      await tx.query(
        `INSERT INTO ledger_transactions (id, what, by_actor, ${about}) VALUES ($1, 'funds_added', 'one', $2)`,
        [transaction, id],
      );
      await tx.query(
        `INSERT INTO ledger_entries (transaction_id, line, account, currency, amount_minor)
         VALUES ($1, 1, 'treasury:GRZ', 'ZMW', -5), ($1, 2, 'funds:SCT', 'ZMW', 5)`,
        [transaction],
      );
    });

  it('has no funds that are not approved, or that were refused', async () => {
    const proposed = ok(await payments.officer.post('/v1/funds', funds(5, randomUUID()), idempotencyKey()));
    await expect(post('funds_id', proposed.id)).rejects.toMatchObject({ constraint: 'ledger_transactions_by_two' });
    const reason = 'The warrant says less.';
    ok(await payments.approver.post(`/v1/funds/${proposed.id}/refuse`, { reason }, ifMatch(proposed)));
    await expect(post('funds_id', proposed.id)).rejects.toMatchObject({ constraint: 'ledger_transactions_by_two' });
    await expect(post('funds_id', randomUUID())).rejects.toMatchObject({ constraint: 'ledger_transactions_by_two' });
  });

  it('has nothing of a settlement that only one person proposes, nor does the payment', async () => {
    await payments.enrol(1, { from: '2020-01-01' });
    const cycle = await payments.send(await payments.open(previous));
    const [sent] = (await payments.listOf(cycle)) as [Payment];
    const said = { instructionId: sent.instructionId ?? '', status: 'unknown', providerReference: 'U' } as const;
    ok(await payments.provider.post('/v1/outcomes', { ...said, occurredAt: new Date().toISOString() }));
    const silent = ok(await payments.officer.get(`/v1/payments/${sent.id}`));
    const found = { outcome: 'paid', evidence: 'statement', documentReference: 'ST-1', reason: 'It is on it.' };
    const proposed = ok(
      await payments.officer.untyped.post<Settlement>(`/v1/payments/${sent.id}/settle`, found, ifMatch(silent)),
    );
    await expect(post('settlement_id', proposed.id)).rejects.toMatchObject({
      constraint: 'ledger_transactions_by_two',
    });
    const settle = `UPDATE payments SET settlement_id = $2 WHERE id = $1`;
    await expect(trying(settle, [sent.id, proposed.id])).rejects.toMatchObject(refused);
    const alone = `UPDATE settlements SET state = 'confirmed', decided_by = proposed_by, decided_at = now()`;
    await expect(trying(alone)).rejects.toMatchObject({ constraint: 'settlements_decided_by_another' });
    for (const sql of [`UPDATE settlements SET outcome = 'failed'`, `UPDATE settlements SET paid_minor = 1`])
      await expect(trying(sql)).rejects.toMatchObject({ code: '42501' });
    ok(await payments.confirm(proposed));
    const again = `UPDATE settlements SET recoverable_minor = recoverable_minor + 1`;
    await expect(trying(again)).rejects.toMatchObject(refused);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('moves no payment by what two people found of another one', async () => {
    const [settled] = (await trying(`SELECT id, payment_id FROM settlements WHERE state = 'confirmed'`)) as [Settled];
    expect(settled.payment_id).not.toBe(other.id);
    const move = `UPDATE payments SET settlement_id = $2 WHERE id = $1`;
    await expect(trying(move, [other.id, settled.id])).rejects.toMatchObject(refused);
  });

  it.each([
    [
      'funds are approved as they are proposed',
      `INSERT INTO funds (programme, currency, amount_minor, source, reference, received_on, added_by, state, decided_by, decided_at)
       SELECT programme, currency, amount_minor, source, gen_random_uuid()::text, received_on, added_by, 'approved', 'another', now()
       FROM funds LIMIT 1`,
    ],
    [
      'a settlement is confirmed as it is proposed',
      `INSERT INTO settlements (state, payment_id, resolution, outcome, evidence, document_reference, reason, proposed_by, decided_by, decided_at)
       SELECT 'confirmed', payment_id, resolution, outcome, evidence, document_reference, reason, proposed_by, 'another', now()
       FROM settlements WHERE outcome IS NOT NULL LIMIT 1`,
    ],
    [
      'a payee is confirmed as that is asked for',
      `INSERT INTO payment_confirmations (payment_id, area_code, payee_before, payee_id, provider_before, channel_before, provider, channel,
         requested_by, requested_at, note, confirmed_by, confirmed_at)
       SELECT gen_random_uuid(), area_code, payee_before, payee_id, provider_before, channel_before, provider, channel,
         'one', now(), note, 'another', now()
       FROM payment_confirmations LIMIT 1`,
    ],
    [
      'a payee is confirmed, as if the service had asked for that by its rules',
      `INSERT INTO payment_confirmations (payment_id, area_code, payee_before, payee_id, provider_before, channel_before, provider, channel,
         requested_by, requested_at, note, confirmed_by, confirmed_at)
       SELECT payment_id, area_code, payee_before, payee_id, provider_before, channel_before, provider, channel,
         'system:payments', now(), note, 'another', now()
       FROM payment_confirmations LIMIT 1`,
    ],
  ])('is not brought about by a row with which %s', async (_what, sql) => {
    await expect(trying(sql)).rejects.toMatchObject({
      code: '23514',
      message: expect.stringMatching(/begins undecided/),
    });
  });

  it('has no payee confirmed in the name of the service where no rule holds the payment', async () => {
    const insert = `INSERT INTO payment_confirmations (payment_id, area_code, payee_id, provider, channel, requested_by)
      SELECT p.id, p.area_code, y.id, p.provider, p.channel, $2 FROM payments p, payees y WHERE p.id = $1 LIMIT 1`;
    const refusal = { code: '23514', constraint: 'payment_confirmations_requested_by_rule' };
    await expect(trying(insert, [other.id, 'system:payments'])).rejects.toMatchObject(refusal);
    const rename = async (tx: EntityManager) => {
      await tx.query(insert, [other.id, 'one']);
      await tx.query(`UPDATE payment_confirmations SET requested_by = 'system:payments' WHERE payment_id = $1`, [
        other.id,
      ]);
    };
    await expect(tried(rename)).rejects.toMatchObject(refusal);
  });

  it('lets what was approved be sent as before', async () => {
    const now = ok(await payments.officer.get(`/v1/cycles/${approved.id}`));
    expect(await step('officer', now, 'dispatch')).toMatchObject({ period: thisPeriod });
    expect((await payments.listOf(approved)).map(({ state }) => state)).toEqual(['instructed', 'instructed']);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});

const previous = '2026-05';
