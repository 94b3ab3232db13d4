import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { wrongsOf } from './books.ts';
import { type Payments, startPayments } from './payments.ts';

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

const most = 2 ** 52;

describe('funds that are more than a book can show exactly', () => {
  it('are refused, in one sum or in parts, and everybody can still read the book', async () => {
    const given = [await payments.fund(most + 1), await payments.fund(most - 1), await payments.fund(2)];
    expect(given.map(({ status, body }) => [status, body['code']])).toEqual([
      [422, 'payments.funds_beyond_counting'],
      [201, undefined],
      [422, 'payments.funds_beyond_counting'],
    ]);
    for (const what of ['accounts', 'trial-balance', 'transactions'])
      expect((await payments.officer.get(`/v1/ledger/${what}`)).status).toBe(200);
  });

  it('are refused when they come in parts at the same moment', async () => {
    const parts = await Promise.all([1, 1, 1].map((part) => payments.fund(part)));
    expect(parts.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    expect(await wrongsOf(payments.database)).toEqual([]);
  });
});
