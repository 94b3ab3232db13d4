import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstructionIssued, PaymentUnknown, type Payment, type ReportOutcome } from '@janela/contracts';
import { ifMatch, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { until } from './payments-stack.ts';
import { amountMinor } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
let list: Payment[];
let issued: Awaited<ReturnType<typeof instructions>>;

const instructions = () => payments.published(InstructionIssued);
const read = async (payment: Payment | undefined) => ok(await payments.officer.get(`/v1/payments/${payment?.id}`));
const report = (payment: Payment | undefined, status: ReportOutcome['status'], providerReference = 'R') =>
  payments.provider.post('/v1/outcomes', {
    instructionId: payment?.instructionId ?? '',
    status,
    providerReference,
    occurredAt: new Date().toISOString(),
  });
/** As the relay does once the broker has confirmed them. */
const confirm = () => payments.db.query('DELETE FROM outbox');

beforeAll(async () => {
  payments = await startPayments({ JANELA_SILENCE_SECONDS: '1', JANELA_ENQUIRIES: '2' });
  await payments.enrol(3);
  await payments.fund(3 * amountMinor);
  list = await payments.listOf(await payments.send(await payments.open()));
  issued = await instructions();
});
afterAll(() => payments.stop());

describe('an instruction', () => {
  it('counts as sent once the broker has confirmed it, and not before', async () => {
    expect((await read(list[0])).state).toBe('instructed');
    await confirm();
    await until(async () => (await read(list[2])).state !== 'instructed');
    expect((await read(list[2])).story?.map(({ state }) => state).slice(0, 3)).toEqual([
      'frozen',
      'instructed',
      'sent',
    ]);
  });

  it('on which the provider is silent becomes unknown and is asked about, in the same words', async () => {
    await report(list[0], 'paid');
    await until(async () => (await read(list[2])).state === 'unknown');
    expect(await read(list[2])).toMatchObject({ reasonCode: 'no_answer', reason: { pt: 'O prestador não respondeu' } });
    const events = await payments.published(PaymentUnknown);
    expect(events.map(({ data }) => data.paymentId)).toContain(list[2]?.id);
    expect(events.map(({ data }) => data.paymentId)).not.toContain(list[0]?.id);
    const asked = (await instructions()).filter(({ data }) => data.paymentId === list[2]?.id);
    expect(asked[0]?.data).toEqual(issued.find(({ data }) => data.paymentId === list[2]?.id)?.data);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('is asked about so often, and then left to a person', async () => {
    const asked = async () =>
      (await payments.db.query<{ enquiries: number }[]>('SELECT enquiries FROM dispatch_batches'))[0]?.enquiries;
    await until(async () => (await asked()) === 2);
    const open = () => payments.db.query<object[]>('SELECT FROM due_work WHERE done_at IS NULL AND failed_at IS NULL');
    await until(async () => (await open()).length === 0);
    expect(await asked()).toBe(2);
    const [first] = (await instructions()).filter(({ data }) => data.paymentId === list[0]?.id);
    expect(first).toBeUndefined();
  });

  it('is paid after all when the provider finds its tongue', async () => {
    expect(await report(list[2], 'paid')).toMatchObject({ status: 200 });
    expect((await read(list[2])).story?.map(({ state }) => state)).toEqual([
      'frozen',
      'instructed',
      'sent',
      'unknown',
      'paid',
    ]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('on which the provider stays silent is settled by two people, and the cycle can be closed', async () => {
    const silent = await read(list[1]);
    const cycle = async () => ok(await payments.officer.get(`/v1/cycles/${silent.cycleId}`));
    const close = async () =>
      payments.officer.post(`/v1/cycles/${silent.cycleId}/close`, undefined, ifMatch(await cycle()));
    expect([silent.state, (await close()).body['code']]).toEqual(['unknown', 'payments.cycle_not_settled']);
    const evidence = {
      evidence: 'provider_letter',
      documentReference: 'L-17',
      reason: 'They wrote that it was paid out.',
    } as const;
    const path = `/v1/payments/${silent.id}/settle` as const;
    const nothing = { ...evidence, outcome: 'paid', paidMinor: 0 };
    expect(await payments.officer.untyped.post(path, nothing, ifMatch(silent))).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    const proposed = ok(await payments.officer.post(path, { ...evidence, outcome: 'paid' }, ifMatch(silent)));
    expect((await close()).status).toBe(409);
    ok(await payments.confirm(proposed));
    expect(await close()).toMatchObject({ status: 200, body: { state: 'closed' } });

    // What the provider says after that blocks nothing that is closed, but is seen.
    expect(await report(list[1], 'paid')).toMatchObject({ status: 200, body: { verdict: 'noted' } });
    expect(await report(list[1], 'paid', 'Z')).toMatchObject({
      status: 409,
      body: { code: 'payments.outcome_after_final' },
    });
    await report(list[1], 'failed');
    const { items } = ok(await payments.officer.get('/v1/differences'));
    expect(items).toMatchObject([
      { kind: 'after_final', status: 'paid', providerReference: 'Z', paymentId: silent.id },
      { kind: 'after_final', status: 'failed', paymentId: silent.id },
    ]);
    const difference = `/v1/differences/${items[0]?.id}/settle` as const;
    const again = await payments.officer.post(difference, { ...evidence, resolution: 'accepted' });
    expect(ok(await payments.confirm(ok(again)))).toMatchObject({ recoverableMinor: amountMinor });
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});
