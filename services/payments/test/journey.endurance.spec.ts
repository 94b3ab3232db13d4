import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { paymentStates, type Cycle, type Payment, type PaymentState, type SandboxMovement } from '@janela/contracts';
import { type Caller, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { seeingAll, ledgerProblems } from './books.ts';
import { startPaymentsStack, type PaymentsStack, unknownTopics, until } from './payments-stack.ts';
import { amountMinor, funds, thisPeriod } from './fixtures.ts';
import { approveReissue, fundBy } from './payments.harness.ts';

/** How the last two digits of an account end, and where that leads. */
const endings: [ending: string, state: PaymentState][] = [
  ['99', 'paid'],
  ['01', 'failed'],
  ['02', 'returned'],
  ['03', 'paid'],
  ['04', 'unknown'],
  ['05', 'paid'],
  ['06', 'paid'],
  ['07', 'paid'],
];

let stack: PaymentsStack;
let officer: Caller<'payments'>;
let cycle: Cycle;
const households = new Map<string, string>();

beforeAll(async () => {
  stack = await startPaymentsStack({ JANELA_SILENCE_SECONDS: '2', JANELA_ENQUIRIES: '3' });
  const enrolled = await stack.seed.enrol(endings.length);
  for (const [index, [ending]] of endings.entries()) {
    const householdId = enrolled[index]?.householdId ?? '';
    households.set(ending, householdId);
    await stack.seed.designate(householdId, { account: `+26097000${String(index).padStart(2, '0')}${ending}` });
  }
  await stack.start();
  officer = await stack.as('payments', 'payments-officer');
}, 120_000);
afterAll(() => stack?.stop(), 60_000);

const step = async (by: Caller<'payments'>, verb: 'submit' | 'approve' | 'dispatch' | 'close') => {
  cycle = ok(await by.post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)));
};
const paymentsOf = async (ending: string) =>
  ok(await officer.get(`/v1/payments?householdId=${households.get(ending)}`)).items;
const bookOf = async () =>
  ok(await (await stack.as('sandbox', 'auditor')).untyped.get<{ items: SandboxMovement[] }>('/v1/book?limit=200'))
    .items;

describe('a cycle of payments, through a real provider', () => {
  it('is opened, approved by another and sent', async () => {
    expect(unknownTopics()).toEqual([]);
    const director = await stack.as('sandbox', 'provider-sandbox');
    const behaviours = [
      { accountEnding: '06', outcome: 'when_asked' },
      { accountEnding: '07', outcome: 'unknown' },
    ];
    ok(await director.untyped.post('/v1/behaviours', { behaviours }));
    const approver = await stack.as('payments', 'payments-approver');
    ok(await fundBy(officer, approver, funds(endings.length * amountMinor, 'W-1')));
    cycle = ok(await officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey()));
    await step(officer, 'submit');
    await step(approver, 'approve');
    await step(officer, 'dispatch');
    expect(cycle).toMatchObject({ state: 'dispatched', count: endings.length });
  }, 60_000);

  it('ends for everybody as the provider says, and where it says nothing, as unknown', async () => {
    const states = async () =>
      new Map(
        await Promise.all(endings.map(async ([ending]) => [ending, (await paymentsOf(ending))[0]?.state] as const)),
      );
    await until(async () => {
      expect(await ledgerProblems(stack.seed.db)).toEqual([]);
      const now = await states();
      return endings.every(([ending, state]) => now.get(ending) === state);
    });
    const [silent] = await paymentsOf('04');
    const { story } = ok(await officer.get(`/v1/payments/${silent?.id}`));
    expect(story?.map(({ state, by }) => [state, by])).toEqual([
      ['frozen', 'Esther Tembo'],
      ['instructed', 'Esther Tembo'],
      ['sent', 'system:payments'],
      ['unknown', 'system:payments'],
    ]);
  }, 90_000);

  it('is asked about, never sent again: the provider moved money once for each, and none of it is unaccounted for', async () => {
    const book = await bookOf();
    const outs = book.filter(({ direction }) => direction === 'out').map(({ paymentId }) => paymentId);
    expect(new Set(outs).size).toBe(outs.length);
    // All but the one that failed; the silent one was paid without a word.
    expect(outs).toHaveLength(endings.length - 1);
    const reconciliation = ok(await officer.get(`/v1/cycles/${cycle.id}/reconciliation`));
    expect(reconciliation).toMatchObject({
      approved: { count: 8 },
      instructed: { count: 8 },
      held: { count: 0 },
      cancelled: { count: 0 },
      paid: { count: 5 },
      failed: { count: 1 },
      returned: { count: 1 },
      unknown: { count: 1 },
      inFlight: { count: 0 },
      paidMinor: 5 * amountMinor,
      differences: [],
    });
    const kept = book.reduce(
      (sum, { direction, amountMinor: minor }) => sum + (direction === 'out' ? minor : -minor),
      0,
    );
    expect(kept).toBe(reconciliation.paidMinor + reconciliation.unknown.totalMinor);
  });

  it('is made good where it failed or came back, under another reference', async () => {
    for (const ending of ['01', '02']) {
      const [lost] = (await paymentsOf(ending)) as [Payment];
      // The number is the same, so the provider is set to behave.
      await (
        await stack.as('sandbox', 'provider-sandbox')
      ).untyped.post('/v1/behaviours', { behaviours: [{ accountEnding: ending, outcome: 'paid' }] });
      const asked = ok(
        await officer.post(`/v1/payments/${lost.id}/reissue`, {}, { ...ifMatch(lost), ...idempotencyKey() }),
      );
      const { replacementId } = ok(await approveReissue(await stack.as('payments', 'payments-approver'), asked));
      const again = ok(await officer.get(`/v1/payments/${replacementId}`));
      expect(again.endToEndId).not.toBe(lost.endToEndId);
      await until(async () => (await paymentsOf(ending))[0]?.state === 'paid');
    }
    expect(await ledgerProblems(stack.seed.db)).toEqual([]);
    const left = (await bookOf()).reduce(
      (net, { direction, paymentId }) => net.set(paymentId, (net.get(paymentId) ?? 0) + (direction === 'out' ? 1 : -1)),
      new Map<string, number>(),
    );
    expect([...left.values()].every((net) => net === 0 || net === 1)).toBe(true);
  }, 60_000);

  it('leaves every payment in a state of the table, and no name in what was stored or said', async () => {
    const rows = await seeingAll(stack.seed.db, (tx) => tx.query<{ state: string }[]>('SELECT state FROM payments'));
    expect(rows.every(({ state }) => paymentStates.is(state))).toBe(true);
    const stored = await stack.sandboxDatabase.dataSource.query<object[]>(
      'SELECT * FROM instructions, answers, movements',
    );
    expect(JSON.stringify(stored)).not.toMatch(/Mwape|\+26097/);
  });
});
