import { Injectable } from '@nestjs/common';
import { ProgrammePublished } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { EnrolmentsService } from '../enrolments/enrolments.service.ts';

@Injectable()
export class ProgrammeConsumer {
  constructor(private readonly enrolments: EnrolmentsService) {}

  /** How often a programme pays, in what currency, under what title. */
  @OnEvent(ProgrammePublished)
  async onProgrammePublished({ data }: ReceivedEvent<typeof ProgrammePublished>, tx: Tx): Promise<void> {
    await this.enrolments.publish(tx, data);
  }
}
