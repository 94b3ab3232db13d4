import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cycle, DataOf, PayeeDesignated } from '@janela/contracts';
import { type Random, seeded, idempotencyKey, ifMatch, ok } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { seeingAll, ledgerProblems } from './books.ts';
import { startPaymentsStack, type PaymentsStack, type StackProcess, until } from './payments-stack.ts';
import { amountMinor, funds, thisPeriod } from './fixtures.ts';
import { fundBy } from './payments.harness.ts';

const count = 120;
const batch = 10;

let stack: PaymentsStack;
let random: Random;
const mobile: Pick<DataOf<typeof PayeeDesignated>, 'channel'> = { channel: 'mobile_money' };

beforeAll(async () => {
  random = seeded('killed payments and provider');
  stack = await startPaymentsStack({ JANELA_DISPATCH_BATCH: String(batch), JANELA_SILENCE_SECONDS: '3' });
  // One in ten fails, comes back, is late or is reported twice.
  for (const { householdId } of await stack.seed.enrol(count)) {
    const ending = random.next() < 0.4 ? random.pick(['01', '02', '03', '05']) : '99';
    await stack.seed.designate(householdId, {
      ...mobile,
      account: `+26097${householdId.replaceAll(/\D/g, '').slice(0, 5)}${ending}`,
    });
  }
  await stack.start();
}, 180_000);
afterAll(() => stack?.stop(), 60_000);

const numberOf = async (database: DataSource, sql: string) =>
  seeingAll(database, async (tx) =>
    Number((await tx.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n),
  );
const instructed = () => numberOf(stack.seed.db, 'payments WHERE instruction_id IS NOT NULL');
const moved = () => numberOf(stack.sandboxDatabase.dataSource, 'movements');
const settled = () => numberOf(stack.seed.db, `payments WHERE state IN ('paid', 'failed', 'returned')`);

/** Ends a process without warning somewhere in the next half second, and starts it again. */
async function killSoon(resident: StackProcess): Promise<void> {
  await sleep(random.between(0, 500));
  await resident.kill();
  await resident.start();
}

async function dispatched(): Promise<Cycle> {
  const officer = await stack.as('payments', 'payments-officer');
  const approver = await stack.as('payments', 'payments-approver');
  ok(await fundBy(officer, approver, funds(count * amountMinor, 'W')));
  let cycle = ok(await officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey()));
  for (const [role, verb] of [
    ['payments-officer', 'submit'],
    ['payments-approver', 'approve'],
    ['payments-officer', 'dispatch'],
  ] as const) {
    const by = await stack.as('payments', role);
    cycle = ok(await by.post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)));
  }
  return cycle;
}

describe('payments and the provider, killed while they work', () => {
  it('instruct and pay each payment once, and end with the totals they would have had', async () => {
    const cycle = await dispatched();
    expect(cycle).toMatchObject({
      state: 'approved',
      byState: { instructed: { count: batch }, frozen: { count: count - batch } },
    });

    await until(async () => (await instructed()) > batch);
    await killSoon(stack.payments);
    await until(async () => (await moved()) > 0);
    await killSoon(stack.sandbox);
    expect(await ledgerProblems(stack.seed.db)).toEqual([]);
    await until(async () => (await instructed()) > count / 2);
    await Promise.all([killSoon(stack.payments), killSoon(stack.sandbox)]);

    await until(async () => (await settled()) === count);
    expect(await ledgerProblems(stack.seed.db)).toEqual([]);
    const officer = await stack.as('payments', 'payments-officer');
    await until(async () => ok(await officer.get(`/v1/cycles/${cycle.id}`)).state === 'dispatched');
    await provePaidOnce();
  }, 240_000);
});

/** Our book against the provider's: the same payments, the same money, each moved once. */
async function provePaidOnce(): Promise<void> {
  type Row = { payment_id: string; state: string };
  const ours = await seeingAll(stack.seed.db, (tx) =>
    tx.query<Row[]>('SELECT id AS payment_id, state FROM payments ORDER BY id'),
  );
  const theirs = await stack.sandboxDatabase.dataSource.query<Row[]>(
    `SELECT payment_id, CASE WHEN bool_or(direction = 'back') THEN 'returned' WHEN bool_or(direction = 'out') THEN 'paid' ELSE 'failed' END AS state
     FROM instructions i LEFT JOIN movements m ON m.instruction_id = i.id GROUP BY payment_id ORDER BY payment_id`,
  );
  expect(theirs).toEqual(ours);
  const [twice] = await stack.sandboxDatabase.dataSource.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM (SELECT FROM instructions i JOIN movements m ON m.instruction_id = i.id
     GROUP BY payment_id, direction HAVING count(*) > 1) more`,
  );
  const [batches] = await stack.seed.db.query<{ n: number; total: string }[]>(
    'SELECT sum(count)::int AS n, sum(total_minor) AS total FROM dispatch_batches',
  );
  expect([twice?.n, batches]).toEqual([0, { n: count, total: String(count * amountMinor) }]);
}
