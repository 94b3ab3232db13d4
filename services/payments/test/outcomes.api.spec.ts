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
  type LedgerTransaction,
  type Payment,
  type Reconciliation,
  type ReportOutcome,
} from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import { published } from '@janela/testing';

import { wrongsOf } from './books.ts';
import { amountMinor, type Payments, seen, startPayments, taken } from './payments.ts';

let payments: Payments;
let cycle: Cycle;
let waiting: Payment[];

beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(24);
  await payments.fund(24 * amountMinor);
  cycle = await payments.send(await payments.open());
  waiting = await payments.listOf(cycle);
});
afterAll(() => payments.stop());

/** An instruction that nobody has said anything about yet. */
function next(): Payment & { instructionId: string } {
  const payment = waiting.pop();
  if (!payment?.instructionId) throw new Error('all instructions are used up');
  return { ...payment, instructionId: payment.instructionId };
}
const outcomeOf = (payment: { instructionId: string }, about: Partial<ReportOutcome> = {}): ReportOutcome => ({
  ...{
    instructionId: payment.instructionId,
    status: 'paid',
    providerReference: `MM-${payment.instructionId.slice(-8)}`,
  },
  occurredAt: new Date().toISOString(),
  ...about,
});
const report = (outcome: ReportOutcome) =>
  payments.provider.post<{ code: string; verdict: string }>('/v1/outcomes', outcome);
