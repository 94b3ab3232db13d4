import { Injectable } from '@nestjs/common';
import {
  EnrolmentChanged,
  EnrolmentEnded,
  EnrolmentResumed,
  EnrolmentStarted,
  EnrolmentSuspended,
} from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { EnrolmentsService } from '../enrolments/enrolments.service.ts';

@Injectable()
export class EnrolmentConsumer {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @OnEvent(EnrolmentStarted)
  async started({ data }: ReceivedEvent<typeof EnrolmentStarted>, tx: Tx): Promise<void> {
    await this.enrolments.start(tx, data);
  }

  @OnEvent(EnrolmentChanged)
  async changed({ data }: ReceivedEvent<typeof EnrolmentChanged>, tx: Tx): Promise<void> {
    await this.enrolments.change(tx, data);
  }

  @OnEvent(EnrolmentSuspended)
  async suspended({ data }: ReceivedEvent<typeof EnrolmentSuspended>, tx: Tx): Promise<void> {
    await this.enrolments.cease(tx, data.enrolmentId, data.from);
  }

  @OnEvent(EnrolmentResumed)
  async resumed({ data }: ReceivedEvent<typeof EnrolmentResumed>, tx: Tx): Promise<void> {
    await this.enrolments.goOn(tx, data.enrolmentId, data.from);
  }

  @OnEvent(EnrolmentEnded)
  async ended({ data }: ReceivedEvent<typeof EnrolmentEnded>, tx: Tx): Promise<void> {
    await this.enrolments.cease(tx, data.enrolmentId, data.from);
  }
}
