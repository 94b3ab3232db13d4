import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  OutcomeReported,
  PaymentFailed,
  PaymentPaid,
  PaymentReturned,
  PaymentUnknown,
  type Cycle,
  type Difference,
  type Payment,
  type ReportOutcome,
  type SettleDifference,
  type Settlement,
} from '@janela/contracts';
import { recordOf } from '@janela/messaging';
import { ifMatch, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { amountMinor } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
let cycle: Cycle;
let waiting: Payment[];
const households = 40;

beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(households);
  await payments.fund(2 * households * amountMinor);
  cycle = await payments.send(await payments.open());
  waiting = await payments.listOf(cycle);
});
afterAll(() => payments.stop());

/** An instruction about which nothing was said yet. */
function next(): Payment & { instructionId: string } {
  const payment = waiting.pop();
  if (!payment?.instructionId) throw new Error('all instructions are used up');
  return { ...payment, instructionId: payment.instructionId };
}
const outcomeOf = (payment: { instructionId: string }, about: Partial<ReportOutcome> = {}): ReportOutcome => ({
  instructionId: payment.instructionId,
  status: 'paid',
  providerReference: `MM-${payment.instructionId.slice(-8)}`,
  occurredAt: new Date().toISOString(),
  ...about,
});
const report = (outcome: ReportOutcome) => payments.provider.post('/v1/outcomes', outcome);
const stateOf = async ({ id }: Payment) => ok(await payments.officer.get(`/v1/payments/${id}`)).state;
const differences = async () => ok(await payments.officer.get('/v1/differences?limit=200')).items;
const balances = async () => JSON.stringify((await payments.officer.get('/v1/ledger/accounts')).body);

