import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentStarted,
  EnrolmentSuspended,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
  type Cycle,
  type CycleComparison,
} from '@janela/contracts';
import { addDays, daysOf, previousPeriod } from '@janela/kernel';
import { deliver, recordOf } from '@janela/messaging';
import { idempotencyKey, ok } from '@janela/testing';

import { cycleActs } from './acts.ts';
import { ledgerProblems } from './books.ts';
import { amountMinor, enrolment, thisPeriod, today } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
const { onCycle } = cycleActs(() => payments);
const lastPeriod = previousPeriod(thisPeriod, 2);

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
    const submitted = ok(await onCycle('officer', cycle, 'submit'));
    await check();
    const approved = ok(await onCycle('approver', submitted, 'approve'));
    await check();
    await receive(recordOf(PersonDuplicateDismissed, suspected, second));
    expect((await compare()).duplicates).toMatchObject({ count: 0, pairs: [] });
    const { byState } = ok(await onCycle('officer', approved, 'dispatch'));
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
