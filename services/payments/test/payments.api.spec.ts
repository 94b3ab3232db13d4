import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentStarted,
  InstructionIssued,
  PayeeChangeRefused,
  PayeeChangeRequested,
  PaymentCancelled,
  PaymentHeld,
  PaymentReleased,
  PersonDied,
  type Cycle,
  type Payment,
  type Reissue,
  type ReportOutcome,
} from '@janela/contracts';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';
import pg from 'pg';

import { seeingAll, ledgerProblems } from './books.ts';
import { amountMinor, enrolment, lunga, samfya, thisPeriod, today, transferProgramme } from './fixtures.ts';
import { approveReissue, type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const act = (payment: Payment, verb: string, body: object = { reasonCode: 'under_review' }) =>
  payments.officer.untyped.post<Payment & { code: string }>(`/v1/payments/${payment.id}/${verb}`, body, {
    ...ifMatch(payment),
    ...idempotencyKey(),
  });
const read = async ({ id }: Payment) => ok(await payments.officer.get(`/v1/payments/${id}`));
const step = async (by: 'officer' | 'approver', cycle: Cycle, verb: 'submit' | 'approve' | 'dispatch' | 'close') =>
  ok(await payments[by].post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)));
const instructions = async (payment: Payment) =>
  (await payments.published(InstructionIssued)).filter(({ data }) => data.paymentId === payment.id);
const report = (payment: Payment, status: ReportOutcome['status']) =>
  payments.provider.post('/v1/outcomes', {
    instructionId: payment.instructionId ?? '',
    status,
    providerReference: randomUUID(),
    occurredAt: new Date().toISOString(),
  });
const fundsOf = async ({ id }: Cycle) => ok(await payments.officer.get(`/v1/cycles/${id}`)).fundsMinor;

async function approved(count: number): Promise<{ cycle: Cycle; list: Payment[] }> {
  await payments.enrol(count);
  await payments.fund(count * amountMinor);
  const submitted = await step('officer', await payments.open(), 'submit');
  const cycle = await step('approver', submitted, 'approve');
  return { cycle, list: await payments.listOf(cycle) };
}

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

async function requestChange({ householdId }: Payment): Promise<void> {
  const options = { aggregateVersion: payments.nextVersion(`payee ${householdId}`) };
  await payments.publish(PayeeChangeRequested, { householdId }, options);
}

async function refuseChange({ householdId }: Payment): Promise<void> {
  const options = { aggregateVersion: payments.nextVersion(`payee ${householdId}`) };
  await payments.publish(PayeeChangeRefused, { householdId }, options);
}

async function die(personId: string, householdId: string): Promise<void> {
  const death = { personId, householdId, on: today, source: 'community', certainty: 'reported' } as const;
  await payments.publish(PersonDied, death);
}

describe('a payment that is with its provider', () => {
  it('is neither held nor cancelled nor released nor paid again', async () => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    for (const verb of ['hold', 'cancel', 'release'])
      expect(await act(payment, verb)).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect(await act(payment, 'reissue', {})).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect(await act(payment, 'enquire', {})).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect(await instructions(payment)).toHaveLength(1);
  });

  it('is asked about under the same reference, to the letter', async () => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    await report(payment, 'unknown');
    expect(ok(await act(await read(payment), 'enquire', {}))).toMatchObject({ state: 'unknown' });
    const [first, second] = await instructions(payment);
    expect(second?.data).toEqual(first?.data);
    expect([first?.aggregateVersion, second?.aggregateVersion, second?.id === first?.id]).toEqual([1, 2, false]);
  });
});