describe('a provider', () => {
  it('says that it paid, which ends the story of the payment and goes through the book', async () => {
    const payment = next();
    expect(await report(outcomeOf(payment, { status: 'pending' }))).toMatchObject({
      status: 200,
      body: { verdict: 'applied', paymentState: 'sent' },
    });
    const amount = { amountMinor, currency: 'ZMW' };
    expect(await report(outcomeOf(payment, { amount }))).toMatchObject({
      status: 200,
      body: { verdict: 'applied', paymentState: 'paid' },
    });

    const { body } = await payments.caseworker.get(`/v1/payments/${payment.id}`);
    expect(body).toMatchObject({
      state: 'paid',
      paidMinor: amountMinor,
      endToEndId: payment.instructionId.replaceAll('-', ''),
    });
    expect(body.story?.map(({ state, by, reference }) => [state, by, reference])).toEqual([
      ['frozen', 'Esther Tembo', undefined],
      ['instructed', 'Esther Tembo', undefined],
      ['sent', 'provider:sandbox', outcomeOf(payment).providerReference],
      ['paid', 'provider:sandbox', outcomeOf(payment).providerReference],
    ]);
    const { items } = ok(await payments.officer.get(`/v1/ledger/transactions?paymentId=${payment.id}`));
    expect(items).toMatchObject([
      {
        what: 'payment_paid',
        by: 'provider-sandbox',
        about: { paymentId: payment.id, cycleId: cycle.id },
        entries: [
          { account: 'paid:SCT', currency: 'ZMW', amountMinor },
          { account: 'in_flight:sandbox', currency: 'ZMW', amountMinor: -amountMinor },
        ],
      },
    ]);
    const events = await payments.published(PaymentPaid);
    expect(events.map(({ data }) => data.paymentId)).toEqual([payment.id]);
    expect(events[0]?.data).toMatchObject({
      amountMinor,
      paidMinor: amountMinor,
      provider: 'sandbox',
      programme: 'SCT',
    });
  });

  it('says that it failed, and the money is the programme’s again', async () => {
    const payment = next();
    expect(await report(outcomeOf(payment, { status: 'failed', reasonCode: 'AC04' }))).toMatchObject({ status: 200 });
    const { body } = await payments.officer.get(`/v1/payments/${payment.id}`);
    expect(body).toMatchObject({
      state: 'failed',
      reasonCode: 'AC04',
      reason: { en: 'The account is closed', pt: 'A conta está encerrada' },
    });
    expect((await payments.published(PaymentFailed)).at(-1)?.data).toMatchObject({
      paymentId: payment.id,
      reasonCode: 'AC04',
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('says that the money came back, after it was paid or before', async () => {
    const [before, after] = [next(), next()];
    await report(outcomeOf(after));
    for (const payment of [before, after]) {
      expect(await report(outcomeOf(payment, { status: 'returned' }))).toMatchObject({
        status: 200,
        body: { paymentState: 'returned' },
      });
    }
    expect(
      (await payments.published(PaymentReturned)).map(({ data }) => [data.returnedMinor, data.reasonCode]),
    ).toEqual([
      [amountMinor, 'MS03'],
      [amountMinor, 'MS03'],
    ]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('says that it does not know, and later that it paid after all', async () => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'unknown' }));
    expect(await stateOf(payment)).toBe('unknown');
    expect((await payments.published(PaymentUnknown)).at(-1)?.data).toMatchObject({ paymentId: payment.id });
    expect(await report(outcomeOf(payment, { status: 'pending' }))).toMatchObject({
      status: 200,
      body: { verdict: 'noted' },
    });
    expect(await stateOf(payment)).toBe('unknown');
    await report(outcomeOf(payment));
    expect(await stateOf(payment)).toBe('paid');
  });

  it('may say the same as often as it likes: it changes nothing', async () => {
    const payment = next();
    const outcome = outcomeOf(payment, { amount: { amountMinor, currency: 'ZMW' } });
    await report(outcome);
    const before = await balances();
    const answers = await Promise.all(Array.from({ length: 5 }, () => report(outcome)));
    expect(answers.map(({ status, body }) => [status, body.verdict])).toEqual(Array(5).fill([200, 'applied']));
    const events = (await payments.published(PaymentPaid)).filter(({ key }) => key === payment.id);
    expect([await balances(), events.length, (await differences()).length]).toEqual([before, 1, 0]);
  });
});

describe('what does not fit', () => {
  const refused = async (payment: Payment & { instructionId: string }, about: Partial<ReportOutcome>) => {
    const [before, state] = [await balances(), await stateOf(payment)];
    const answer = await report(outcomeOf(payment, about));
    const again = await report(outcomeOf(payment, about));
    expect([again.status, again.body.code]).toEqual([answer.status, answer.body.code]);
    expect([await balances(), await stateOf(payment)]).toEqual([before, state]);
    const found = (await differences()).filter(({ instructionId }) => instructionId === payment.instructionId);
    return { status: answer.status, code: answer.body.code, found };
  };

  it('is another amount, which is written down and changes no balance', async () => {
    const payment = next();
    const { status, code, found } = await refused(payment, {
      amount: { amountMinor: amountMinor + 1, currency: 'ZMW' },
    });
    expect([status, code]).toEqual([422, 'payments.outcome_amount_differs']);
    expect(found).toMatchObject([
      { kind: 'amount', dueMinor: amountMinor, reportedMinor: amountMinor + 1, paymentId: payment.id },
    ]);
    await report(outcomeOf(payment));
    expect(await stateOf(payment)).toBe('paid');
  });

  it('is another currency', async () => {
    const { status, code, found } = await refused(next(), { amount: { amountMinor, currency: 'USD' } });
    expect([status, code]).toEqual([422, 'payments.outcome_currency_differs']);
    expect(found).toMatchObject([{ kind: 'currency', currency: 'USD' }]);
  });

  it('is an instruction that was never given', async () => {
    const before = await balances();
    const outcome = outcomeOf({ instructionId: randomUUID() });
    const answers = await Promise.all([report(outcome), report(outcome), report(outcome)]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([404, 'payments.instruction_not_found']),
    );
    const found = (await differences()).filter(({ instructionId }) => instructionId === outcome.instructionId);
    expect(found).toMatchObject([{ kind: 'unknown_instruction', dueMinor: null, reportedMinor: null }]);
    expect(await balances()).toBe(before);
  });

  it('is the instruction of another provider, which is answered as not found', async () => {
    const payment = next();
    const [data] = [{ ...outcomeOf(payment), provider: 'another' }];
    await payments.publish(OutcomeReported, data);
    expect(await stateOf(payment)).toBe('instructed');
    expect((await differences()).filter(({ provider }) => provider === 'another')).toMatchObject([
      { kind: 'unknown_instruction' },
    ]);
  });

  it('is not accepted on the topic of another provider, whatever it says of itself, or from another source than that provider', async () => {
    const payment = next();
    const record = recordOf(OutcomeReported, { ...outcomeOf(payment), provider: 'sandbox' });
    const forgeries = [
      { ...record, topic: 'payments.outcome.another' },
      {
        ...record,
        topic: 'payments.outcome.another',
        headers: { ...record.headers, ce_source: '/janela/provider-another' },
      },
      { ...record, headers: { ...record.headers, ce_source: '/janela/payments' } },
      { ...record, topic: 'payments.outcome' },
    ];
    const [consumer] = payments.service.messaging.list();
    const reasons: (string | undefined)[] = [];
    for (const [index, forged] of forgeries.entries()) {
      const taken = await consumer?.accept([{ ...forged, offset: String(800_000 + index) }]);
      reasons.push(taken?.parked[0]?.reason);
    }
    expect(reasons).toEqual(['wrong_source', 'wrong_topic', 'wrong_source', 'wrong_topic']);
    expect(await stateOf(payment)).toBe('instructed');
    await payments.publish(OutcomeReported, { ...outcomeOf(payment), provider: 'sandbox' });
    expect(await stateOf(payment)).toBe('paid');
  });

  it('is anything else after it was paid, failed or came back', async () => {
    for (const [first, second] of [
      ['paid', 'failed'],
      ['paid', 'paid'],
      ['paid', 'pending'],
      ['paid', 'unknown'],
      ['failed', 'paid'],
      ['returned', 'failed'],
    ] as const) {
      const payment = next();
      await report(outcomeOf(payment, { status: first }));
      const { status, code } = await refused(payment, { status: second, providerReference: 'another' });
      expect([first, second, status, code]).toEqual([first, second, 409, 'payments.outcome_after_final']);
    }
    const kinds = (await differences()).filter(({ kind }) => kind === 'after_final').map(({ status }) => status);
    // What is only late contradicts nothing.
    expect(kinds.sort()).toEqual(['failed', 'failed', 'paid', 'paid']);
  });

  it('is a day that has not come', async () => {
    const { status, code, found } = await refused(next(), { occurredAt: '2099-01-01T00:00:00Z' });
    expect([status, code]).toEqual([422, 'payments.outcome_in_future']);
    expect(found).toMatchObject([{ kind: 'date' }]);
  });

  it('is a day before it was asked for, but for the minutes by which clocks differ', async () => {
    const instructedAt = Date.now();
    const at = (minutes: number) => new Date(instructedAt - minutes * 60_000).toISOString();
    const { status, code, found } = await refused(next(), { occurredAt: at(6) });
    expect([status, code]).toEqual([422, 'payments.outcome_before_instruction']);
    expect(found).toMatchObject([{ kind: 'date' }]);
    const longAgo = await refused(next(), { occurredAt: '0000-01-01T00:00:00Z' });
    expect([longAgo.status, longAgo.found.length]).toEqual([422, 1]);
    expect(await report(outcomeOf(next(), { occurredAt: at(4) }))).toMatchObject({ status: 200 });
  });

  it('is no difference when it was paid and came back, reported in the wrong order', async () => {
    const payment = next();
    const [paidAt, returnedAt] = [
      new Date(Date.now() - 2_000).toISOString(),
      new Date(Date.now() - 1_000).toISOString(),
    ];
    await report(outcomeOf(payment, { status: 'returned', occurredAt: returnedAt }));
    const { status, found } = await refused(payment, { occurredAt: paidAt });
    expect([status, found]).toEqual([409, []]);
  });

  it.each([
    ['a status that is none', { status: 'settled' }],
    ['half a minor unit', { amount: { amountMinor: 0.5, currency: 'ZMW' } }],
    ['a currency that is none', { amount: { amountMinor, currency: 'ZMK' } }],
    ['a day without a time', { occurredAt: '2026-11-02' }],
    ['no reference', { providerReference: '' }],
    ['a field that does not exist', { fee: 1 }],
  ])('is %s', async (_what, about) => {
    const answer = await payments.provider.untyped.post('/v1/outcomes', {
      ...outcomeOf({ instructionId: randomUUID() }),
      ...about,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('is said at length by an event just as over HTTP', async () => {
    const payment = next();
    const data = { ...outcomeOf(payment), provider: 'sandbox', amount: { amountMinor: 1, currency: 'ZMW' } };
    await payments.publish(OutcomeReported, data);
    expect((await differences()).some(({ paymentId, kind }) => paymentId === payment.id && kind === 'amount')).toBe(
      true,
    );
  });
});

describe('a difference', () => {
  it('is on the reconciliation of its cycle until one person proposes how to settle it and another confirms that', async () => {
    const open = async () => ok(await payments.approver.get(`/v1/cycles/${cycle.id}/reconciliation`)).differences;
    const [one] = (await open()).filter(({ kind }) => kind === 'currency') as [Difference];
    const proposed = ok(await settle(one, { resolution: 'dismissed' }));
    expect(proposed).toMatchObject({ state: 'proposed', differenceId: one.id, proposedBy: { id: 'payments-officer' } });
    // Who decides sees what the provider said beside what is known.
    const known = (await read({ id: one.paymentId ?? '' })).state;
    const { status, provider, providerReference, reportedMinor } = one;
    expect(one).toMatchObject({ known: { state: known } });
    expect(proposed).toMatchObject({
      known: { state: known },
      said: { status, provider, providerReference, reportedMinor, currency: one.currency },
    });
    // It is open for as long as only one person has said so.
    expect((await open()).find(({ id }) => id === one.id)).toMatchObject({
      proposed: { settlementId: proposed.id, resolution: 'dismissed', by: 'payments-officer' },
    });
    expect(await settle(one, { resolution: 'dismissed' })).toMatchObject({
      status: 409,
      body: { code: 'payments.difference_settled' },
    });
    expect(await payments.confirm(proposed)).toMatchObject({
      status: 200,
      body: { state: 'confirmed', decidedBy: { id: 'payments-approver' } },
    });
    expect((await open()).map(({ id }) => id)).not.toContain(one.id);
    expect(await payments.confirm(proposed)).toMatchObject({
      status: 409,
      body: { code: 'payments.settlement_decided' },
    });
    const list = ok(await payments.approver.get('/v1/differences?settled=true'));
    expect(list.items).toMatchObject([{ id: one.id, settled: { resolution: 'dismissed', by: 'payments-approver' } }]);
    const ofPayment = ok(await payments.approver.get(`/v1/differences?settled=true&paymentId=${one.paymentId ?? ''}`));
    expect(ofPayment.items.map(({ id }) => id)).toEqual([one.id]);
    const ofAnother = ok(await payments.approver.get(`/v1/differences?settled=true&paymentId=${one.id}`));
    expect(ofAnother.items).toEqual([]);
  });

  it('is confirmed only while the payment is as it was when it was proposed, and ends the same in either order', async () => {
    const minutes = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();
    const propose = async ({ id }: Difference) =>
      ok(
        await payments.officer.untyped.post<Settlement>(`/v1/differences/${id}/settle`, {
          ...evidence,
          resolution: 'accepted',
        }),
      );
    for (const isPaidFirst of [true, false]) {
      const payment = next();
      const say = (status: ReportOutcome['status'], reference: string, ago: number) =>
        report(
          outcomeOf(payment, { status, providerReference: `${reference}-${payment.id}`, occurredAt: minutes(ago) }),
        );
      await say('paid', 'first', 0.4);
      await say('returned', 'first', 0.3);
      await say('failed', 'failed', 0.2);
      await say('paid', 'second', 0.1);
      const own = (await differences()).filter(({ paymentId }) => paymentId === payment.id);
      const [failed, paid] = own as [Difference, Difference];
      const proposed = [await propose(failed), await propose(paid)] as const;
      const [first, second] = isPaidFirst ? [proposed[1], proposed[0]] : proposed;
      expect(await payments.confirm(first)).toMatchObject({ status: 200 });
      const late = await payments.confirm(second);
      if (isPaidFirst) {
        expect(late).toMatchObject({ status: 409, body: { code: 'payments.settlement_outdated' } });
        const path = `/v1/settlements/${second.id}/refuse` as const;
        ok(await payments.approver.post(path, { reason: 'It has changed.' }, ifMatch(second)));
        const again = await propose(failed);
        expect(again.known).toEqual({ state: 'paid', paidMinor: amountMinor });
        expect(await payments.confirm(again)).toMatchObject({ status: 200, body: { known: { state: 'paid' } } });
      } else expect(late).toMatchObject({ status: 200, body: { known: { state: 'returned' } } });
      expect(await stateOf(payment)).toBe('paid');
      expect(await ledgerProblems(payments.db)).toEqual([]);
    }
  });

  it('is settled by no one person, whatever roles they have, nor by who made the cycle', async () => {
    const [one] = (await differences()).filter(({ kind }) => kind === 'date') as [Difference];
    const roles = ['payments-officer', 'payments-approver'] as const;
    const both = await payments.as({ roles: [...roles], id: 'one-for-all' });
    const body = { ...evidence, resolution: 'dismissed' };
    const own = ok(await both.untyped.post<Settlement>(`/v1/differences/${one.id}/settle`, body));
    expect(await both.post(`/v1/settlements/${own.id}/confirm`, undefined, ifMatch(own))).toMatchObject({
      status: 403,
      body: { code: 'payments.proposer_cannot_confirm' },
    });
    const maker = await payments.as({ roles: [...roles], id: 'payments-officer' });
    expect(await maker.post(`/v1/settlements/${own.id}/confirm`, undefined, ifMatch(own))).toMatchObject({
      status: 403,
      body: { code: 'payments.maker_cannot_confirm' },
    });
    const refused = await payments.approver.post(
      `/v1/settlements/${own.id}/refuse`,
      { reason: 'Ask again.' },
      ifMatch(own),
    );
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused', refusal: 'Ask again.' } });
    // It may be proposed again after that.
    expect(await settle(one, { resolution: 'dismissed' })).toMatchObject({ status: 201 });
  });

  it.each([
    ['more', amountMinor + 10_000, { 'recoverable:SCT': 10_000, 'provider:sandbox': -10_000, 'paid:SCT': amountMinor }],
    ['less', amountMinor - 10_000, { 'provider:sandbox': 10_000, 'paid:SCT': amountMinor - 10_000 }],
  ])('in which %s was paid is accepted by two, and then goes through the book', async (_what, paid, moved) => {
    const payment = next();
    await report(outcomeOf(payment, { amount: { amountMinor: paid, currency: 'ZMW' } }));
    const before = await accountsNow();
    await acceptAbout(payment);
    const { body } = await payments.officer.get(`/v1/payments/${payment.id}`);
    expect(body).toMatchObject({ state: 'paid', amountMinor, paidMinor: paid });
    expect(await movedSince(before)).toMatchObject(moved);
    expect(await ledgerProblems(payments.db)).toEqual([]);
    // What was paid otherwise does not simply come back.
    expect(await report(outcomeOf(payment, { status: 'returned' }))).toMatchObject({
      status: 422,
      body: { code: 'payments.outcome_amount_differs' },
    });
    await acceptAbout(payment);
    expect(await stateOf(payment)).toBe('returned');
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('that a payment which had failed was paid after all is accepted, and the programme has paid it', async () => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'failed', reasonCode: 'AC04' }));
    await report(outcomeOf(payment));
    const before = await accountsNow();
    expect(await payments.payAgain(await read(payment))).toMatchObject({
      status: 409,
      body: { code: 'payments.difference_open' },
    });
    await acceptAbout(payment);
    expect(await read(payment)).toMatchObject({ state: 'paid', paidMinor: amountMinor });
    expect(await movedSince(before)).toEqual({ 'funds:SCT': -amountMinor, 'paid:SCT': amountMinor });
    expect(await payments.payAgain(await read(payment))).toMatchObject({
      status: 409,
      body: { code: 'payments.payment_state' },
    });
    const events = (await payments.published(PaymentPaid)).filter(({ key }) => key === payment.id);
    expect([events.length, await ledgerProblems(payments.db)]).toEqual([1, []]);
    // What the provider says after that is for people again.
    await report(outcomeOf(payment, { status: 'returned', providerReference: 'later' }));
    expect(await stateOf(payment)).toBe('paid');
    await acceptAbout(payment);
    expect(await stateOf(payment)).toBe('returned');
    expect(await movedSince(before)).toEqual({});
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('that a payment which had failed was paid is put aside, and then it is paid again', async () => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'failed' }));
    await report(outcomeOf(payment));
    await settleAbout(payment, { resolution: 'dismissed' });
    expect(await stateOf(payment)).toBe('failed');
    expect(await payments.payAgain(await read(payment))).toMatchObject({ status: 200, body: { state: 'approved' } });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('that both a payment and the one in its place were paid is accepted, and is to be recovered', async () => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'failed' }));
    const { replacementId } = ok(await payments.payAgain(await read(payment)));
    const again = await read({ id: replacementId ?? '' });
    await report(outcomeOf(again as { instructionId: string }));
    const before = await accountsNow();
    await report(outcomeOf(payment));
    expect(await acceptAbout(payment)).toMatchObject({ recoverableMinor: amountMinor });
    expect([await stateOf(payment), await stateOf(again)]).toEqual(['failed', 'paid']);
    expect(await movedSince(before)).toEqual({ 'recoverable:SCT': amountMinor, 'provider:sandbox': -amountMinor });
    expect(await ledgerProblems(payments.db)).toEqual([]);
    // And that it came back is accepted likewise.
    await report(outcomeOf(payment, { status: 'returned' }));
    expect(await acceptAbout(payment)).toMatchObject({ recoverableMinor: -amountMinor });
    expect([await movedSince(before), await stateOf(again)]).toEqual([{}, 'paid']);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('that a payment which was paid had failed is accepted, and its money is the programme’s again', async () => {
    const payment = next();
    await report(outcomeOf(payment));
    await report(outcomeOf(payment, { status: 'failed', reasonCode: 'AC04' }));
    const before = await accountsNow();
    await acceptAbout(payment);
    expect(await read(payment)).toMatchObject({ state: 'returned', reasonCode: 'AC04' });
    expect(await movedSince(before)).toEqual({ 'funds:SCT': amountMinor, 'paid:SCT': -amountMinor });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('of another currency is accepted with what it came to, and not without', async () => {
    const payment = next();
    await report(outcomeOf(payment, { amount: { amountMinor: 1_500, currency: 'USD' } }));
    const found = await openAbout(payment);
    expect(await settle(found, { resolution: 'accepted' })).toMatchObject({
      status: 422,
      body: { code: 'payments.paid_amount_missing' },
    });
    expect(await settle(found, { resolution: 'dismissed', paidMinor: 1 })).toMatchObject({
      status: 422,
      body: { code: 'payments.paid_amount_not_asked' },
    });
    await acceptAbout(payment, { paidMinor: amountMinor - 1 });
    expect(await read(payment)).toMatchObject({ state: 'paid', paidMinor: amountMinor - 1 });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('about an instruction that was never given is accepted without a ngwee of ours, and one that is not there is not settled', async () => {
    const [unknown] = (await differences()).filter(
      ({ kind, paymentId }) => kind === 'unknown_instruction' && !paymentId,
    );
    const before = await accountsNow();
    const proposed = ok(await settle(unknown as Difference, { resolution: 'accepted' }));
    expect(await payments.confirm(proposed)).toMatchObject({ status: 200 });
    expect(await movedSince(before)).toEqual({});
    expect(await settle({ id: randomUUID() }, { resolution: 'accepted' })).toMatchObject({
      status: 404,
      body: { code: 'payments.difference_not_found' },
    });
  });

  it('of more than a book can show exactly is not accepted', async () => {
    const payment = next();
    await report(outcomeOf(payment, { amount: { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'ZMW' } }));
    const proposed = ok(await settle(await openAbout(payment), { resolution: 'accepted' }));
    expect(await payments.confirm(proposed)).toMatchObject({
      status: 422,
      body: { code: 'payments.amount_beyond_counting' },
    });
    expect((await payments.officer.get('/v1/ledger/accounts')).status).toBe(200);
  });

  it('stands in the way of closing the cycle', async () => {
    const now = ok(await payments.officer.get(`/v1/cycles/${cycle.id}`));
    expect(await payments.officer.post(`/v1/cycles/${cycle.id}/close`, undefined, ifMatch(now))).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_not_settled' },
    });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});

describe('a payment about which its provider is silent', () => {
  const propose = (payment: Payment, about: object) =>
    payments.officer.post(
      `/v1/payments/${payment.id}/settle`,
      { ...evidence, outcome: 'paid', ...about },
      ifMatch(payment),
    );

  it.each([
    ['paid', {}, { 'paid:SCT': amountMinor, 'in_flight:sandbox': -amountMinor }],
    [
      'paid',
      { paidMinor: amountMinor - 1 },
      { 'paid:SCT': amountMinor - 1, 'provider:sandbox': 1, 'in_flight:sandbox': -amountMinor },
    ],
    ['failed', {}, { 'funds:SCT': amountMinor, 'in_flight:sandbox': -amountMinor }],
    ['returned', {}, { 'funds:SCT': amountMinor, 'in_flight:sandbox': -amountMinor }],
  ] as const)('is found to be %s %p by one person and confirmed by another', async (outcome, about, moved) => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'unknown' }));
    const before = await accountsNow();
    const proposed = ok(await propose(await read(payment), { outcome, ...about }));
    expect([proposed.outcome, await stateOf(payment), await movedSince(before)]).toEqual([outcome, 'unknown', {}]);
    ok(await payments.confirm(proposed));
    const settled = await read(payment);
    expect([settled.state, await movedSince(before)]).toEqual([outcome, moved]);
    expect(settled.story?.at(-1)).toMatchObject({ note: evidence.reason, reference: evidence.documentReference });
    expect(await ledgerProblems(payments.db)).toEqual([]);

    // The provider finds its tongue: the same is nothing new, anything else is a difference.
    const amount = { amountMinor: settled.paidMinor ?? amountMinor, currency: 'ZMW' };
    expect(await report(outcomeOf(payment, { status: outcome, amount }))).toMatchObject({
      status: 200,
      body: { verdict: 'noted' },
    });
    const otherwise = outcome === 'paid' ? 'failed' : 'paid';
    expect(await report(outcomeOf(payment, { status: otherwise }))).toMatchObject({
      status: 409,
      body: { code: 'payments.outcome_after_final' },
    });
    expect([(await openAbout(payment)).kind, await stateOf(payment)]).toEqual(['after_final', outcome]);
  });

  it('is settled only where there is something to find out, and once', async () => {
    const [fresh, paid, silent] = [next(), next(), next()];
    expect(await propose(await read(fresh), {})).toMatchObject({
      status: 409,
      body: { code: 'payments.payment_state' },
    });
    await report(outcomeOf(paid));
    expect(await propose(await read(paid), {})).toMatchObject({
      status: 409,
      body: { code: 'payments.payment_state' },
    });
    await report(outcomeOf(silent, { status: 'unknown' }));
    const unknown = await read(silent);
    expect(await propose(unknown, { outcome: 'failed', paidMinor: 1 })).toMatchObject({
      status: 422,
      body: { code: 'payments.paid_amount_not_asked' },
    });
    const first = ok(await propose(unknown, {}));
    expect(await propose(unknown, {})).toMatchObject({ status: 409, body: { code: 'payments.settlement_proposed' } });
    // Its provider answers before the second person does: then that counts.
    await report(outcomeOf(silent, { status: 'failed' }));
    expect(await payments.confirm(first)).toMatchObject({ status: 409, body: { code: 'payments.payment_state' } });
    expect([await stateOf(silent), await ledgerProblems(payments.db)]).toEqual(['failed', []]);
  });
});

const evidence = {
  evidence: 'statement',
  documentReference: 'ST-2026-11/4',
  reason: 'It is on their statement.',
} as const;
type SettleBody = Pick<SettleDifference, 'resolution'> & { paidMinor?: number };

const settle = ({ id }: { id: string }, body: SettleBody) =>
  payments.officer.post(`/v1/differences/${id}/settle`, { ...evidence, ...body });

async function openAbout({ id }: { id: string }): Promise<Difference> {
  const found = (await differences()).find(({ paymentId }) => paymentId === id);
  if (!found) throw new Error('nothing is open about it');
  return found;
}

/** Proposed by the officer, confirmed by the approver. */
async function settleAbout(payment: { id: string }, body: SettleBody): Promise<Settlement> {
  const proposed = ok(await settle(await openAbout(payment), body));
  return ok(await payments.confirm(proposed));
}
const acceptAbout = (payment: { id: string }, about: Partial<SettleBody> = {}) =>
  settleAbout(payment, { resolution: 'accepted', ...about });

const read = async ({ id }: { id: string }) => ok(await payments.officer.get(`/v1/payments/${id}`));

const accountsNow = async () => new Map(accountsIn(await balances()));

/** By how much each account has changed. */
async function movedSince(before: ReadonlyMap<string, number>): Promise<Record<string, number>> {
  const changes = [...(await accountsNow())].map(([account, minor]) => [account, minor - (before.get(account) ?? 0)]);
  return Object.fromEntries(changes.filter(([, minor]) => minor !== 0)) as Record<string, number>;
}

function accountsIn(answer: string): [string, number][] {
  const { items } = JSON.parse(answer) as { items: { account: string; balanceMinor: number }[] };
  return items.map(({ account, balanceMinor }) => [account, balanceMinor]);
}
