import { Injectable } from '@nestjs/common';
import { OutcomeReported } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { reportedOutcome } from '../outcomes/judge-outcome.ts';
import { OutcomesService } from '../outcomes/outcomes.service.ts';

@Injectable()
export class OutcomeReportedConsumer {
  constructor(private readonly outcomes: OutcomesService) {}

  /** Many at once: a cycle of a million payments has as many answers. None is parked; what does not fit is a difference. */
  @OnEventBatch(OutcomeReported)
  async take(events: readonly ReceivedEvent<typeof OutcomeReported>[], tx: Tx): Promise<void> {
    const outcomes = events.map(({ data }) => reportedOutcome(data.provider, data));
    await this.outcomes.take(tx, 'system:payments', outcomes);
  }
}
