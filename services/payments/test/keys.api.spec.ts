import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';

import { amountMinor, funds, thisPeriod } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

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
  ])('asks for a key, so that it can be tried again without harm: %s', async (_what, path, body) => {
    const answer = await payments.officer.untyped.post(path, body, ifMatch({ version: 1 }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'idempotency.key_missing' } });
  });

  it('is no cycle of the year 0', async () => {
    const answer = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: '0000-01' }, idempotencyKey());
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('has done nothing until it is given one', async () => {
    expect((await payments.officer.get('/v1/funds')).body.items).toEqual([]);
    expect((await payments.officer.get('/v1/cycles')).body.items).toEqual([]);
    const cycle = await payments.officer.post('/v1/cycles', { programme: 'SCT', period: thisPeriod }, idempotencyKey());
    expect(cycle.status).toBe(201);
  });
});

const settling = { outcome: 'paid', evidence: 'statement', documentReference: 'S-1', reason: 'On the statement.' };

describe('what changes a cycle or a payment', () => {
  it.each([
    ...['submit', 'dispatch', 'close'].map((verb) => [verb, 'officer', undefined] as const),
    ['approve', 'approver', undefined] as const,
    ['reject', 'approver', { reason: 'No.' }] as const,
  ])('asks for the version that was seen: %s', async (verb, by, body) => {
    const [cycle] = ok(await payments.officer.get('/v1/cycles')).items;
    expect(await payments[by].untyped.post(`/v1/cycles/${cycle?.id}/${verb}`, body, idempotencyKey())).toMatchObject({
      status: 428,
      body: { code: 'request.missing_version' },
    });
  });

  it.each([
    ...['submit', 'dispatch', 'close'].map((verb) => ['cycles', verb, 'officer', undefined] as const),
    ['cycles', 'approve', 'approver', undefined] as const,
    ['cycles', 'reject', 'approver', { reason: 'No.' }] as const,
    ...['hold', 'release', 'cancel'].map(
      (verb) => ['payments', verb, 'officer', { reasonCode: 'under_review' }] as const,
    ),
    ['payments', 'enquire', 'officer', undefined] as const,
    ['payments', 'reissue', 'officer', {}] as const,
    ['payments', 'settle', 'officer', settling] as const,
    ...['funds', 'reissues', 'settlements'].map((what) => [what, 'refuse', 'approver', { reason: 'No.' }] as const),
    ['funds', 'approve', 'approver', undefined] as const,
    ['reissues', 'approve', 'approver', {}] as const,
    ['settlements', 'confirm', 'approver', undefined] as const,
  ])('is not found where there is none, with or without a version and a key: %s, %s', async (what, verb, by, body) => {
    const path = `/v1/${what}/${randomUUID()}/${verb}` as const;
    for (const headers of [
      undefined,
      { 'if-match': '*' },
      idempotencyKey(),
      { ...ifMatch({ version: 1 }), ...idempotencyKey() },
    ])
      expect((await payments[by].untyped.post(path, body, headers)).status).toBe(404);
  });

  it('is answered with the current version where it comes too late, and changes nothing', async () => {
    const [cycle] = ok(await payments.officer.get('/v1/cycles')).items;
    const late = await payments.officer.post(`/v1/cycles/${cycle?.id}/submit`, undefined, ifMatch({ version: 9 }));
    expect(late).toMatchObject({
      status: 412,
      body: { code: 'request.stale_version', currentVersion: cycle?.version },
    });
    expect(late.headers.get('etag')).toBe(`"${cycle?.version}"`);
    expect(ok(await payments.officer.get(`/v1/cycles/${cycle?.id}`))).toMatchObject({ ...cycle });
  });
});
