import { Injectable } from '@nestjs/common';
import { OnJob, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { PayLate } from './due-jobs.ts';
import { PayingService } from './paying.service.ts';

/** What the pretend company does by the clock. */
@Injectable()
export class PayingJobs {
  constructor(private readonly paying: PayingService) {}

  @OnJob(PayLate)
  async payLate({ ids }: ReceivedJob<typeof PayLate>, tx: Tx): Promise<void> {
    await this.paying.payLate(tx, ids.instructionId);
  }
}
