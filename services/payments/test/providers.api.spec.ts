import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Provider } from '@janela/contracts';
import { ok } from '@janela/testing';

import { reasons } from '../src/payments/reasons.ts';
import { sandbox } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

describe('a payment provider', () => {
  it('is added once: the same again changes nothing, another of its code is refused', async () => {
    const again = await payments.administrator.untyped.post<Provider>('/v1/providers', sandbox);
    expect(again).toMatchObject({ status: 201, body: { ...sandbox, active: true } });
    const other = { ...sandbox, channels: ['cash'] };
    expect(await payments.administrator.untyped.post('/v1/providers', other)).toMatchObject({
      status: 409,
      body: { code: 'payments.provider_exists' },
    });
    const { items } = ok(await payments.officer.get('/v1/providers'));
    expect(items.map(({ code }) => code)).toEqual(['sandbox']);
  });

  it.each([
    ['a code that names no topic', { ...sandbox, code: 'Sand Box' }],
    ['no way to pay', { ...sandbox, channels: [] }],
    ['a name in one language only', { ...sandbox, name: { en: 'Sandbox' } }],
  ])('is refused with %s', async (_what, body) => {
    expect(await payments.administrator.untyped.post('/v1/providers', body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

describe('reasons', () => {
  it('are explained in words, in every language', async () => {
    const { items } = ok(await payments.caseworker.get('/v1/reason-codes'));
    expect(items.map(({ code }) => code)).toEqual(Object.keys(reasons));
    for (const { says } of items) expect(Object.keys(says)).toEqual(['en', 'pt', 'fr']);
  });
});
