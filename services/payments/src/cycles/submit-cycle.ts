import { Injectable } from '@nestjs/common';
import { type Cycle, CycleSubmitted } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, type VersionedRef } from '@janela/platform';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { hashesOfList } from '../cycle-records/list-hash.ts';
import { mustBecome } from '../cycle-records/lock-cycle.ts';
import { cycleFacts } from '../cycle-records/to-cycle.ts';
import { JudgePaymentsService } from '../holds/judge-payments.ts';

/** Submits the list of a cycle for approval, known by its hash from then on. */
@Injectable()
export class SubmitCycleService {
  constructor(
    private readonly changes: ChangeCycleService,
    private readonly holds: JudgePaymentsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  submit(actor: Actor, ref: VersionedRef): Promise<Cycle> {
    return this.changes.change(actor, ref, async (tx, cycle) => {
      mustBecome(cycle, 'submitted');
      const { id } = cycle;
      await this.holds.judgeCycle(tx, id);
      const hashes = await hashesOfList(tx, id);
      const submitted: CycleEntity = {
        ...cycle,
        version: cycle.version + 1,
        state: 'submitted',
        submittedBy: actor.id,
        submittedAt: this.clock.now(),
        ...hashes,
        rejection: null,
      };
      await tx.update(CycleEntity, { id }, submitted);
      await this.outbox.add(tx, CycleSubmitted, cycleFacts(submitted, actor.id));
      const details = { listHash: hashes.listHash.toString('hex') };
      await this.audit.add(tx, actor, { action: 'cycle.submitted', subject: `cycle:${id}`, details });
      return submitted;
    });
  }
}
