import { Injectable } from '@nestjs/common';
import type { Cycle } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { type Actor, Audit, Clock, type VersionedRef } from '@janela/platform';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { mustBecome } from '../cycle-records/lock-cycle.ts';
import { CycleStateConflict } from '../payments.errors.ts';
import { DispatchBatchService } from './dispatch-batch.ts';
import { DispatchCycle } from './dispatch.jobs.ts';

/** Sends an approved cycle to its providers: the first batch at once, the others by a job. A small cycle is dispatched after that. */
@Injectable()
export class DispatchCycleService {
  constructor(
    private readonly changes: ChangeCycleService,
    private readonly batches: DispatchBatchService,
    private readonly scheduler: JobScheduler,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  dispatch(actor: Actor, ref: VersionedRef): Promise<Cycle> {
    return this.changes.change(actor, ref, async (tx, cycle) => {
      mustBecome(cycle, 'dispatched');
      if (cycle.dispatchRequestedAt) throw new CycleStateConflict('It is being dispatched already');
      const requested: CycleEntity = {
        ...cycle,
        version: cycle.version + 1,
        dispatchRequestedBy: actor.id,
        dispatchRequestedAt: this.clock.now(),
      };
      await tx.update(CycleEntity, { id: cycle.id }, requested);
      await this.audit.add(tx, actor, { action: 'cycle.dispatch-requested', subject: `cycle:${cycle.id}` });
      const sent = await this.batches.dispatch(tx, actor.id, requested);
      if (sent.state === 'approved') await this.scheduler.schedule(tx, DispatchCycle, { cycleId: cycle.id });
      return sent;
    });
  }
}
