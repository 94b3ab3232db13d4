import { Injectable } from '@nestjs/common';
import { AppealUpheld } from '@janela/contracts';
import { OnEvent, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { ApplicationReactions } from '../applications/application-reactions.ts';

@Injectable()
export class AppealUpheldConsumer {
  constructor(private readonly applications: ApplicationReactions) {}

  /** The decision is open again, for somebody else. An appeal about a payment is not for us. */
  @OnEvent(AppealUpheld)
  async take({ data: { applicationId, appealId } }: ReceivedEvent<typeof AppealUpheld>, tx: Tx): Promise<void> {
    if (applicationId !== undefined) await this.applications.reopen(tx, applicationId, appealId);
  }
}