const stateOf = async ({ id }: Payment) => taken(await payments.officer.get<Payment>(`/v1/payments/${id}`)).state;
const differences = async () => taken(await payments.officer.get<{ items: Difference[] }>('/v1/differences')).items;
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

    const { body } = await payments.caseworker.get<Payment>(`/v1/payments/${payment.id}`);
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
    const { items } = taken(
      await payments.officer.get<{ items: LedgerTransaction[] }>(`/v1/ledger/transactions?paymentId=${payment.id}`),
    );
    expect(items).toMatchObject([
      {
        ...{ what: 'payment_paid', by: 'provider-sandbox', about: { paymentId: payment.id, cycleId: cycle.id } },
        entries: [
          { account: 'paid:SCT', currency: 'ZMW', amountMinor },
          { account: 'in_flight:sandbox', currency: 'ZMW', amountMinor: -amountMinor },
        ],
      },
    ]);
    const told = await published(payments.database, PaymentPaid);
    expect(told.map(({ data }) => data.paymentId)).toEqual([payment.id]);
    expect(told[0]?.data).toMatchObject({ amountMinor, paidMinor: amountMinor, provider: 'sandbox', programme: 'SCT' });
  });

  it('says that it failed, and the money is the programme’s again', async () => {
    const payment = next();
    expect(await report(outcomeOf(payment, { status: 'failed', reasonCode: 'AC04' }))).toMatchObject({ status: 200 });
    const { body } = await payments.officer.get<Payment>(`/v1/payments/${payment.id}`);
    expect(body).toMatchObject({
      state: 'failed',
      reasonCode: 'AC04',
      reason: { en: 'The account is closed', pt: 'A conta está encerrada' },
    });
    expect((await published(payments.database, PaymentFailed)).at(-1)?.data).toMatchObject({
      paymentId: payment.id,
      reasonCode: 'AC04',
    });
    expect(await wrongsOf(payments.database)).toEqual([]);
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
      (await published(payments.database, PaymentReturned)).map(({ data }) => [data.returnedMinor, data.reasonCode]),
    ).toEqual([
      [amountMinor, 'MS03'],
      [amountMinor, 'MS03'],
    ]);
    expect(await wrongsOf(payments.database)).toEqual([]);
  });

  it('says that it does not know, and later that it paid after all', async () => {
    const payment = next();
    await report(outcomeOf(payment, { status: 'unknown' }));
    expect(await stateOf(payment)).toBe('unknown');
    expect((await published(payments.database, PaymentUnknown)).at(-1)?.data).toMatchObject({ paymentId: payment.id });
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
    const told = (await published(payments.database, PaymentPaid)).filter(({ key }) => key === payment.id);
    expect([await balances(), told.length, (await differences()).length]).toEqual([before, 1, 0]);
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

  it('is an instruction that nobody gave', async () => {
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

  it('is somebody else’s instruction, which is no more than not found', async () => {
    const payment = next();
    const [data] = [{ ...outcomeOf(payment), provider: 'another' }];
    await deliver(payments.service.messaging, recordOf(OutcomeReported, data));
    expect(await stateOf(payment)).toBe('instructed');
    expect((await differences()).filter(({ provider }) => provider === 'another')).toMatchObject([
      { kind: 'unknown_instruction' },
    ]);
  });

  it('is not believed on the topic of another provider, whatever it says of itself, or from anybody but that provider', async () => {
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
    await deliver(
      payments.service.messaging,
      recordOf(OutcomeReported, { ...outcomeOf(payment), provider: 'sandbox' }),
    );
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

  it('is no difference when it was paid and came back, told in the wrong order', async () => {
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
    ['a field that nobody knows', { fee: 1 }],
  ])('is %s', async (_what, about) => {
    const answer = await payments.provider.post('/v1/outcomes', {
      ...outcomeOf({ instructionId: randomUUID() }),
      ...about,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('is said at length by an event just as over HTTP', async () => {
    const payment = next();
    const data = { ...outcomeOf(payment), provider: 'sandbox', amount: { amountMinor: 1, currency: 'ZMW' } };
    const taking = await deliver(payments.service.messaging, recordOf(OutcomeReported, data));
    expect(taking[0]?.parked).toEqual([]);
    expect((await differences()).some(({ paymentId, kind }) => paymentId === payment.id && kind === 'amount')).toBe(
      true,
    );
  });
});

describe('a difference', () => {
  it('is on the reconciliation of its cycle until somebody settles it', async () => {
    const open = async () =>
      taken(await payments.approver.get<Reconciliation>(`/v1/cycles/${cycle.id}/reconciliation`)).differences;
    const [one] = (await open()).filter(({ kind }) => kind === 'currency');
    const body = { resolution: 'dismissed', note: 'They sent us another customer’s answer.' };
    const settled = await payments.approver.post<Difference>(`/v1/differences/${one?.id}/settle`, body);
    expect(settled).toMatchObject({
      status: 200,
      body: { settled: { resolution: 'dismissed', by: 'payments-approver' } },
    });
    expect((await open()).map(({ id }) => id)).not.toContain(one?.id);
    expect(await payments.approver.post(`/v1/differences/${one?.id}/settle`, body)).toMatchObject({
      status: 409,
      body: { code: 'payments.difference_settled' },
    });
    const list = taken(await payments.approver.get<{ items: Difference[] }>('/v1/differences?settled=true'));
    expect(list.items.map(({ id }) => id)).toEqual([one?.id]);
  });

  it.each([
    ['more', amountMinor + 10_000, { 'recoverable:SCT': 10_000, 'provider:sandbox': -10_000, 'paid:SCT': amountMinor }],
    ['less', amountMinor - 10_000, { 'provider:sandbox': 10_000, 'paid:SCT': amountMinor - 10_000 }],
  ])('in which %s was paid is accepted by a person, and then goes through the book', async (_what, paid, moved) => {
    const before = new Map(accountsIn(await balances()));
    const payment = next();
    await report(outcomeOf(payment, { amount: { amountMinor: paid, currency: 'ZMW' } }));
    const found = (await differences()).find(({ paymentId }) => paymentId === payment.id);
    const accepted = { resolution: 'accepted', note: 'The receipt was seen.' };
    expect(await payments.approver.post(`/v1/differences/${found?.id}/settle`, accepted)).toMatchObject({
      status: 200,
    });
    const { body } = await payments.officer.get<Payment>(`/v1/payments/${payment.id}`);
    expect(body).toMatchObject({ state: 'paid', amountMinor, paidMinor: paid });
    const after = new Map(accountsIn(await balances()));
    for (const [account, minor] of Object.entries(moved)) {
      expect([account, (after.get(account) ?? 0) - (before.get(account) ?? 0)]).toEqual([account, minor]);
    }
    expect(await wrongsOf(payments.database)).toEqual([]);
    // What was paid otherwise does not simply come back.
    expect(await report(outcomeOf(payment, { status: 'returned' }))).toMatchObject({
      status: 422,
      body: { code: 'payments.outcome_amount_differs' },
    });
  });

  it('of another kind cannot be accepted, and one that is not there cannot be settled', async () => {
    const accepted = { resolution: 'accepted', note: 'So be it.' };
    const [unknown] = (await differences()).filter(({ kind }) => kind === 'unknown_instruction');
    expect(await payments.approver.post(`/v1/differences/${unknown?.id}/settle`, accepted)).toMatchObject({
      status: 409,
      body: { code: 'payments.difference_not_acceptable' },
    });
    expect(await payments.approver.post(`/v1/differences/${randomUUID()}/settle`, accepted)).toMatchObject({
      status: 404,
      body: { code: 'payments.difference_not_found' },
    });
  });

  it('stands in the way of closing the cycle', async () => {
    expect(await payments.officer.post(`/v1/cycles/${cycle.id}/close`, undefined, seen(cycle))).toMatchObject({
      status: 409,
      body: { code: 'payments.cycle_not_settled' },
    });
    expect(await wrongsOf(payments.database)).toEqual([]);
  });
});

function accountsIn(answer: string): [string, number][] {
  const { items } = JSON.parse(answer) as { items: { account: string; balanceMinor: number }[] };
  return items.map(({ account, balanceMinor }) => [account, balanceMinor]);
}
