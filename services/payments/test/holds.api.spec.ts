import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentStarted,
  PaymentCancelled,
  PaymentHeld,
  PaymentReleased,
  type Payment,
} from '@janela/contracts';
import { ifMatch, ok } from '@janela/testing';
import pg from 'pg';

import { paymentActs } from './acts.ts';
import { seeingAll, ledgerProblems } from './books.ts';
import { amountMinor, enrolment } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { act, read, step, instructions, fundsOf, approved, requestChange, refuseChange, die } = paymentActs(
  () => payments,
);

beforeEach(async () => {
  payments = await startPayments();
});
afterEach(() => payments.stop());

describe('a payment that is held', () => {
  it('waits with a reason while the others go, and goes as soon as it is released', async () => {
    const { cycle, list } = await approved(2);
    const [first] = list as [Payment];
    const held = ok(await act(first, 'hold', { reasonCode: 'death_reported', note: 'The headman says so.' }));
    expect(held).toMatchObject({
      state: 'held',
      reasonCode: 'death_reported',
      version: 2,
      reason: { fr: 'Un décès a été signalé' },
    });
    const dispatched = await step('officer', cycle, 'dispatch');
    expect(dispatched.byState).toMatchObject({ held: { count: 1 }, instructed: { count: 1 } });
    expect([await instructions(first), await ledgerProblems(payments.db)]).toEqual([[], []]);

    const released = ok(await act(held, 'release', { reasonCode: 'released', note: 'She came herself.' }));
    expect(released).toMatchObject({ state: 'instructed', reasonCode: null });
    expect(released.story?.map(({ state, note }) => [state, note])).toEqual([
      ['frozen', undefined],
      ['held', 'The headman says so.'],
      ['frozen', 'She came herself.'],
      ['instructed', undefined],
    ]);
    expect(await instructions(first)).toHaveLength(1);
    expect((await payments.published(PaymentHeld)).map(({ data }) => data.reasonCode)).toEqual(['death_reported']);
    expect((await payments.published(PaymentReleased)).map(({ data }) => data.by)).toEqual(['payments-officer']);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('for lack of a payee is released once there is one, and not before', async () => {
    const data = enrolment();
    await payments.publish(EnrolmentStarted, data);
    const cycle = await payments.open();
    const [held] = (await payments.listOf(cycle)) as [Payment];
    expect(await act(held, 'release', { reasonCode: 'released' })).toMatchObject({
      status: 409,
      body: { code: 'payments.no_payee' },
    });
    await payments.designate(data.householdId, { channel: 'cash', account: undefined });
    expect(ok(await act(held, 'release', { reasonCode: 'released' }))).toMatchObject({
      state: 'frozen',
      provider: 'sandbox',
      channel: 'cash',
    });
  });

  it('is cancelled where it is not to be, and its money is free again', async () => {
    const { cycle, list } = await approved(2);
    const [first, second] = list as [Payment, Payment];
    const held = ok(await act(first, 'hold'));
    expect(ok(await act(held, 'cancel', { reasonCode: 'entered_in_error' }))).toMatchObject({ state: 'cancelled' });
    expect(ok(await act(second, 'cancel'))).toMatchObject({ state: 'cancelled' });
    expect(await fundsOf(cycle)).toBe(2 * amountMinor);
    expect(await payments.published(PaymentCancelled)).toHaveLength(2);
    const dispatched = await step('officer', cycle, 'dispatch');
    expect(await step('officer', dispatched, 'close')).toMatchObject({ state: 'closed' });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});

describe('what waits for a person', () => {
  const waiting = async (by: 'officer' | 'approver', waitsFor: string) =>
    ok(await payments[by].get(`/v1/held-payments?waitsFor=${waitsFor}`)).items.map(({ id }) => id);
  const account = '+260970008888';

  it('is a payment to another account of an approved cycle, until an approver has confirmed it', async () => {
    await payments.enrol(2);
    await payments.fund(2 * amountMinor);
    const submitted = await step('officer', await payments.open(), 'submit');
    const [first, second] = (await payments.listOf(submitted)) as [Payment, Payment];
    await payments.designate(first.householdId, { account });
    // What is not approved yet is approved or sent back as a whole.
    expect(await waiting('approver', 'confirmation')).toEqual([]);
    await step('approver', ok(await payments.officer.get(`/v1/cycles/${submitted.id}`)), 'approve');
    expect(await waiting('approver', 'confirmation')).toEqual([first.id]);
    const held = await read(first);
    ok(await payments.approver.post(`/v1/payments/${held.id}/payee/confirm`, {}, ifMatch(held)));
    expect(await waiting('approver', 'confirmation')).toEqual([]);
    expect([await waiting('officer', 'release'), (await read(second)).state]).toEqual([[], 'frozen']);
  });

  it('is no payment whose payee no provider can pay: there is nothing to confirm until the household names another way', async () => {
    await payments.enrol(1);
    await payments.fund(amountMinor);
    const submitted = await step('officer', await payments.open(), 'submit');
    const [payment] = (await payments.listOf(submitted)) as [Payment];
    await step('approver', submitted, 'approve');
    await payments.designate(payment.householdId, { channel: 'bank_transfer' });
    const held = await read(payment);
    expect([held.state, await waiting('approver', 'confirmation')]).toEqual(['held', []]);
    expect(await payments.approver.post(`/v1/payments/${held.id}/payee/confirm`, {}, ifMatch(held))).toMatchObject({
      status: 409,
    });
  });

  it('is a payment whose reason to be held is over, until an officer has released it', async () => {
    const { list } = await approved(1);
    const [payment] = list as [Payment];
    await payments.consent(payment.householdId, []);
    expect(await waiting('officer', 'release')).toEqual([]);
    await payments.consent(payment.householdId);
    expect(await waiting('officer', 'release')).toEqual([payment.id]);
    ok(await act(await read(payment), 'release', { reasonCode: 'reason_over' }));
    expect([await waiting('officer', 'release'), await waiting('approver', 'confirmation')]).toEqual([[], []]);
  });

  it('must be said: by whom it is waited for', async () => {
    expect(await payments.officer.get('/v1/held-payments')).toMatchObject({ status: 400 });
  });
});

describe('a payment of a list that was approved', () => {
  const confirm = (payment: Payment, by = payments.approver) =>
    by.post(`/v1/payments/${payment.id}/payee/confirm`, {}, ifMatch(payment));
  const newAccount = '+260970008888';

  it('goes to a new account only once an approver, who had no part in it, has confirmed that line', async () => {
    const { cycle, list } = await approved(2);
    const [first] = list as [Payment];
    await payments.designate(first.householdId, { account: newAccount });
    const held = await read(first);
    expect(held).toMatchObject({ state: 'held', reasonCode: 'payee_changed', heldByRule: true });
    expect(held.payee?.personId).not.toBe(held.payeeNow?.personId);
    expect(held).toMatchObject({
      payee: { accountEnding: expect.stringMatching(/99$/) },
      payeeNow: { accountEnding: '8888' },
    });

    const asked = ok(await act(held, 'release', { reasonCode: 'released', note: 'She has a new number.' }));
    expect(asked).toMatchObject({
      state: 'held',
      reasonCode: 'payee_changed',
      payeeRequest: { by: 'Esther Tembo', note: 'She has a new number.' },
    });
    expect(await confirm(asked, payments.officer)).toMatchObject({ status: 403 });
    const opener = await payments.as({ roles: ['payments-approver'], id: 'payments-officer', areas: ['ZM'] });
    expect(await confirm(asked, opener)).toMatchObject({
      status: 403,
      body: { code: 'payments.requester_cannot_confirm' },
    });
    await payments.designate(first.householdId, { account: '+260970007777' });
    expect(await confirm(asked)).toMatchObject({ status: 412 });
    const another = await read(first);
    expect(another).toMatchObject({ state: 'held', payeeNow: { accountEnding: '7777' } });
    // What was asked for was about another account than who collects has now.
    expect(another).not.toHaveProperty('payeeRequest');
    await payments.designate(first.householdId, { account: newAccount });

    const confirmed = ok(await confirm(await read(first)));
    expect(confirmed).toMatchObject({ state: 'frozen', reasonCode: null });
    expect(confirmed).not.toHaveProperty('payeeRequest');
    expect(await confirm(confirmed)).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect(await step('officer', cycle, 'dispatch')).toMatchObject({ byState: { instructed: { count: 2 } } });
    expect((await instructions(first)).map(({ data }) => data.payee.account)).toEqual([newAccount]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is not confirmed by who asked for it, even with both roles', async () => {
    const { list } = await approved(1);
    const [first] = list as [Payment];
    await payments.designate(first.householdId, { account: newAccount });
    const roles = ['payments-officer' as const, 'payments-approver' as const];
    const both = await payments.as({ roles, id: 'both', areas: ['ZM'] });
    const body = { reasonCode: 'released' };
    const asked = ok(await both.post(`/v1/payments/${first.id}/release`, body, ifMatch(await read(first))));
    expect(await confirm(asked, both)).toMatchObject({
      status: 403,
      body: { code: 'payments.requester_cannot_confirm' },
    });
    await expect(
      seeingAll(payments.db, (tx) =>
        tx.query(`UPDATE payment_confirmations SET confirmed_by = 'both', confirmed_at = now()`),
      ),
    ).rejects.toMatchObject({ constraint: 'payment_confirmations_by_another' });
    expect(ok(await confirm(asked))).toMatchObject({ state: 'frozen' });
  });

  it('is sent at once when it is confirmed or released after all others have gone', async () => {
    const { cycle, list } = await approved(3);
    const [changed, waiting] = list as [Payment, Payment];
    await payments.designate(changed.householdId, { account: newAccount });
    await requestChange(waiting);
    expect(await step('officer', cycle, 'dispatch')).toMatchObject({ byState: { held: { count: 2 } } });
    expect(ok(await confirm(await read(changed)))).toMatchObject({ state: 'instructed' });

    const unconfirmed = await read(waiting);
    expect(unconfirmed).toMatchObject({ state: 'held', reasonCode: 'payee_unconfirmed' });
    for (const answer of [await act(unconfirmed, 'release'), await confirm(unconfirmed)])
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'payments.not_payable', reasonCode: 'payee_unconfirmed' },
      });
    await refuseChange(waiting);
    expect(await read(waiting)).toMatchObject({ state: 'held', reasonCode: 'reason_over' });
    expect(await confirm(await read(waiting))).toMatchObject({
      status: 409,
      body: { code: 'payments.nothing_to_confirm' },
    });
    const account = (await instructions(waiting)).map(({ data }) => data.payee.account);
    expect(ok(await act(await read(waiting), 'release'))).toMatchObject({ state: 'instructed' });
    expect([account, (await instructions(waiting)).length]).toEqual([[], 1]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('goes to a new payee on an officer’s word only while it has still to be approved, and the approver is shown it', async () => {
    await payments.enrol(1);
    await payments.fund(amountMinor);
    const cycle = await payments.open();
    const [first] = (await payments.listOf(cycle)) as [Payment];
    await payments.designate(first.householdId, { account: newAccount });
    const submitted = await step('officer', cycle, 'submit');
    const held = await read(first);
    for (const answer of [await act(held, 'release'), await confirm(held)])
      expect(answer).toMatchObject({ status: 409, body: { code: 'payments.cycle_state' } });
    const reject = { reason: 'One of them has a new number.' };
    const rejected = await payments.approver.post(`/v1/cycles/${cycle.id}/reject`, reject, ifMatch(submitted));
    expect(ok(await act(held, 'release'))).toMatchObject({ state: 'frozen', reasonCode: null });
    const again = await step('officer', ok(rejected), 'submit');
    await step('officer', await step('approver', again, 'approve'), 'dispatch');
    expect((await instructions(first)).map(({ data }) => data.payee.account)).toEqual([newAccount]);
  });

  it('that an officer holds is for the officer to release, and not for the approver', async () => {
    const { list } = await approved(1);
    const [first] = list as [Payment];
    const held = ok(await act(first, 'hold'));
    await payments.designate(first.householdId, { account: newAccount });
    expect(await read(first)).toMatchObject({ reasonCode: 'under_review', heldByRule: false });
    expect(await confirm(held)).toMatchObject({ status: 412 });
    expect(await confirm(await read(first))).toMatchObject({
      status: 409,
      body: { code: 'payments.nothing_to_confirm' },
    });
    const asked = ok(await act(await read(first), 'release'));
    expect(ok(await confirm(asked))).toMatchObject({ state: 'frozen' });
  });

  it('that is held by rule is held by an officer who asks for it, and goes on only by an officer', async () => {
    await payments.enrol(1);
    const [first] = (await payments.listOf(await payments.open())) as [Payment];
    await requestChange(first);
    const held = await read(first);
    expect(held).toMatchObject({ state: 'held', reasonCode: 'payee_unconfirmed', heldByRule: true });
    expect(ok(await act(held, 'hold'))).toMatchObject({ reasonCode: 'under_review', heldByRule: false });

    await refuseChange(first);
    const kept = await read(first);
    expect(kept).toMatchObject({ state: 'held', reasonCode: 'under_review', heldByRule: false });
    expect(await act(kept, 'hold')).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect(ok(await act(kept, 'release'))).toMatchObject({ state: 'frozen' });
  });

  it('that an officer holds after another payee was asked for is for the officer again, until that is asked for once more', async () => {
    const { list } = await approved(1);
    const [first] = list as [Payment];
    await payments.designate(first.householdId, { account: newAccount });
    const asked = ok(await act(await read(first), 'release'));
    expect(asked).toMatchObject({ heldByRule: true, payeeRequest: { by: 'Esther Tembo' } });
    const held = ok(await act(asked, 'hold'));
    expect(held).toMatchObject({ reasonCode: 'under_review', heldByRule: false });
    expect(held).not.toHaveProperty('payeeRequest');
    expect(await confirm(held)).toMatchObject({ status: 409, body: { code: 'payments.nothing_to_confirm' } });
    const again = ok(await act(held, 'release'));
    expect(again).toMatchObject({ state: 'held', payeeRequest: { by: 'Esther Tembo' } });
    expect(ok(await confirm(again))).toMatchObject({ state: 'frozen' });
  });

  it('is held where the enrolment is of another household by now, also where someone collects there', async () => {
    const [data] = await payments.enrol(1);
    if (!data) throw new Error('Nothing was enrolled');
    const [first] = (await payments.listOf(await payments.open())) as [Payment];
    const elsewhere = randomUUID();
    await payments.designate(elsewhere);
    const change = (householdId: string, aggregateVersion: number) =>
      payments.publish(EnrolmentChanged, { ...data, householdId }, { aggregateVersion });
    await change(elsewhere, 2);
    expect(await read(first)).toMatchObject({ state: 'held', reasonCode: 'payee_changed', heldByRule: true });
    await change(data.householdId, 3);
    expect(await read(first)).toMatchObject({ state: 'frozen', reasonCode: null });
    await change(elsewhere, 4);
    const ended = { ...data, householdId: elsewhere, reason: 'own_request' as const, from: '2026-01-01' as const };
    await payments.publish(EnrolmentEnded, ended, { aggregateVersion: 5 });
    expect(await read(first)).toMatchObject({ state: 'held', reasonCode: 'enrolment_ended' });
  });

  it('is given to no other payee by any statement, and never another amount', async () => {
    const { list } = await approved(1);
    const [first] = list as [Payment];
    await payments.designate(first.householdId, { account: newAccount });
    const statements = [
      `UPDATE payments SET payee_id = (SELECT id FROM payees WHERE current), state = 'frozen'`,
      `UPDATE payments SET provider = 'another'`,
      `UPDATE payments SET channel = 'cash'`,
      `UPDATE payments SET payee_id = NULL`,
    ];
    for (const statement of statements)
      await expect(seeingAll(payments.db, (tx) => tx.query(statement))).rejects.toMatchObject({
        constraint: 'payments_keep_payee',
      });
    const owner = new pg.Client({
      connectionString: payments.service.database.migratorUrl,
      options: '-c janela.areas={""}',
    });
    await owner.connect();
    const raised = owner.query('UPDATE payments SET amount_minor = amount_minor + 1');
    await expect(raised).rejects.toMatchObject({ constraint: 'payments_keep_amount' });
    await owner.end();
  });

  it('whose payee died waits until the approver confirms the deputy', async () => {
    const { cycle, list } = await approved(1);
    const [first] = list as [Payment];
    const deputy = { personId: randomUUID(), name: 'Mutale Mwape' };
    const personId = first.householdId;
    await payments.designate(first.householdId, { personId, deputy, channel: 'cash', account: undefined });
    const approvedFirst = ok(await confirm(await read(first)));
    await die(personId, first.householdId);
    const held = await read(approvedFirst);
    expect(held).toMatchObject({
      state: 'held',
      reasonCode: 'no_payee',
      payeeNow: { personId: deputy.personId },
      payee: { personId },
    });
    expect(await step('officer', cycle, 'dispatch')).toMatchObject({ byState: { held: { count: 1 } } });
    expect(ok(await confirm(held))).toMatchObject({ state: 'instructed' });
    const payees = (await instructions(first)).map(({ data }) => data.payee);
    expect(payees).toEqual([expect.objectContaining({ name: 'Mutale Mwape' })]);
    expect(payees[0]).not.toHaveProperty('deputyName');
  });
});