describe('a payment that failed or came back', () => {
  it.each(['failed', 'returned'] as const)('is made good by another one when it has %s', async (status) => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [first] = (await payments.listOf(cycle)) as [Payment];
    await report(first, status);
    await payments.designate(first.householdId, { account: '+260970009998' });
    const lost = await read(first);

    const answers = await Promise.all([act(lost, 'reissue', { note: 'A new number.' }), act(lost, 'reissue', {})]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const asked = answers.find((answer) => answer.status === 201)?.body as unknown as Reissue;
    expect(asked).toMatchObject({ state: 'requested', paymentId: first.id, payeeChanged: true });
    expect(await instructions(first)).toHaveLength(1);
    const unseen = await payments.approver.post(`/v1/reissues/${asked.id}/approve`, {}, ifMatch(asked));
    expect(unseen).toMatchObject({ status: 409, body: { code: 'payments.payee_changed' } });
    const agreed = ok(await approveReissue(payments.approver, asked));
    expect(agreed).toMatchObject({ state: 'approved', decidedBy: { id: 'payments-approver' } });
    const again = await read({ id: agreed.replacementId } as Payment);
    expect(again).toMatchObject({
      state: 'instructed',
      replaces: first.id,
      amountMinor,
      period: thisPeriod,
      cycleId: cycle.id,
    });
    expect(again.endToEndId).not.toBe(lost.endToEndId);
    expect((await instructions(again)).map(({ data }) => data.payee.account)).toEqual(['+260970009998']);
    expect(await read(first)).toMatchObject({ state: status, replacedBy: again.id });
    expect(await act(await read(first), 'reissue', {})).toMatchObject({
      status: 409,
      body: { code: 'payments.already_reissued' },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    await report(again, 'paid');
    const closing = ok(await payments.officer.get(`/v1/cycles/${cycle.id}`));
    expect(await step('officer', closing, 'close')).toMatchObject({
      count: 2,
      totalMinor: 2 * amountMinor,
      fundsMinor: 0,
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('waits where the money has been spent otherwise, or no one could be paid', async () => {
    const { cycle } = await approved(2);
    await step('officer', cycle, 'dispatch');
    const [first, second] = (await payments.listOf(cycle)) as [Payment, Payment];
    await report(first, 'failed');
    const past = await payments.open('2026-01');
    await step('approver', await step('officer', past, 'submit'), 'approve').catch(() => undefined);
    await payments.designate(first.householdId, { provider: 'none' });
    expect(await act(await read(first), 'reissue', {})).toMatchObject({
      status: 409,
      body: { code: 'payments.no_payee' },
    });
    expect(await act(await read(second), 'reissue', {})).toMatchObject({
      status: 409,
      body: { code: 'payments.payment_state' },
    });
  });

  it('comes back even after its cycle was closed, and can still be made good', async () => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    await report(payment, 'paid');
    await step('officer', ok(await payments.officer.get(`/v1/cycles/${cycle.id}`)), 'close');
    await report(payment, 'returned');
    expect(await fundsOf(cycle)).toBe(amountMinor);
    expect(await ledgerProblems(payments.db)).toEqual([]);
    const { replacementId } = ok(await payments.payAgain(await read(payment)));
    expect(await read({ id: replacementId } as Payment)).toMatchObject({ state: 'instructed', replaces: payment.id });
    expect(await fundsOf(cycle)).toBe(0);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is made good from what the programme has, and not beyond it by one minor unit', async () => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    await report(payment, 'failed');
    // All but the last minor unit of it goes elsewhere.
    await payments.enrol(1, {
      from: '2026-01-01',
      entitlement: { amountMinor: amountMinor - 1, currency: 'ZMW', frequency: 'every_two_months' },
    });
    const other = await payments.open('2026-01');
    const both = await payments.listOf(other);
    const old = both.find((one) => one.householdId === payment.householdId) as Payment;
    await act(old, 'cancel');
    const submitted = await step('officer', ok(await payments.officer.get(`/v1/cycles/${other.id}`)), 'submit');
    await step('approver', submitted, 'approve');
    expect(await fundsOf(cycle)).toBe(1);
    expect(await payments.payAgain(await read(payment))).toMatchObject({
      status: 409,
      body: { code: 'payments.not_enough_funds', fundsMinor: 1, neededMinor: amountMinor },
    });
    await payments.fund(amountMinor - 1);
    const { items } = ok(await payments.approver.get('/v1/reissues?state=requested'));
    expect(items.map(({ paymentId }) => paymentId)).toEqual([payment.id]);
    const agreed = ok(await approveReissue(payments.approver, items[0] as Reissue));
    expect(await read({ id: agreed.replacementId } as Payment)).toMatchObject({ state: 'instructed' });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});

describe('a request that a payment be paid again', () => {
  const lostOne = async () => {
    const { cycle } = await approved(1);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    await report(payment, 'failed');
    return read(payment);
  };
  const requested = async () => ok(await payments.approver.get('/v1/reissues?state=requested')).items;

  it('waits in a list, with who would be paid, and pays no one until another person agrees', async () => {
    const lost = await lostOne();
    const both = await payments.as({ roles: ['payments-officer', 'payments-approver'], id: 'one-for-all' });
    const path = `/v1/payments/${lost.id}/reissue` as const;
    const asked = ok(await both.post(path, { note: 'She came.' }, { ...ifMatch(lost), ...idempotencyKey() }));
    const [waiting] = (await requested()) as [Reissue];
    expect(waiting).toMatchObject({
      id: asked.id,
      paymentState: 'failed',
      payeeChanged: false,
      note: 'She came.',
      amountMinor,
      requestedBy: { id: 'one-for-all' },
      payee: { now: { channel: 'mobile_money', provider: 'sandbox' } },
    });
    expect(waiting.payee.now?.accountEnding).toHaveLength(4);
    expect(await both.post(`/v1/reissues/${asked.id}/approve`, {}, ifMatch(asked))).toMatchObject({
      status: 403,
      body: { code: 'payments.proposer_cannot_confirm' },
    });
    expect(await act(lost, 'reissue', {})).toMatchObject({ status: 409, body: { code: 'payments.reissue_requested' } });
    expect([(await instructions(lost)).length, (await payments.published(InstructionIssued)).length]).toEqual([1, 1]);

    const refused = await payments.approver.post(
      `/v1/reissues/${asked.id}/refuse`,
      { reason: 'Not yet.' },
      ifMatch(asked),
    );
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused', refusal: 'Not yet.' } });
    expect([(await requested()).length, (await read(lost)).replacedBy]).toEqual([0, undefined]);
    const late = { ...ifMatch({ version: 2 }) };
    expect(await payments.approver.post(`/v1/reissues/${asked.id}/approve`, {}, late)).toMatchObject({
      status: 409,
      body: { code: 'payments.reissue_decided' },
    });
    expect(await payments.payAgain(lost)).toMatchObject({ status: 200, body: { state: 'approved' } });
  });

  it('is refused where the enrolment does not stand for the period any more', async () => {
    const lost = await lostOne();
    const asked = ok(await act(lost, 'reissue', {})) as unknown as Reissue;
    const { enrolmentId, householdId, areaCode } = lost;
    const { programmeId, code: programme } = transferProgramme;
    const about = { enrolmentId, programmeId, programme, householdId, areaCode, coveredPersonIds: [randomUUID()] };
    const ended = { ...about, reason: 'own_request' as const, from: today };
    await payments.publish(EnrolmentEnded, ended, { aggregateVersion: 2 });
    for (const answer of [await approveReissue(payments.approver, asked), await payments.payAgain(lost)])
      expect(answer).toMatchObject({ status: 409, body: { code: 'payments.enrolment_not_standing' } });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is not agreed to while a change of payee waits, or when the payee has died', async () => {
    const lost = await lostOne();
    const asked = ok(await act(lost, 'reissue', {})) as unknown as Reissue;
    await requestChange(lost);
    expect(await approveReissue(payments.approver, asked)).toMatchObject({
      status: 409,
      body: { code: 'payments.not_payable', reasonCode: 'payee_unconfirmed' },
    });
    await refuseChange(lost);
    await die(asked.payee.now?.personId ?? '', lost.householdId);
    const [seenAgain] = (await requested()) as [Reissue];
    expect([seenAgain.payeeChanged, seenAgain.payee.now]).toEqual([true, undefined]);
    expect(await approveReissue(payments.approver, seenAgain)).toMatchObject({
      status: 409,
      body: { code: 'payments.no_payee' },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is refused while a difference is open about the payment, or about one that it replaces', async () => {
    const lost = await lostOne();
    const { replacementId } = ok(await payments.payAgain(lost));
    const again = await read({ id: replacementId } as Payment);
    await report(again, 'failed');
    await report(lost, 'paid');
    expect(await payments.payAgain(await read(again))).toMatchObject({
      status: 409,
      body: { code: 'payments.difference_open' },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is made, seen and agreed to only by who works in the area', async () => {
    const lost = await lostOne();
    const roles = ['payments-officer', 'payments-approver'] as const;
    const district = await payments.as({ roles: [...roles], areas: [lunga], id: 'of-another-district' });
    expect(
      await district.post(`/v1/payments/${lost.id}/reissue`, {}, { ...ifMatch(lost), ...idempotencyKey() }),
    ).toMatchObject({ status: 404, body: { code: 'payments.payment_not_found' } });
    const asked = ok(await act(lost, 'reissue', {})) as unknown as Reissue;
    expect((await district.get('/v1/reissues')).body.items).toEqual([]);
    expect(await district.post(`/v1/reissues/${asked.id}/approve`, {}, ifMatch(asked))).toMatchObject({
      status: 404,
      body: { code: 'payments.reissue_not_found' },
    });
  });

  it('and only that makes a payment in place of another, whatever statement is tried', async () => {
    const lost = await lostOne();
    const insert = `INSERT INTO payments (cycle_id, enrolment_id, household_id, area_code, period, programme_version, amount_minor,
        currency, state, payee_id, provider, channel, replaces)
      SELECT cycle_id, enrolment_id, household_id, area_code, period, programme_version, amount_minor, currency, 'frozen', payee_id,
        provider, channel, id FROM payments WHERE id = '${lost.id}'`;
    await expect(seeingAll(payments.db, (tx) => tx.query(insert))).rejects.toMatchObject({ code: '23514' });
    const alone = `INSERT INTO reissues (payment_id, area_code, requested_by, decided_by, decided_at, state, replacement_id)
      SELECT id, area_code, 'x', 'x', now(), 'approved', id FROM payments`;
    await expect(seeingAll(payments.db, (tx) => tx.query(alone))).rejects.toMatchObject({
      constraint: 'reissues_begin_requested',
    });
    const decided = `WITH asked AS (INSERT INTO reissues (payment_id, area_code, requested_by)
        SELECT id, area_code, 'x' FROM payments LIMIT 1 RETURNING id)
      SELECT id FROM asked`;
    await expect(
      seeingAll(payments.db, async (tx) => {
        await tx.query(decided);
        await tx.query(`UPDATE reissues SET state = 'refused', decided_by = requested_by, decided_at = now(), refusal = 'x'
          WHERE state = 'requested'`);
      }),
    ).rejects.toMatchObject({ constraint: 'reissues_decided_by_another' });
  });
});

describe('the payments of a household', () => {
  it('are found by household, enrolment or reference, and never without one', async () => {
    const { cycle } = await approved(2);
    await step('officer', cycle, 'dispatch');
    const [payment] = (await payments.listOf(cycle)) as [Payment];
    for (const query of [
      `householdId=${payment.householdId}`,
      `enrolmentId=${payment.enrolmentId}`,
      `endToEndId=${payment.endToEndId}`,
    ]) {
      const { items } = ok(await payments.caseworker.get(`/v1/payments?${query}`));
      expect(items.map(({ id }) => id)).toEqual([payment.id]);
      expect(items[0]).toMatchObject({
        state: 'instructed',
        amountMinor,
        currency: 'ZMW',
        period: thisPeriod,
        provider: 'sandbox',
        reasonCode: null,
      });
    }
    const none = await payments.caseworker.get('/v1/payments?endToEndId=none');
    expect(none).toMatchObject({ status: 200, body: { items: [] } });
    expect(await payments.caseworker.get('/v1/payments')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'search_term_missing' }] },
    });
  });

  it('do not exist for who works in another district', async () => {
    const [here] = await payments.enrol(1, { areaCode: samfya });
    const [there] = await payments.enrol(1, { areaCode: lunga });
    const list = await payments.listOf(await payments.open());
    const found = async (householdId = '') =>
      ok(await payments.caseworker.get(`/v1/payments?householdId=${householdId}`)).items.length;
    expect([await found(here?.householdId), await found(there?.householdId)]).toEqual([1, 0]);

    const hidden = list.find(({ areaCode }) => areaCode === lunga) as Payment;
    const answer = await payments.caseworker.get(`/v1/payments/${hidden.id}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'payments.payment_not_found' } });
    expect(await payments.caseworker.get(`/v1/payments/${randomUUID()}`)).toMatchObject({
      status: answer.status,
      body: { code: answer.body.code },
    });
    const officer = await payments.as({ roles: ['payments-officer'], areas: [samfya], id: 'district-officer' });
    expect(await officer.post(`/v1/payments/${hidden.id}/hold`, { reasonCode: 'x' }, ifMatch(hidden))).toMatchObject({
      status: 404,
    });
    expect(await officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey())).toMatchObject({
      status: 403,
      body: { code: 'access.area_out_of_reach' },
    });
  });

  it('are computed without any name or account in clear text', async () => {
    await payments.enrol(1);
    const rows = await seeingAll(payments.db, (tx) => tx.query<object[]>('SELECT * FROM payees'));
    const text = JSON.stringify(rows);
    expect([rows.length, text.includes('Mwape'), text.includes('26097')]).toEqual([1, false, false]);
  });
});

describe('reading the payments of a household', () => {
  it('leaves one line in the audit trail for each request', async () => {
    const { list } = await approved(1);
    const [payment] = list as [Payment];
    await payments.caseworker.get(`/v1/payments?householdId=${payment.householdId}`);
    await payments.caseworker.get(`/v1/payments?enrolmentId=${payment.enrolmentId}`);
    await payments.caseworker.get(`/v1/payments/${payment.id}`);
    await payments.caseworker.get('/v1/payments?endToEndId=none%0As');
    const trail = await payments.db.query<{ subject: string; details: object }[]>(
      `SELECT subject, details FROM audit_entries WHERE action = 'payment.read' AND actor = 'caseworker' ORDER BY id`,
    );
    expect(trail.map(({ subject }) => subject)).toEqual([
      `household:${payment.householdId}`,
      `enrolment:${payment.enrolmentId}`,
      `payment:${payment.id}`,
      'instruction:none',
    ]);
    const shown = { count: 1, householdIds: [payment.householdId] };
    expect(trail.map(({ details }) => details)).toEqual([shown, shown, shown, { count: 0, householdIds: [] }]);
  });

  it('is noted with the households of the page that was shown, of a list and of a comparison', async () => {
    const { cycle, list } = await approved(2);
    const viewer = await payments.as({ roles: ['payments-officer'], id: 'viewer', areas: ['ZM'] });
    await viewer.get(`/v1/cycles/${cycle.id}/payments?limit=1`);
    ok(await viewer.get(`/v1/cycles/${cycle.id}/comparison`));
    const trail = await payments.db.query<{ details: { householdIds: string[] } }[]>(
      `SELECT details FROM audit_entries WHERE action = 'payment.read' AND actor = 'viewer' AND subject = $1 ORDER BY id`,
      [`cycle:${cycle.id}`],
    );
    const households = list.map(({ householdId }) => householdId);
    const [page, comparison] = trail.map(({ details }) => details.householdIds);
    expect([page, trail.length]).toEqual([households.slice(0, 1), 2]);
    expect(comparison).toEqual(expect.arrayContaining(households));
  });
});

describe('what is done to a payment', () => {
  it('leaves a line in the audit trail, with who and why', async () => {
    const { cycle, list } = await approved(1);
    const [payment] = list as [Payment];
    const held = ok(await act(payment, 'hold', { reasonCode: 'under_review', note: 'Looks odd.' }));
    ok(await act(held, 'release', { reasonCode: 'released' }));
    const trail = await payments.db.query<{ action: string; actor: string; subject: string }[]>(
      `SELECT action, actor, subject FROM audit_entries WHERE subject IN ($1, $2) AND action <> 'payment.read' ORDER BY id`,
      [`cycle:${cycle.id}`, `payment:${payment.id}`],
    );
    expect(trail.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'cycle.opened payments-officer',
      'cycle.submitted payments-officer',
      'cycle.approved payments-approver',
      'payment.held payments-officer',
      'payment.released payments-officer',
    ]);
  });
});
