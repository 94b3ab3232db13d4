import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Payment } from '@janela/contracts';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { paymentActs } from './acts.ts';
import { seeingAll } from './books.ts';
import { amountMinor, lunga, samfya, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { act, read, step, instructions, report, approved } = paymentActs(() => payments);

beforeEach(async () => {
  payments = await startPayments();
});
afterEach(() => payments.stop());

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
    const householdIds = [payment.householdId];
    const listed = { ids: [payment.id], householdIds };
    expect(trail.map(({ details }) => details)).toEqual([listed, listed, { householdIds }, { ids: [] }]);
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
