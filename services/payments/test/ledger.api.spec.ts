import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { LedgerService } from '../src/ledger/ledger.service.ts';
import { transfer } from '../src/ledger/posting.ts';
import { ledgerProblems } from './books.ts';
import { amountMinor, funds } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

const insert = (entries: [account: string, minor: number, currency?: string][], transactionId: string = randomUUID()) =>
  payments.db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO ledger_transactions (id, what, by_actor) VALUES ($1, 'tried', 'a-test') ON CONFLICT DO NOTHING`,
      [transactionId],
    );
    const [row] = await tx.query<{ lines: number }[]>(
      'SELECT count(*)::int AS lines FROM ledger_entries WHERE transaction_id = $1',
      [transactionId],
    );
    await tx.query(
      `INSERT INTO ledger_entries (transaction_id, line, account, currency, amount_minor)
       SELECT $1, $5 + row_number() OVER (), * FROM unnest($2::text[], $3::text[], $4::bigint[])`,
      [
        transactionId,
        entries.map(([account]) => account),
        entries.map(([, , currency]) => currency ?? 'ZMW'),
        entries.map(([, minor]) => minor),
        row?.lines ?? 0,
      ],
    );
    return transactionId;
  });

describe('funds', () => {
  it('are what a programme may spend, once for each reference', async () => {
    const first = await payments.fund(amountMinor, 'WARRANT-1');
    const again = await payments.fund(amountMinor, 'WARRANT-1');
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(first.body).toMatchObject({
      programme: 'SCT',
      amountMinor,
      currency: 'ZMW',
      source: 'GRZ',
      on: '2026-01-15',
      addedBy: 'payments-officer',
    });
    const other = await payments.fund(amountMinor + 1, 'WARRANT-1');
    expect(other).toMatchObject({ status: 409, body: { code: 'payments.funds_reference_used' } });
    const list = ok(await payments.officer.get('/v1/funds?programme=SCT'));
    expect(list.items).toHaveLength(1);
    const { items } = ok(await payments.officer.get('/v1/ledger/transactions?account=funds:SCT'));
    expect(items).toMatchObject([
      {
        what: 'funds_added',
        entries: [
          { account: 'funds:SCT', amountMinor },
          { account: 'treasury:GRZ', amountMinor: -amountMinor },
        ],
      },
    ]);
  });

  it.each([
    ['nothing at all', { ...funds(0, 'W'), amount: { amountMinor: 0, currency: 'ZMW' } }, 400, 'request.invalid'],
    ['less than nothing', { ...funds(0, 'W'), amount: { amountMinor: -1, currency: 'ZMW' } }, 400, 'request.invalid'],
    [
      'more than JSON can say exactly',
      { ...funds(0, 'W'), amount: { amountMinor: 2 ** 53, currency: 'ZMW' } },
      400,
      'request.invalid',
    ],
    [
      'another currency',
      { ...funds(0, 'W'), amount: { amountMinor, currency: 'USD' } },
      422,
      'payments.other_currency',
    ],
    [
      'a programme that does not exist',
      { ...funds(amountMinor, 'W'), programme: 'NONE' },
      404,
      'payments.programme_not_found',
    ],
    ['a day to come', { ...funds(amountMinor, 'W'), on: '2099-01-01' }, 400, 'request.invalid'],
  ])('are refused for %s', async (_what, body, status, code) => {
    expect(await payments.officer.post('/v1/funds', body, idempotencyKey())).toMatchObject({ status, body: { code } });
  });

  it('count once when ten arrive with one key', async () => {
    const body = funds(500, 'WARRANT-10');
    const headers = { 'idempotency-key': 'ten-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => payments.officer.post('/v1/funds', body, headers)),
    );
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    for (const { status, body: answer } of answers)
      expect([201, 409]).toContain(status === 409 && answer.code !== 'idempotency.still_running' ? 0 : status);
    const rows = await payments.db.query<object[]>(`SELECT FROM funds WHERE reference = 'WARRANT-10'`);
    const { id = '' } = answers.find(({ status }) => status === 201)?.body as { id?: string };
    ok(await payments.approver.post(`/v1/funds/${id}/approve`, undefined, ifMatch({ version: 1 })));
    expect([rows.length, await ledgerProblems(payments.db)]).toEqual([1, []]);
  });
});

describe('the ledger', () => {
  it('balances, account by account and currency by currency', async () => {
    const { items } = ok(await payments.officer.get('/v1/ledger/trial-balance'));
    const sum = (side: 'debitMinor' | 'creditMinor') => items.reduce((total, row) => total + row[side], 0);
    expect(items).toContainEqual({
      account: 'funds:SCT',
      currency: 'ZMW',
      debitMinor: amountMinor + 500,
      creditMinor: 0,
    });
    expect(items).toContainEqual({
      account: 'treasury:GRZ',
      currency: 'ZMW',
      debitMinor: 0,
      creditMinor: amountMinor + 500,
    });
    expect(sum('debitMinor')).toBe(sum('creditMinor'));
  });

  it.each([
    [
      'does not add up',
      [
        ['paid:X', 100],
        ['in_flight:y', -99],
      ],
    ],
    [
      'adds up only when currencies are mixed',
      [
        ['paid:X', 100, 'ZMW'],
        ['in_flight:y', -100, 'USD'],
      ],
    ],
    ['has one side', [['paid:X', 100]]],
    ['has nothing in it', []],
  ] as [string, [string, number, string?][]][])(
    'takes no transaction that %s, whichever role writes it',
    async (_what, entries) => {
      await expect(insert(entries)).rejects.toMatchObject({ code: '23514' });
    },
  );

  it('takes nothing lopsided that is added to a transaction afterwards', async () => {
    const id = await insert([
      ['paid:X', 100],
      ['in_flight:y', -100],
    ]);
    await expect(insert([['paid:X', 1]], id)).rejects.toMatchObject({ code: '23514' });
  });

  it('takes no transaction from code that does not add up', async () => {
    const ledger = new LedgerService();
    const posting = {
      what: 'tried',
      about: {},
      currency: 'ZMW',
      entries: [...transfer('a:x', 'b:x', 5n), { account: 'c:x', amountMinor: 1n }],
    };
    await expect(payments.db.transaction((tx) => ledger.post(tx, 'a-test', [posting]))).rejects.toThrow(
      'adds up to zero, not to 1',
    );
    expect(() => transfer('a:x', 'b:x', 0n)).toThrow('is above zero');
  });

  it.each([
    'UPDATE ledger_entries SET amount_minor = 1',
    'DELETE FROM ledger_entries',
    'TRUNCATE ledger_transactions CASCADE',
    'DELETE FROM funds',
  ])('is only ever added to: %s is refused to the service', async (sql) => {
    await expect(payments.db.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('is only ever added to by its owner too', async () => {
    const owner = new pg.Client({ connectionString: payments.service.database.migratorUrl });
    await owner.connect();
    for (const sql of ['UPDATE ledger_entries SET amount_minor = 1', 'DELETE FROM ledger_transactions'])
      await expect(owner.query(sql)).rejects.toMatchObject({ message: 'the ledger is only ever added to' });
    await owner.end();
  });

  it('lets no hundred who take at once take more than there is', async () => {
    const each = (amountMinor + 500) / 10;
    const take = () =>
      insert([
        ['committed:SCT', each],
        ['funds:SCT', -each],
      ]);
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, take));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const [row] = await payments.db.query<{ balance: string }[]>(
      `SELECT sum(amount_minor) AS balance FROM ledger_entries WHERE account = 'funds:SCT'`,
    );
    expect(row?.balance).toBe('0');
  });
});
