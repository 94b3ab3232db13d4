import { Injectable } from '@nestjs/common';
import { defineJob, JobScheduler, OnJob, OnJobFailed, type ReceivedJob } from '@janela/jobs';
import type { Tx } from '@janela/platform';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { lockCycle } from '../cycle-records/lock-cycle.ts';
import { system } from '../system.ts';
import { DispatchBatchService } from './dispatch-batch.ts';

/** Sends the next batch of a cycle, and is due again while there is more. */
export const DispatchCycle = defineJob('payments.dispatch-cycle', { ids: { cycleId: 'uuid' }, attempts: 50 });

@Injectable()
export class DispatchJobs {
  constructor(
    private readonly batches: DispatchBatchService,
    private readonly scheduler: JobScheduler,
  ) {}

  @OnJob(DispatchCycle)
  async dispatchCycle({ ids: { cycleId } }: ReceivedJob<typeof DispatchCycle>, tx: Tx): Promise<void> {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle.state !== 'approved') return;
    const { state } = await this.batches.dispatch(tx, cycle.dispatchRequestedBy ?? system.id, cycle);
    if (state === 'approved') await this.scheduler.schedule(tx, DispatchCycle, { cycleId });
  }

  /** Takes the request back where the rest could not be sent, so that it can be made again; what was sent stays so. */
  @OnJobFailed(DispatchCycle)
  async dispatchFailed({ ids: { cycleId } }: ReceivedJob<typeof DispatchCycle>, tx: Tx): Promise<void> {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle.state !== 'approved') return;
    const open = { version: cycle.version + 1, dispatchRequestedBy: null, dispatchRequestedAt: null };
    await tx.update(CycleEntity, { id: cycleId }, open);
  }
}
