import { Injectable } from '@nestjs/common';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentStarted,
  EnrolmentSuspended,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { addStatements } from '../coverage/write-rows.ts';

type EnrolmentEvent = ReceivedEvent<
  | typeof EnrolmentStarted
  | typeof EnrolmentChanged
  | typeof EnrolmentSuspended
  | typeof EnrolmentResumed
  | typeof EnrolmentEnded
>;

@Injectable()
@InCoverage
export class EnrolmentConsumer {
  @OnEventBatch(EnrolmentStarted, EnrolmentChanged, EnrolmentSuspended, EnrolmentResumed, EnrolmentEnded)
  async onEnrolmentEvents(events: readonly EnrolmentEvent[], tx: Tx): Promise<void> {
    await addStatements(tx, 'enrolment_facts', events.map(toRow));
  }
}

function toRow({ type, data, aggregateVersion: version, time }: EnrolmentEvent): Record<string, unknown> {
  const [, , says] = type.split('.');
  const entitlement = 'coveredPersonIds' in data ? data.entitlement : undefined;
  return {
    enrolment_id: data.enrolmentId,
    version,
    says,
    programme_id: data.programmeId,
    programme: data.programme,
    household_id: data.householdId,
    person_id: data.personId ?? null,
    area_code: data.areaCode,
    covered: 'coveredPersonIds' in data ? data.coveredPersonIds : null,
    amount_minor: entitlement?.amountMinor ?? null,
    currency: entitlement?.currency ?? null,
    frequency: entitlement?.frequency ?? null,
    holds_from: data.from,
    recorded_at: time,
  };
}
