import { randomUUID } from 'node:crypto';

import {
  InstructionIssued,
  PayeeChangeRefused,
  PayeeChangeRequested,
  PersonDied,
  type Cycle,
  type Payment,
  type ReportOutcome,
} from '@janela/contracts';
import { idempotencyKey, ifMatch, ok } from '@janela/testing';
import pg from 'pg';

import { amountMinor, today } from './fixtures.ts';
import type { Payments } from './payments.harness.ts';

/** What specs do with single cycles, in whichever service `running` returns by then. */
export function cycleActs(running: () => Payments) {
  /** Does something with a cycle, and returns the answer, which may be a refusal. */
  const onCycle = (by: 'officer' | 'approver', cycle: Cycle, verb: string, body?: unknown) =>
    running()[by].untyped.post<Cycle & { code: string }>(`/v1/cycles/${cycle.id}/${verb}`, body, ifMatch(cycle));
  /** Does something to the database as its owner, whom nothing keeps from it. */
  const asOwner = async (work: (owner: pg.Client) => Promise<unknown>) => {
    const { migratorUrl: connectionString } = running().service.database;
    const owner = new pg.Client({ connectionString, options: '-c janela.areas={""}' });
    await owner.connect();
    await work(owner).finally(() => owner.end());
  };
  return { onCycle, asOwner };
}

/** What specs do with single payments, in whichever service `running` returns by then. */
export function paymentActs(running: () => Payments) {
  /** Does something with a payment as the officer, and returns the answer, which may be a refusal. */
  const act = (payment: Payment, verb: string, body: object = { reasonCode: 'under_review' }) =>
    running().officer.untyped.post<Payment & { code: string }>(`/v1/payments/${payment.id}/${verb}`, body, {
      ...ifMatch(payment),
      ...idempotencyKey(),
    });
  const read = async ({ id }: Payment) => ok(await running().officer.get(`/v1/payments/${id}`));
  const step = async (by: 'officer' | 'approver', cycle: Cycle, verb: 'submit' | 'approve' | 'dispatch' | 'close') =>
    ok(await running()[by].post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)));
  const instructions = async (payment: Payment) =>
    (await running().published(InstructionIssued)).filter(({ data }) => data.paymentId === payment.id);
  const report = (payment: Payment, status: ReportOutcome['status']) =>
    running().provider.post('/v1/outcomes', {
      instructionId: payment.instructionId ?? '',
      status,
      providerReference: randomUUID(),
      occurredAt: new Date().toISOString(),
    });
  const fundsOf = async ({ id }: Cycle) => ok(await running().officer.get(`/v1/cycles/${id}`)).fundsMinor;

  async function approved(count: number): Promise<{ cycle: Cycle; list: Payment[] }> {
    const payments = running();
    await payments.enrol(count);
    await payments.fund(count * amountMinor);
    const submitted = await step('officer', await payments.open(), 'submit');
    const cycle = await step('approver', submitted, 'approve');
    return { cycle, list: await payments.listOf(cycle) };
  }

  return { act, read, step, instructions, report, fundsOf, approved, ...payeeActs(running) };
}

/** What the registry publishes of payees. */
function payeeActs(running: () => Payments) {
  const next = (householdId: string) => ({ aggregateVersion: running().nextVersion(`payee ${householdId}`) });
  const requestChange = ({ householdId }: Payment) =>
    running().publish(PayeeChangeRequested, { householdId }, next(householdId));
  const refuseChange = ({ householdId }: Payment) =>
    running().publish(PayeeChangeRefused, { householdId }, next(householdId));
  const die = (personId: string, householdId: string) => {
    const death = { personId, householdId, on: today, source: 'community', certainty: 'reported' } as const;
    return running().publish(PersonDied, death);
  };
  return { requestChange, refuseChange, die };
}
