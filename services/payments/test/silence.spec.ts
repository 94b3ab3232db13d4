import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstructionIssued, PaymentUnknown, type Payment, type ReportOutcome } from '@janela/contracts';
import { published } from '@janela/testing';

import { wrongsOf } from './books.ts';
import { until } from './house.ts';
import { amountMinor, type Payments, startPayments, taken } from './payments.ts';

let payments: Payments;
let list: Payment[];
let issued: Awaited<ReturnType<typeof instructions>>;

const instructions = () => published(payments.database, InstructionIssued);
const read = async (payment: Payment | undefined) =>
  taken(await payments.officer.get<Payment>(`/v1/payments/${payment?.id}`));
const report = (payment: Payment | undefined, status: ReportOutcome['status']) =>
  payments.provider.post('/v1/outcomes', {
    ...{ instructionId: payment?.instructionId, status, providerReference: 'R' },
    occurredAt: new Date().toISOString(),
  });
/** As the relay does once the broker has confirmed them. */
const confirm = () => payments.database.query('DELETE FROM outbox');

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
    const told = await published(payments.database, PaymentUnknown);
    expect(told.map(({ data }) => data.paymentId)).toContain(list[2]?.id);
    expect(told.map(({ data }) => data.paymentId)).not.toContain(list[0]?.id);
    const asked = (await instructions()).filter(({ data }) => data.paymentId === list[2]?.id);
    expect(asked[0]?.data).toEqual(issued.find(({ data }) => data.paymentId === list[2]?.id)?.data);
    expect(await wrongsOf(payments.database)).toEqual([]);
  });

  it('is asked about so often, and then left to a person', async () => {
    const asked = async () =>
      (await payments.database.query<{ enquiries: number }[]>('SELECT enquiries FROM dispatch_batches'))[0]?.enquiries;
    await until(async () => (await asked()) === 2);
    const open = () =>
      payments.database.query<object[]>('SELECT FROM due_work WHERE done_at IS NULL AND failed_at IS NULL');
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
    expect(await wrongsOf(payments.database)).toEqual([]);
  });
});
