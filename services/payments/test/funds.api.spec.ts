import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Funds } from '@janela/contracts';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { ledgerProblems } from './books.ts';
import { funds, today } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

const most = 2 ** 52;
const propose = (about: object = {}, by = payments.officer) =>
  by.post('/v1/funds', { ...funds(1_000, randomUUID()), ...about }, idempotencyKey());
const decide = (proposed: Pick<Funds, 'id' | 'version'>, verb: 'approve' | 'refuse', by = payments.approver) =>
  by.untyped.post<Funds & { code: string }>(
    `/v1/funds/${proposed.id}/${verb}`,
    verb === 'refuse' ? { reason: 'The warrant says less.' } : undefined,
    ifMatch(proposed),
  );
const balance = async () => ok(await payments.officer.get('/v1/funds/balances')).items;

describe('funds', () => {
  it('that one person proposes are spendable once another has approved them, and no sooner', async () => {
    const proposed = ok(await propose());
    expect(proposed).toMatchObject({ state: 'proposed', version: 1, proposedBy: { id: 'payments-officer' } });
    expect(await balance()).toMatchObject([{ programme: 'SCT', spendableMinor: 0, proposedMinor: 1_000 }]);
    expect((await payments.officer.get('/v1/ledger/accounts')).body['items']).toEqual([]);

    const approved = ok(await decide(proposed, 'approve'));
    expect(approved).toMatchObject({ state: 'approved', version: 2, decidedBy: { id: 'payments-approver' } });
    expect(await balance()).toMatchObject([{ programme: 'SCT', spendableMinor: 1_000, proposedMinor: 0 }]);
    for (const verb of ['approve', 'refuse'] as const)
      expect(await decide(proposed, verb)).toMatchObject({ status: 409, body: { code: 'payments.funds_decided' } });
    await expect(payments.db.query(`UPDATE funds SET refusal = 'x'`)).rejects.toMatchObject({ code: '23514' });
    expect(await balance()).toMatchObject([{ spendableMinor: 1_000 }]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });

  it('are not approved by who proposed them, with whatever roles, nor by an officer or an administrator', async () => {
    const both = await payments.as({ roles: ['payments-officer', 'payments-approver'], id: 'one-for-all' });
    const proposed = ok(await propose({}, both));
    expect(await decide(proposed, 'approve', both)).toMatchObject({
      status: 403,
      body: { code: 'payments.proposer_cannot_confirm' },
    });
    for (const by of [payments.officer, payments.administrator])
      expect((await decide(proposed, 'approve', by)).status).toBe(403);
    const alone = `UPDATE funds SET state = 'approved', decided_by = added_by, decided_at = now() WHERE state = 'proposed'`;
    await expect(payments.db.query(alone)).rejects.toMatchObject({ constraint: 'funds_decided_by_another' });
  });

  it('that are refused are never spendable, and their reference can be proposed again', async () => {
    const reference = randomUUID();
    const wrong = ok(await propose({ reference }));
    expect(ok(await decide(wrong, 'refuse'))).toMatchObject({ state: 'refused', refusal: 'The warrant says less.' });
    const right = ok(await propose({ reference, amount: { amountMinor: 900, currency: 'ZMW' } }));
    expect([right.state, right.id === wrong.id]).toEqual(['proposed', false]);
    const { items } = ok(await payments.approver.get('/v1/funds?state=refused'));
    expect(items.map(({ id }) => id)).toEqual([wrong.id]);
    const stale = await decide({ ...right, version: 9 }, 'approve');
    expect(stale).toMatchObject({ status: 412, body: { currentVersion: 1 } });
    expect(await decide({ id: randomUUID(), version: 1 }, 'approve')).toMatchObject({ status: 404 });
    ok(await decide(right, 'refuse'));
  });

  it('count once, however their reference is written', async () => {
    const first = ok(await propose({ reference: 'WAR-77' }));
    for (const reference of ['war-77', 'WAR - 77', 'wár-77']) {
      expect(ok(await propose({ reference }))).toMatchObject({ id: first.id, reference: 'WAR-77' });
      const other = await propose({ reference, amount: { amountMinor: 900, currency: 'ZMW' } });
      expect(other).toMatchObject({ status: 409, body: { code: 'payments.funds_reference_used' } });
    }
    ok(await decide(first, 'refuse'));
    const again = ok(await propose({ reference: 'war-77' }));
    expect([again.state, again.id === first.id]).toEqual(['proposed', false]);
    ok(await decide(again, 'refuse'));
  });

  it('were given on a day that has come, and not more than ten years ago', async () => {
    const years = (count: number) => `${Number(today.slice(0, 4)) - count}${today.slice(4)}`;
    const dayAfter = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const dayBefore = new Date(Date.parse(years(10)) - 86_400_000).toISOString().slice(0, 10);
    const given = [await propose({ on: today }), await propose({ on: years(10) })];
    expect(given.map(({ status }) => status)).toEqual([201, 201]);
    expect([400, 422]).toContain((await propose({ on: dayAfter })).status);
    expect(await propose({ on: dayBefore })).toMatchObject({ status: 422, body: { code: 'payments.day_long_ago' } });
    for (const { body } of given) ok(await decide(body, 'refuse'));
  });
});

const total = async () =>
  (await balance()).reduce((sum, { spendableMinor, proposedMinor }) => sum + spendableMinor + proposedMinor, 0);

describe('funds that are more than a book can show exactly', () => {
  it('are refused, in one sum or in parts, and everybody can still read the book', async () => {
    const room = most - (await total());
    const given = [await payments.fund(room + 1), await payments.fund(room - 1), await payments.fund(2)];
    expect(given.map(({ status, body }) => [status, body['code']])).toEqual([
      [422, 'payments.funds_beyond_counting'],
      [201, undefined],
      [422, 'payments.funds_beyond_counting'],
    ]);
    for (const what of ['accounts', 'trial-balance', 'transactions'])
      expect((await payments.officer.untyped.get(`/v1/ledger/${what}`)).status).toBe(200);
  });

  it('are refused when they come in parts at the same moment', async () => {
    const parts = await Promise.all([1, 1, 1].map((part) => payments.fund(part)));
    expect(parts.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    expect(await ledgerProblems(payments.db)).toEqual([]);
  });
});
