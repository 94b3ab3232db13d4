import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EnrolmentEnded, InstructionIssued, type Payment, type Reissue } from '@janela/contracts';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { paymentActs } from './acts.ts';
import { seeingAll, ledgerProblems } from './books.ts';
import { amountMinor, lunga, thisPeriod, today, transferProgramme } from './fixtures.ts';
import { approveReissue, type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { act, read, step, instructions, report, fundsOf, approved, requestChange, refuseChange, die } = paymentActs(
  () => payments,
);

beforeEach(async () => {
  payments = await startPayments();
});
afterEach(() => payments.stop());

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
