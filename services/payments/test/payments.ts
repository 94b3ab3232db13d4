import { randomUUID } from 'node:crypto';

import { jest } from '@jest/globals';
import {
  EnrolmentStarted,
  HouseholdRegistered,
  HouseholdUpdated,
  PayeeDesignated,
  ProgrammePublished,
  type ConsentPurpose,
  type Cycle,
  type DataOf,
  type Payment,
  type Period,
  type Reissue,
  type Settlement,
} from '@janela/contracts';
import { dateIn, periodOf } from '@janela/kernel';
import { deliver, recordOf } from '@janela/messaging';
import { type Answer, type Caller, TestService } from '@janela/testing';
import type { DataSource } from 'typeorm';

import { migrations } from '../src/data-source.ts';
import { PaymentsConfig } from '../src/payments.config.ts';
import { PaymentsModule } from '../src/payments.module.ts';

// A busy machine takes its time.
jest.setTimeout(60_000);

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

/** What everybody gets in these specs: K 400. */
export const amountMinor = 40_000;
export const today = dateIn('Africa/Lusaka', new Date());
/** The period of two months that is paid now. */
export const thisPeriod = periodOf(today, 2);

const programmeId = randomUUID();

/** The cash transfer, as eligibility would publish it. */
export const transferProgramme: DataOf<typeof ProgrammePublished> = {
  programmeId,
  code: 'SCT',
  version: 1,
  title: { en: 'Social Cash Transfer', pt: 'Transferência social', fr: 'Transfert social' },
  unit: 'household',
  contributory: false,
  sdgComponents: ['SI_COV_POOR'],
  currency: 'ZMW',
  frequency: 'every_two_months',
  validFrom: '2026-01-01',
};

/** A household that was enrolled long ago, unless told. */
export function enrolment(about: Partial<DataOf<typeof EnrolmentStarted>> = {}): DataOf<typeof EnrolmentStarted> {
  return {
    enrolmentId: randomUUID(),
    programmeId,
    programme: 'SCT',
    householdId: randomUUID(),
    areaCode: samfya,
    reason: 'approved',
    applicationId: randomUUID(),
    programmeVersion: 1,
    coveredPersonIds: [randomUUID()],
    entitlement: { amountMinor, currency: 'ZMW', frequency: 'every_two_months' },
    from: '2026-01-01',
    ...about,
  };
}

export interface Payments {
  service: TestService;
  database: DataSource;
  officer: Caller;
  approver: Caller;
  administrator: Caller;
  caseworker: Caller;
  /** The sandbox provider's machine. */
  provider: Caller;
  /** Hands over that these are enrolled, each with a payee by mobile money at the sandbox. Gives the enrolments. */
  enrol: (
    count: number,
    about?: Partial<DataOf<typeof EnrolmentStarted>>,
  ) => Promise<DataOf<typeof EnrolmentStarted>[]>;
  /** A household says what its data may be used for: for payment, unless told. */
  consent: (householdId: string, purposes?: ConsentPurpose[]) => Promise<void>;
  /** Somebody collects for a household, which consents to being paid; by mobile money at the sandbox, unless told. */
  designate: (householdId: string, about?: Partial<DataOf<typeof PayeeDesignated>>) => Promise<void>;
  /** Proposes funds, and has them approved where they were not refused at once. */
  fund: (minor: number, reference?: string) => Promise<Answer>;
  /** Asks that a payment be paid again, and has that approved; gives what was answered last. */
  payAgain: (payment: Payment, input?: object) => Promise<Answer<Reissue & { code: string }>>;
  /** Has a proposal confirmed by the approver. */
  confirm: (settlement: Pick<Settlement, 'id' | 'version'>) => Promise<Answer<Settlement & { code: string }>>;
  open: (period?: Period) => Promise<Cycle>;
  /** Submits, approves and dispatches a cycle; gives it as it is then. */
  send: (cycle: Cycle) => Promise<Cycle>;
  listOf: (cycle: Pick<Cycle, 'id'>) => Promise<Payment[]>;
  /** The next version of an aggregate, of those that are told here: `payee <household>`, `household <household>`. */
  nextVersion: (aggregate: string) => number;
  stop: () => Promise<void>;
}

async function callersOf(service: TestService) {
  const [officer, approver, administrator, caseworker, provider] = await Promise.all([
    service.as('payments-officer'),
    service.as('payments-approver'),
    service.as('administrator'),
    service.as('caseworker'),
    service.as('provider-sandbox'),
  ]);
  return { officer, approver, administrator, caseworker, provider };
}

