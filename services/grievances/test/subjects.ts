import { randomUUID } from 'node:crypto';

import { ApplicationDecided, ApplicationSubmitted, HouseholdRegistered, PaymentFailed } from '@janela/contracts';
import { type Harness, householdFacts } from '@janela/testing';

import { samfya } from './complaints.ts';

type Publish = Harness<'grievances'>['publish'];

export interface ApplicationAbout {
  householdId: string;
  areaCode: string;
  outcome: 'approved' | 'refused' | undefined;
  submittedBy: string;
  decidedBy: string;
  decidedAt: string;
}

/** What complaints can be about, published as the other services do; each returns its id. */
export interface Subjects {
  household: (areaCode?: string) => Promise<string>;
  /** An application that `supervisor` refused, unless given. */
  application: (about: Partial<ApplicationAbout>) => Promise<string>;
  /** A payment that failed. */
  payment: (householdId: string, cycleId?: string) => Promise<string>;
}

export function publishingSubjects(publish: Publish): Subjects {
  return {
    household: (areaCode = samfya) => publishHousehold(publish, areaCode),
    application: (about) => publishApplication(publish, about),
    payment: (householdId, cycleId = randomUUID()) => publishPayment(publish, householdId, cycleId),
  };
}

async function publishHousehold(publish: Publish, areaCode: string): Promise<string> {
  const householdId = randomUUID();
  const facts = householdFacts();
  await publish(HouseholdRegistered, { householdId, number: 'ZM104011-1', areaCode, source: 'window', facts });
  return householdId;
}

async function publishApplication(publish: Publish, about: Partial<ApplicationAbout>): Promise<string> {
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
  await publish(ApplicationSubmitted, { ...application, submittedBy });
  const outcome = 'outcome' in about ? about.outcome : 'refused';
  if (outcome === undefined) return applicationId;
  const { decidedAt: time = new Date().toISOString() } = about;
  const decided = { ...application, outcome, recommended: 'eligible' as const, reasons: [], decidedBy };
  await publish(ApplicationDecided, decided, { aggregateVersion: 2, time });
  return applicationId;
}

async function publishPayment(publish: Publish, householdId: string, cycleId: string): Promise<string> {
  const paymentId = randomUUID();
  await publish(PaymentFailed, {
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
