import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { jest } from '@jest/globals';
import {
  ApplicationDecided,
  ApplicationSubmitted,
  AreaPublished,
  type AnyEvent,
  type Case,
  type DataOf,
  type FileCase,
  HouseholdRegistered,
  PaymentFailed,
  type PlainDate,
  type PublishCategory,
} from '@janela/contracts';
import { deliver, type DeliveryOptions, recordOf } from '@janela/messaging';
import { Database, systemActor, type Tx } from '@janela/platform';
import { type Answer, type Caller, householdFacts, TestService } from '@janela/testing';

import { allowSensitive } from '../src/cases/case-access.ts';
import { migrations } from '../src/data-source.ts';
import { GrievancesConfig } from '../src/grievances.config.ts';
import { GrievancesModule } from '../src/grievances.module.ts';

// A busy machine takes its time with forty requests.
jest.setTimeout(60_000);

export const samfya = 'ZM104011';
export const lunga = 'ZM104005';

/** As the country's data say it. */
export const categories: PublishCategory[] = (
  JSON.parse(readFileSync(new URL('../../../countries/zambia/grievances.json', import.meta.url), 'utf8')) as {
    categories: (PublishCategory & { source: string; status: string })[];
  }
).categories.map(({ source: _source, status: _status, ...category }) => category);

/** The service with the country's categories and areas, what other services have told it, and the people who use it. */
export interface Grievances {
  service: TestService;
  caseworker: Caller;
  supervisor: Caller;
  officer: Caller;
  sensitiveOfficer: Caller;
  reviewer: Caller;
  administrator: Caller;
  /** The duties of the caseworker, in the neighbouring district. */
  neighbour: Caller;
  publish: <E extends AnyEvent>(event: E, data: DataOf<E>, options?: DeliveryOptions) => Promise<unknown>;
  /** A household that registry has told of. */
  household: (areaCode?: string) => Promise<string>;
  /** An application that eligibility has told of; refused by `supervisor`, unless told. */
  application: (about: Partial<Told>) => Promise<string>;
  /** A payment that failed. */
  payment: (householdId: string, cycleId?: string) => Promise<string>;
  file: (about: Partial<FileCase>, headers?: Record<string, string>) => Promise<Answer<Case>>;
  act: (found: Pick<Case, 'id' | 'version'>, action: object, by?: Caller) => Promise<Answer<Case>>;
  /** What the service does by itself, in a transaction. */
  itself: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Rows, whoever may see them. */
  rows: <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
}

interface Told {
  householdId: string;
  areaCode: string;
  outcome: 'approved' | 'refused' | undefined;
  submittedBy: string;
  decidedBy: string;
  decidedAt: string;
}

export async function startGrievances(environment: Readonly<Record<string, string>> = {}): Promise<Grievances> {
  const service = await TestService.start({
    module: GrievancesModule,
    config: GrievancesConfig,
    migrations,
    environment,
  });
  const [caseworker, supervisor, officer, sensitiveOfficer, reviewer, administrator, neighbour] = await Promise.all([
    service.as('caseworker'),
    service.as('supervisor'),
    service.as('grievance-officer'),
    service.as('sensitive-officer'),
    service.as('appeals-reviewer'),
    service.as('administrator'),
    service.as({ roles: ['caseworker'], areas: [lunga], id: 'caseworker-lunga', name: 'Ruth Chilufya' }),
  ]);
  const tell: Grievances['publish'] = (event, data, options) =>
    deliver(service.messaging, recordOf(event, data, options));
  for (const [code, level, name] of [
    [samfya, 2, 'Samfya'],
    [lunga, 2, 'Lunga'],
  ] as const)
    await tell(AreaPublished, { code, level, name, parent: 'ZM104', validFrom: '2023-06-29' as PlainDate });
  await administrator.put('/v1/categories', { categories });
  const itself: Grievances['itself'] = (work) =>
    service.running.app.get(Database).write(systemActor('grievances'), work);
  return {
    service,
    caseworker,
    supervisor,
    officer,
    sensitiveOfficer,
    reviewer,
    administrator,
    neighbour,
    publish: tell,
    household: (areaCode = samfya) => tellOfHousehold(tell, areaCode),
    application: (about) => tellOfApplication(tell, about),
    payment: (householdId, cycleId) => tellOfPayment(tell, householdId, cycleId),
    file: (about, headers) => caseworker.post('/v1/cases', complaint(about), headers),
    act: ({ id, version }, action, by = officer) =>
      by.post(`/v1/cases/${id}/actions`, action, { 'if-match': `"${version}"` }),
    itself,
    rows: (sql, values) => itself((tx) => allowSensitive(tx).then(() => tx.query(sql, values))),
    stop: () => service.stop(),
  };
}

/** The body of a complaint at the window, about nothing in particular, in Samfya. */
export function complaint(about: Partial<FileCase> = {}): FileCase {
  const isSomewhere = about.householdId ?? about.applicationId ?? about.paymentId;
  return {
    category: 'service_quality',
    description: 'We were sent away twice.',
    channel: 'window',
    ...(isSomewhere === undefined && { areaCode: samfya }),
    ...about,
  };
}

/** A change to the version that was seen. */
export const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });

async function tellOfHousehold(tell: Grievances['publish'], areaCode: string): Promise<string> {
  const householdId = randomUUID();
  const facts = householdFacts();
  await tell(HouseholdRegistered, { householdId, number: 'ZM104011-1', areaCode, source: 'window', facts });
  return householdId;
}

async function tellOfApplication(tell: Grievances['publish'], about: Partial<Told>): Promise<string> {
  const { areaCode = samfya, submittedBy = 'caseworker', decidedBy = 'supervisor' } = about;
  const applicationId = randomUUID();
  const application = {
    applicationId,
    subject: { householdId: about.householdId ?? randomUUID() },
    areaCode,
    programmeId: randomUUID(),
    programme: 'SCT',
    programmeVersion: 1,
  };
  await tell(ApplicationSubmitted, { ...application, submittedBy });
  const outcome = 'outcome' in about ? about.outcome : 'refused';
  if (outcome === undefined) return applicationId;
  const { decidedAt: time = new Date().toISOString() } = about;
  const decided = { ...application, outcome, recommended: 'eligible' as const, reasons: [], decidedBy };
  await tell(ApplicationDecided, decided, { aggregateVersion: 2, time });
  return applicationId;
}

async function tellOfPayment(
  tell: Grievances['publish'],
  householdId: string,
  cycleId: string = randomUUID(),
): Promise<string> {
  const paymentId = randomUUID();
  await tell(PaymentFailed, {
    paymentId,
    enrolmentId: randomUUID(),
    householdId,
    cycleId,
    programmeId: randomUUID(),
    programme: 'SCT',
    areaCode: samfya,
    period: '2026-11' as never,
    amountMinor: 40_000,
    currency: 'ZMW',
    provider: 'sandbox',
    instructionId: randomUUID(),
    reasonCode: 'AC04',
    occurredAt: new Date().toISOString(),
  });
  return paymentId;
}
