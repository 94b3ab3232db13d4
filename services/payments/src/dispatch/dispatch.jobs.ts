import { Injectable } from '@nestjs/common';
import { OnJob, OnJobFailed, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { CycleDispatcher } from './cycle-dispatcher.ts';
import { AskProvider, DispatchCycle, NoteSent } from './due-jobs.ts';
import { OutcomeTimeouts } from './outcome-timeouts.ts';

/** What is done about cycles and batches by the clock. */
@Injectable()
export class DispatchJobs {
  constructor(
    private readonly dispatcher: CycleDispatcher,
    private readonly silence: OutcomeTimeouts,
  ) {}

  @OnJob(DispatchCycle)
  async dispatchCycle({ ids }: ReceivedJob<typeof DispatchCycle>, tx: Tx): Promise<void> {
    await this.dispatcher.goOn(tx, ids.cycleId);
  }

  /** The approver can ask for the rest again; what was handed over stays so. */
  @OnJobFailed(DispatchCycle)
  async dispatchFailed({ ids }: ReceivedJob<typeof DispatchCycle>, tx: Tx): Promise<void> {
    await this.dispatcher.giveUp(tx, ids.cycleId);
  }

  @OnJob(NoteSent)
  async noteSent({ ids }: ReceivedJob<typeof NoteSent>, tx: Tx): Promise<void> {
    await this.silence.noteSent(tx, ids.batchId);
  }

  @OnJob(AskProvider)
  async askProvider({ ids }: ReceivedJob<typeof AskProvider>, tx: Tx): Promise<void> {
    await this.silence.ask(tx, ids.batchId);
  }
}
