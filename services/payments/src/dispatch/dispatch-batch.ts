import { Injectable } from '@nestjs/common';
import { CycleDispatched } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { Clock, InjectConfig, type Tx } from '@janela/platform';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { hashesOfList } from '../cycle-records/list-hash.ts';
import { cycleFacts } from '../cycle-records/to-cycle.ts';
import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { IssueInstructionsService } from '../instructions/issue-instructions.ts';
import type { PaymentsConfig } from '../payments.config.ts';
import { ApprovedListChanged } from '../payments.errors.ts';
import { lockPayments } from '../payments/locked-payment.ts';

/** Computing the hash of so many lines takes less than half a second; of longer lists it is computed once a minute. */
const verifiedEachTime = 100_000;
const verifyAgainMs = 60_000;

/** Sends an approved cycle to its providers, a batch in a transaction: after a failure what was sent is known, and the rest is due. */
@Injectable()
export class DispatchBatchService {
  /** When a long list was last found to be the approved one by this process, by the id of its cycle. */
  private readonly verifiedAt = new Map<string, number>();

  constructor(
    private readonly instructions: IssueInstructionsService,
    private readonly holds: JudgePaymentsService,
    private readonly outbox: Outbox,
    @InjectConfig() private readonly config: PaymentsConfig,
    private readonly clock: Clock,
  ) {}

  /** Sends the next batch of a locked cycle and returns the cycle, which is dispatched where nothing is left. */
  async dispatch(tx: Tx, actorId: string, cycle: CycleEntity): Promise<CycleEntity> {
    await this.mustBeWhatWasApproved(tx, cycle);
    const provider = await findNextProvider(tx, cycle.id);
    if (provider !== undefined) {
      const where = `p.cycle_id = $1 AND p.state = 'frozen' AND p.provider = $2`;
      const batch = await lockPayments(tx, where, [cycle.id, provider], this.config.JANELA_DISPATCH_BATCH);
      await this.instructions.issue(tx, actorId, await this.holds.keepBack(tx, batch));
    }
    return (await findNextProvider(tx, cycle.id)) === undefined ? this.finish(tx, cycle, actorId) : cycle;
  }

  private async finish(tx: Tx, cycle: CycleEntity, actorId: string): Promise<CycleEntity> {
    const dispatched: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      state: 'dispatched',
      dispatchedAt: this.clock.now(),
    };
    await tx.update(CycleEntity, { id: cycle.id }, dispatched);
    await this.outbox.add(tx, CycleDispatched, cycleFacts(dispatched, actorId));
    this.verifiedAt.delete(cycle.id);
    return dispatched;
  }

  /** Refuses a list that is not the approved one, before each batch: between two of them there may be a restart, or days. */
  private async mustBeWhatWasApproved(tx: Tx, cycle: CycleEntity): Promise<void> {
    const isVerified = performance.now() - (this.verifiedAt.get(cycle.id) ?? -Infinity) < verifyAgainMs;
    if (cycle.count > verifiedEachTime && isVerified) return;
    const { linesHash } = await hashesOfList(tx, cycle.id);
    if (!cycle.linesHash?.equals(linesHash)) throw new ApprovedListChanged();
    this.verifiedAt.set(cycle.id, performance.now());
  }
}

async function findNextProvider(tx: Tx, cycleId: string): Promise<string | undefined> {
  const [next] = await tx.query<{ provider: string }[]>(
    `SELECT provider FROM payments WHERE cycle_id = $1 AND state = 'frozen' ORDER BY id LIMIT 1`,
    [cycleId],
  );
  return next?.provider;
}
