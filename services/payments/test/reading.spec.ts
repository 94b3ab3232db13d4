import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cycle, Payment, ReportOutcome, Settlement } from '@janela/contracts';
import { type Reading, readingProblems, idempotencyKey, ifMatch, ok } from '@janela/testing';

import { amountMinor } from './fixtures.ts';
import { type Payments, startPayments } from './payments.harness.ts';

let payments: Payments;
let cycle: Cycle;
let paid: Payment;
let failed: Payment;
let held: Payment;
let settlement: Settlement;

beforeAll(async () => {
  payments = await startPayments();
  const [enrolled] = await payments.enrol(3);
  const householdId = enrolled?.householdId ?? '';
  await payments.fund(6 * amountMinor);
  await payments.consent(householdId, []);
  cycle = await payments.send(await payments.open());
  const list = await payments.listOf(cycle);
  [held] = list.filter((payment) => payment.householdId === householdId) as [Payment];
  [paid, failed] = list.filter((payment) => payment.householdId !== householdId) as [Payment, Payment];
  await payments.consent(householdId);
  const say = ({ instructionId = '' }: Payment, status: ReportOutcome['status']) =>
    payments.provider.post('/v1/outcomes', {
      instructionId,
      status,
      providerReference: randomUUID(),
      occurredAt: new Date().toISOString(),
    });
  await say(failed, 'failed');
  const now = ok(await payments.officer.get(`/v1/payments/${failed.id}`));
  ok(await payments.officer.post(`/v1/payments/${failed.id}/reissue`, {}, { ...ifMatch(now), ...idempotencyKey() }));
  await say(paid, 'paid');
  await say(paid, 'failed');
  const [difference] = ok(await payments.officer.get('/v1/differences')).items;
  settlement = ok(
    await payments.officer.post(`/v1/differences/${difference?.id}/settle`, {
      resolution: 'dismissed',
      evidence: 'statement',
      documentReference: 'ST-1',
      reason: 'It was paid.',
    }),
  );
});
afterAll(() => payments.stop());

const figures = 'It counts, and shows no line of any household.';
const settings = 'It says how the country pays, and shows no one.';

describe('whatever shows whose payments they are', () => {
  it('is on record, by every route that reads', async () => {
    const shown = (path: string, of: Payment, what: string = of.id): Reading => ({
      by: payments.officer,
      path,
      shows: what,
      names: of.householdId,
    });
    const contributions = randomUUID();
    const problems = await readingProblems(payments.service, {
      'GET /v1/providers': settings,
      'GET /v1/programmes': settings,
      'GET /v1/reason-codes': settings,
      'GET /v1/funds': 'It shows warrants and grants, and who proposed and approved them.',
      'GET /v1/funds/balances': figures,
      'GET /v1/cycles': figures,
      'GET /v1/cycles/:id': figures,
      'GET /v1/ledger/accounts': figures,
      'GET /v1/ledger/trial-balance': figures,
      'GET /v1/ledger/transactions': shown('/v1/ledger/transactions?limit=200', paid),
      'GET /v1/cycles/:id/payments': shown(`/v1/cycles/${cycle.id}/payments`, paid),
      'GET /v1/cycles/:id/comparison': shown(`/v1/cycles/${cycle.id}/comparison`, paid),
      'GET /v1/cycles/:id/reconciliation': shown(`/v1/cycles/${cycle.id}/reconciliation`, paid),
      'GET /v1/payments': shown(`/v1/payments?householdId=${paid.householdId}`, paid),
      'GET /v1/held-payments': shown('/v1/held-payments?waitsFor=release', held),
      'GET /v1/payments/:id': shown(`/v1/payments/${paid.id}`, paid),
      'GET /v1/reissues': shown('/v1/reissues', failed),
      'GET /v1/differences': shown('/v1/differences', paid),
      'GET /v1/settlements': shown('/v1/settlements', paid, settlement.id),
      // The caller names the person: that is on record, whatever was shown.
      'GET /v1/contributions': {
        by: payments.caseworker,
        path: `/v1/contributions?personId=${contributions}`,
        shows: 'items',
        names: contributions,
      },
    });
    expect(problems).toEqual([]);
  });

  it('is on record of a household too whose payment alone is asked for', async () => {
    const trail = () =>
      payments.db.query<{ action: string; subject: string; details: { householdIds: string[] } }[]>(
        `SELECT action, subject, details FROM audit_entries WHERE actor = 'payments-officer' AND action LIKE '%.read' ORDER BY id DESC LIMIT 2`,
      );
    await payments.officer.get(`/v1/settlements?paymentId=${paid.id}`);
    await payments.officer.get(`/v1/ledger/transactions?paymentId=${paid.id}`);
    expect(await trail()).toMatchObject(
      ['ledger.read', 'settlement.read'].map((action) => ({
        action,
        subject: `payment:${paid.id}`,
        details: { householdIds: [paid.householdId] },
      })),
    );
  });
});