/** Payments with a programme, a provider, and the people who use it. No events leave it: see `deliver` and `published`. */
export async function startPayments(environment: Readonly<Record<string, string>> = {}): Promise<Payments> {
  const service = await TestService.start({ module: PaymentsModule, config: PaymentsConfig, migrations, environment });
  const callers = await callersOf(service);
  const { officer, approver, administrator } = callers;
  await deliver(service.messaging, recordOf(ProgrammePublished, transferProgramme));
  await administrator.post('/v1/providers', sandbox);

  const nextVersion = versionsOf();
  const heardOf = new Set<string>();
  const consent: Payments['consent'] = async (householdId, purposes = ['payment']) => {
    const record = householdRecord(householdId, purposes, nextVersion(`household ${householdId}`));
    heardOf.add(householdId);
    await deliver(service.messaging, record);
  };
  const designate: Payments['designate'] = async (householdId, about = {}) => {
    if (!heardOf.has(householdId)) await consent(householdId);
    const payee = { householdId, ...payeeOf(householdId), ...about };
    const aggregateVersion = nextVersion(`payee ${householdId}`);
    await deliver(service.messaging, recordOf(PayeeDesignated, payee, { aggregateVersion }));
  };
  return {
    service,
    database: service.database.dataSource,
    ...callers,
    consent,
    designate,
    nextVersion,
    enrol: async (count, about) => {
      const enrolments = Array.from({ length: count }, () => enrolment(about));
      for (const data of enrolments) {
        await deliver(service.messaging, recordOf(EnrolmentStarted, data));
        await designate(data.householdId);
      }
      return enrolments;
    },
    fund: (minor, reference = randomUUID()) => fundBy(officer, approver, funds(minor, reference)),
    payAgain: async (payment, input = {}) => {
      const headers = { ...ifMatch(payment), ...once() };
      const asked = await officer.post<Reissue & { code: string }>(
        `/v1/payments/${payment.id}/reissue`,
        input,
        headers,
      );
      return asked.status === 201 ? approveReissue(approver, asked.body) : asked;
    },
    confirm: (settlement) => approver.post(`/v1/settlements/${settlement.id}/confirm`, undefined, ifMatch(settlement)),
    open: (period = thisPeriod) => officer.post<Cycle>('/v1/cycles', { programme: 'SCT', period }, once()).then(ok),
    send: async (cycle) => {
      const submitted = await step(officer, cycle, 'submit');
      return step(officer, await step(approver, submitted, 'approve'), 'dispatch');
    },
    listOf: async ({ id }) => ok(await officer.get<{ items: Payment[] }>(`/v1/cycles/${id}/payments?limit=200`)).items,
    stop: () => service.stop(),
  };
}

const step = (by: Caller, cycle: Cycle, verb: string) =>
  by.post<Cycle>(`/v1/cycles/${cycle.id}/${verb}`, undefined, ifMatch(cycle)).then(ok);

export const sandbox = {
  code: 'sandbox',
  name: { en: 'Sandbox payment company', pt: 'Empresa de ensaio', fr: "Société d'essai" },
  channels: ['mobile_money', 'cash'],
};

/** Funds that one proposes and another approves; gives the proposal, which a repetition leaves as it is. */
export async function fundBy(officer: Caller, approver: Caller, body: object): Promise<Answer> {
  const proposed = await officer.post('/v1/funds', body, once());
  if (proposed.status !== 201 || proposed.body['state'] !== 'proposed') return proposed;
  const { id, version } = proposed.body as { id: string; version: number };
  ok(await approver.post(`/v1/funds/${id}/approve`, undefined, ifMatch({ version })));
  return proposed;
}

/** Approves what was asked for, having seen who would be paid. */
export function approveReissue(approver: Caller, reissue: Reissue): Promise<Answer<Reissue & { code: string }>> {
  const payeeId = reissue.payeeChanged ? reissue.payee.now?.payeeId : undefined;
  return approver.post(`/v1/reissues/${reissue.id}/approve`, { ...(payeeId && { payeeId }) }, ifMatch(reissue));
}

/** A body of `POST /v1/funds`. */
export const funds = (minor: number, reference: string) => ({
  programme: 'SCT',
  amount: { amountMinor: minor, currency: 'ZMW' },
  source: 'GRZ',
  reference,
  on: '2026-01-15',
});

/** What is told of a household that has this to say about its data. */
export function householdRecord(householdId: string, consentedPurposes: ConsentPurpose[], aggregateVersion: number) {
  const person = { personId: randomUUID(), sex: 'female', bornOn: '1960-01-01', bornOnPrecision: 'year' } as const;
  const facts = { size: 1, members: [{ ...person, relationship: 'head' as const }], consentedPurposes };
  const about = { householdId, number: 'ZM-1', areaCode: samfya, facts };
  return aggregateVersion === 1
    ? recordOf(HouseholdRegistered, { ...about, source: 'window' })
    : recordOf(HouseholdUpdated, { ...about, changed: ['consent'], reason: 'correction' }, { aggregateVersion });
}

function versionsOf(): (aggregate: string) => number {
  const versions = new Map<string, number>();
  return (aggregate) => {
    const version = (versions.get(aggregate) ?? 0) + 1;
    versions.set(aggregate, version);
    return version;
  };
}

function payeeOf(householdId: string) {
  const account = `+26097${householdId.replaceAll(/\D/g, '').padEnd(7, '0').slice(0, 5)}99`;
  return {
    personId: randomUUID(),
    name: 'Chanda Mwape',
    account,
    channel: 'mobile_money' as const,
    provider: 'sandbox',
  };
}

/** A change to the version that was seen. */
export const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });

/** A request of its own: whatever moves money asks for a key. */
export const once = () => ({ 'idempotency-key': randomUUID() });

/** What was answered, where it was not refused. */
export function ok<T>({ status, body, text }: Answer<T>): T {
  if (status >= 300) throw new Error(`refused with ${status}: ${text}`);
  return body;
}
