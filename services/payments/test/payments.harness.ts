import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import {
  EnrolmentStarted,
  PayeeDesignated,
  ProgrammePublished,
  type ConsentPurpose,
  type Cycle,
  type DataOf,
  type Payment,
  type Period,
  type Reissue,
  type ReissuePayment,
  type Settlement,
} from '@janela/contracts';
import { deliver } from '@janela/messaging';
import { type Answer, type Caller, type Harness, idempotencyKey, ifMatch, ok, startHarness } from '@janela/testing';

import { migrations } from '../src/data-source.ts';
import { PaymentsConfig } from '../src/payments.config.ts';
import { PaymentsModule } from '../src/payments.module.ts';
import { enrolment, funds, householdRecord, payeeOf, sandbox, thisPeriod, transferProgramme } from './fixtures.ts';

// A busy machine takes its time.
jest.setTimeout(60_000);

type Enrolled = DataOf<typeof EnrolmentStarted>;

interface Callers {
  officer: Caller<'payments'>;
  approver: Caller<'payments'>;
  administrator: Caller<'payments'>;
  caseworker: Caller<'payments'>;
  /** The sandbox provider's machine. */
  provider: Caller<'payments'>;
}

/** What other services publish of households. */
interface Households {
  /** Publishes enrolments, each with a payee by mobile money at the sandbox, and returns them. */
  enrol: (count: number, about?: Partial<Enrolled>) => Promise<Enrolled[]>;
  /** Publishes for what a household's data may be used: for payment, unless given. */
  consent: (householdId: string, purposes?: ConsentPurpose[]) => Promise<void>;
  /** Publishes who collects for a household, which consents to being paid; by mobile money at the sandbox, unless given. */
  designate: (householdId: string, about?: Partial<DataOf<typeof PayeeDesignated>>) => Promise<void>;
  /** Returns the next version of an aggregate of those that are published here: `payee <household>`, `household <household>`. */
  nextVersion: (aggregate: string) => number;
}

/** What officer and approver do with money. */
interface Money {
  /** Proposes funds, and approves them where they were not refused at once. */
  fund: (minor: number, reference?: string) => Promise<Answer>;
  /** Requests that a payment be paid again, approves that, and returns the last answer. */
  payAgain: (payment: Payment, input?: ReissuePayment) => Promise<Answer<Reissue & { code?: string }>>;
  /** Confirms a proposal as the approver. */
  confirm: (settlement: Pick<Settlement, 'id' | 'version'>) => Promise<Answer<Settlement & { code?: string }>>;
  open: (period?: Period) => Promise<Cycle>;
  /** Submits, approves and dispatches a cycle; returns it as it is then. */
  send: (cycle: Cycle) => Promise<Cycle>;
  listOf: (cycle: Pick<Cycle, 'id'>) => Promise<Payment[]>;
}

export type Payments = Harness<'payments'> & Callers & Households & Money;

/** Starts payments with a programme, a provider, and the people who use it. No event leaves it; `stop()` it afterwards. */
export async function startPayments(environment: Readonly<Record<string, string>> = {}): Promise<Payments> {
  const harness = await startHarness(PaymentsModule, {
    service: 'payments',
    config: PaymentsConfig,
    migrations,
    environment,
  });
  const callers = await callersOf(harness);
  await harness.publish(ProgrammePublished, transferProgramme);
  await callers.administrator.untyped.post('/v1/providers', sandbox);
  return { ...harness, ...callers, ...householdsOf(harness), ...moneyOf(callers) };
}

async function callersOf({ as }: Harness<'payments'>): Promise<Callers> {
  const [officer, approver, administrator, caseworker, provider] = await Promise.all([
    as('payments-officer'),
    as('payments-approver'),
    as('administrator'),
    as('caseworker'),
    as('provider-sandbox'),
  ]);
  return { officer, approver, administrator, caseworker, provider };
}

function householdsOf({ service, publish }: Harness<'payments'>): Households {
  const nextVersion = versionsOf();
  const published = new Set<string>();
  const consent: Households['consent'] = async (householdId, purposes = ['payment']) => {
    const record = householdRecord(householdId, purposes, nextVersion(`household ${householdId}`));
    published.add(householdId);
    await deliver(service.messaging, record);
  };
  const designate: Households['designate'] = async (householdId, about = {}) => {
    if (!published.has(householdId)) await consent(householdId);
    const payee = { householdId, ...payeeOf(householdId), ...about };
    await publish(PayeeDesignated, payee, { aggregateVersion: nextVersion(`payee ${householdId}`) });
  };
  const enrol: Households['enrol'] = async (count, about) => {
    const enrolments = Array.from({ length: count }, () => enrolment(about));
    for (const data of enrolments) {
      await publish(EnrolmentStarted, data);
      await designate(data.householdId);
    }
    return enrolments;
  };
  return { enrol, consent, designate, nextVersion };
}

function moneyOf({ officer, approver }: Callers): Money {
  return {
    fund: (minor, reference = randomUUID()) => fundBy(officer, approver, funds(minor, reference)),
    payAgain: async (payment, input = {}) => {
      const headers = { ...ifMatch(payment), ...idempotencyKey() };
      const path = `/v1/payments/${payment.id}/reissue` as const;
      const asked = await officer.post(path, input, headers);
      return asked.status === 201 ? approveReissue(approver, asked.body) : asked;
    },
    confirm: (settlement) => approver.post(`/v1/settlements/${settlement.id}/confirm`, undefined, ifMatch(settlement)),
    open: (period = thisPeriod) => officer.post('/v1/cycles', { programme: 'SCT', period }, idempotencyKey()).then(ok),
    send: async (cycle) => {
      const submitted = await step(officer, cycle, 'submit');
      return step(officer, await step(approver, submitted, 'approve'), 'dispatch');
    },
    listOf: async ({ id }) => ok(await officer.get(`/v1/cycles/${id}/payments?limit=200`)).items,
  };
}

const step = (by: Caller<'payments'>, cycle: Cycle, verb: 'submit' | 'approve' | 'dispatch') =>
  by.post(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)).then(ok);

/** Proposes funds as one and approves them as another; returns the proposal, which a repetition leaves as it is. */
export async function fundBy(officer: Caller<'payments'>, approver: Caller<'payments'>, body: object): Promise<Answer> {
  const proposed = await officer.untyped.post('/v1/funds', body, idempotencyKey());
  if (proposed.status !== 201 || proposed.body['state'] !== 'proposed') return proposed;
  const { id, version } = proposed.body as { id: string; version: number };
  ok(await approver.post(`/v1/funds/${id}/approve`, undefined, ifMatch({ version })));
  return proposed;
}

/** Approves a reissue, having seen who would be paid. */
export function approveReissue(
  approver: Caller<'payments'>,
  reissue: Reissue,
): Promise<Answer<Reissue & { code?: string }>> {
  const payeeId = reissue.payeeChanged ? reissue.payee.now?.payeeId : undefined;
  return approver.post(`/v1/reissues/${reissue.id}/approve`, { ...(payeeId && { payeeId }) }, ifMatch(reissue));
}

function versionsOf(): (aggregate: string) => number {
  const versions = new Map<string, number>();
  return (aggregate) => {
    const version = (versions.get(aggregate) ?? 0) + 1;
    versions.set(aggregate, version);
    return version;
  };
}
