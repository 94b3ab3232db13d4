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

import { EnrolmentsService } from '../enrolments/enrolments.service.ts';
import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { HouseholdsService } from '../households/households.service.ts';

type EnrolmentEvent = ReceivedEvent<
  | typeof EnrolmentStarted
  | typeof EnrolmentChanged
  | typeof EnrolmentSuspended
  | typeof EnrolmentResumed
  | typeof EnrolmentEnded
>;

@Injectable()
export class EnrolmentConsumer {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly households: HouseholdsService,
    private readonly holds: JudgePaymentsService,
  ) {}

  /** What is frozen for them, and was not sent yet, is asked again. */
  @OnEventBatch(EnrolmentStarted, EnrolmentChanged, EnrolmentSuspended, EnrolmentResumed, EnrolmentEnded)
  async onEnrolmentChange(events: readonly EnrolmentEvent[], tx: Tx): Promise<void> {
    await this.households.orderWithDeaths(tx, 'enrolments');
    const enrolmentIds = events.map(({ data }) => data.enrolmentId);
    const before = await this.enrolments.householdsOf(tx, enrolmentIds);
    const ids = await this.households.lock(tx, [...before, ...events.map(({ data }) => data.householdId)]);
    for (const event of events) await this.keep(tx, event);
    await this.households.noteDeaths(tx, ids);
    await this.holds.judgeEnrolments(tx, ids, enrolmentIds);
  }

  private async keep(tx: Tx, { type, data }: EnrolmentEvent): Promise<void> {
    const { enrolments } = this;
    if (type === EnrolmentStarted.type) return enrolments.start(tx, data);
    if (type === EnrolmentChanged.type) return enrolments.change(tx, data);
    if (type === EnrolmentResumed.type) return enrolments.goOn(tx, data.enrolmentId, data.from);
    const state = type === EnrolmentEnded.type ? 'ended' : 'suspended';
    return enrolments.cease(tx, data.enrolmentId, data.from, state);
  }
}
