import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { amountMinor, funds, once, type Payments, seen, startPayments, thisPeriod } from './payments.ts';

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
  await payments.enrol(1);
});
afterAll(() => payments.stop());

describe('what moves money', () => {
  it.each([
    ['adding funds', '/v1/funds', funds(amountMinor, 'WITHOUT-KEY')],
    ['opening a cycle', '/v1/cycles', { programme: 'SCT', period: thisPeriod }],
    ['paying again', `/v1/payments/${randomUUID()}/reissue`, {}],
    [
      'a contribution',
      '/v1/contributions',
      {
        ...{ personId: randomUUID(), householdId: randomUUID(), branch: 'old_age', period: '2026-10' },
        ...{ channel: 'window', receipt: 'R-1', on: '2026-11-02', amount: { amountMinor, currency: 'ZMW' } },
      },
    ],
  ])('asks for a key, so that it can be tried again without harm: %s', async (_what, path, body) => {
    const answer = await payments.officer.post(path, body, seen({ version: 1 }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.key_missing' } });
  });

  it('has done nothing until it is given one', async () => {
    expect((await payments.officer.get('/v1/funds')).body.items).toEqual([]);
    expect((await payments.officer.get('/v1/cycles')).body.items).toEqual([]);
    const cycle = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, once());
    expect(cycle.status).toBe(201);
  });
});
