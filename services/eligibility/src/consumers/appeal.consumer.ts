import { Injectable } from '@nestjs/common';
import { AppealUpheld } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';

@Injectable()
export class AppealConsumer {
  constructor(private readonly applications: ApplicationReactions) {}

  /** Opens the decision again, for another officer. An appeal about a payment changes nothing here. */
  @OnEvent(AppealUpheld)
  async onAppealUpheld(
    { data: { applicationId, appealId } }: ReceivedEvent<typeof AppealUpheld>,
    tx: Tx,
  ): Promise<void> {
    if (applicationId !== undefined) await this.applications.reopen(tx, applicationId, appealId);
  }
}
