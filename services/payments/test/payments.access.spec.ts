import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@janela/contracts';
import { accessProblems, documentProblems, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { funds, samfya } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

const [officer, approver]: [Role, Role] = ['payments-officer', 'payments-approver'];
const payers = [officer, approver];
const caseworkers: Role[] = ['caseworker', 'supervisor'];
const overseers: Role[] = ['auditor', 'administrator'];
const caseRoles: Role[] = ['grievance-officer', 'sensitive-officer', 'appeals-reviewer'];

let payments: Payments;
beforeAll(async () => {
  payments = await startPayments();
});
afterAll(() => payments.stop());

describe('who may use payments', () => {
  it('is who the table says, on every route', async () => {
    const readsPayments = [...payers, ...caseworkers, ...caseRoles, 'auditor' as const];
    const problems = await accessProblems(payments.service, {
      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
      'GET /v1/providers': [...payers, ...caseworkers, ...overseers],
      'POST /v1/providers': ['administrator'],
      'GET /v1/reason-codes': [...payers, ...caseworkers, ...caseRoles, ...overseers],
      'GET /v1/funds': [...payers, ...overseers],
      'POST /v1/funds': ['administrator', officer],
      'GET /v1/funds/balances': [...payers, ...overseers],
      'POST /v1/funds/:id/approve': [approver],
      'POST /v1/funds/:id/refuse': [approver],
      'GET /v1/programmes': [...payers, ...overseers],
      'GET /v1/cycles': [...payers, ...overseers],
      'GET /v1/cycles/:id': [...payers, ...overseers],
      'GET /v1/cycles/:id/payments': [...payers, ...overseers],
      'GET /v1/cycles/:id/comparison': [...payers, ...overseers],
      'GET /v1/cycles/:id/reconciliation': [...payers, ...overseers],
      'POST /v1/cycles': [officer],
      'POST /v1/cycles/:id/submit': [officer],
      'POST /v1/cycles/:id/approve': [approver],
      'POST /v1/cycles/:id/reject': [approver],
      'POST /v1/cycles/:id/dispatch': payers,
      'POST /v1/cycles/:id/close': [officer],
      'GET /v1/payments': readsPayments,
      'GET /v1/held-payments': [...payers, ...overseers],
      'GET /v1/payments/:id': readsPayments,
      'POST /v1/payments/:id/hold': [officer],
      'POST /v1/payments/:id/release': [officer],
      'POST /v1/payments/:id/cancel': [officer],
      'POST /v1/payments/:id/payee/confirm': [approver],
      'POST /v1/payments/:id/reissue': [officer],
      'GET /v1/reissues': [...payers, 'auditor'],
      'POST /v1/reissues/:id/approve': [approver],
      'POST /v1/reissues/:id/refuse': [approver],
      'POST /v1/payments/:id/enquire': payers,
      'POST /v1/outcomes': ['provider-sandbox'],
      'GET /v1/differences': [...payers, 'auditor'],
      'POST /v1/differences/:id/settle': payers,
      'POST /v1/payments/:id/settle': payers,
      'GET /v1/settlements': [...payers, 'auditor'],
      'POST /v1/settlements/:id/confirm': [approver],
      'POST /v1/settlements/:id/refuse': [approver],
      'GET /v1/ledger/accounts': [...payers, ...overseers],
      'GET /v1/ledger/transactions': [...payers, ...overseers],
      'GET /v1/ledger/trial-balance': [...payers, ...overseers],
      'GET /v1/contributions': [...payers, ...caseworkers, 'auditor'],
      'POST /v1/contributions': [...caseworkers, officer],
      'POST /v1/contributions/:id/reverse': [officer],
    });
    expect(problems).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(payments.service)).toEqual([]);
  });
});

describe('what is of the whole country', () => {
  it.each([
    ['GET', '/v1/cycles'],
    ['GET', '/v1/programmes'],
    ['GET', '/v1/funds'],
    ['GET', '/v1/funds/balances'],
    ['GET', '/v1/held-payments?waitsFor=release'],
    ['GET', '/v1/differences'],
    ['GET', '/v1/settlements'],
    ['GET', '/v1/ledger/accounts'],
    ['GET', '/v1/ledger/transactions'],
    ['GET', '/v1/ledger/trial-balance'],
  ])('is not shown in part to who reaches a district only: %s %s', async (method, path) => {
    const cycle = await opened();
    for (const areas of [[samfya], ['ZM104'], []]) {
      const district = await payments.as({ roles: payers, areas, id: 'district-officer' });
      for (const address of [
        path,
        `/v1/cycles/${cycle}`,
        `/v1/cycles/${cycle}/payments`,
        `/v1/cycles/${cycle}/reconciliation`,
      ])
        expect(await district.send(method, address)).toMatchObject({
          status: 403,
          body: { code: 'access.area_out_of_reach' },
        });
    }
  });
});

describe('what commits the money of a country', () => {
  it('is not for who has the whole of another country', async () => {
    await opened();
    const another = await payments.as({ roles: payers, areas: ['MZ'], id: 'of-mozambique' });
    expect(await another.post('/v1/funds', funds(1, 'FROM-MZ'), idempotencyKey())).toMatchObject({
      status: 403,
      body: { code: 'access.area_out_of_reach' },
    });
    const { id } = ok(await payments.officer.post('/v1/funds', funds(1, 'FROM-ZM'), idempotencyKey()));
    expect(await another.post(`/v1/funds/${id}/approve`, undefined, ifMatch({ version: 1 }))).toMatchObject({
      status: 403,
      body: { code: 'access.area_out_of_reach' },
    });
  });
});

let cycleId: string | undefined;
async function opened(): Promise<string> {
  if (cycleId === undefined) {
    await payments.enrol(1);
    cycleId = (await payments.open()).id;
    ok(await payments.officer.get(`/v1/cycles/${cycleId}`));
  }
  return cycleId;
}
