import { Injectable } from '@nestjs/common';
import { OutcomeReported } from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { reportedOutcome } from '../outcomes/judge-outcome.ts';
import { OutcomesService } from '../outcomes/outcomes.service.ts';
import { system } from '../system.ts';

@Injectable()
export class OutcomeConsumer {
  constructor(private readonly outcomes: OutcomesService) {}

  /**
   * Many at once: a cycle of a million payments has as many answers. Who says it is known by the topic, which no other service may
   * write; an outcome of a payment that is another provider's is a difference, as is whatever else does not fit.
   */
  @OnEventBatch(OutcomeReported)
  async onOutcomeReported(events: readonly ReceivedEvent<typeof OutcomeReported>[], tx: Tx): Promise<void> {
    const outcomes = events.map(({ topic, data }) => reportedOutcome(OutcomeReported.branchOf(topic) ?? '', data));
    await this.outcomes.ingest(tx, system.id, outcomes);
  }
}
