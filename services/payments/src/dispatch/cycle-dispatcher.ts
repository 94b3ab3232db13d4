import { Injectable } from '@nestjs/common';
import { CycleDispatched } from '@janela/contracts';
import { JobScheduler } from '@janela/jobs';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, InjectConfig, type Tx } from '@janela/platform';

import { cycleFacts } from '../cycles/to-cycle.ts';
import { CycleEntity } from '../cycles/cycle.entity.ts';
import { mustBecome, lockCycle } from '../cycles/lock-cycle.ts';
import { hashesOfList } from '../cycles/list-hash.ts';
import { HoldsService } from '../holds/holds.service.ts';
import type { PaymentsConfig } from '../payments.config.ts';
import { ApprovedListChanged, CycleStateConflict } from '../payments.errors.ts';
import { lockPayments } from '../payments/locked-payment.ts';
import { DispatchCycle } from './due-jobs.ts';
import { InstructionIssuer } from './instruction-issuer.ts';

/**
 * Hands an approved cycle over, a batch in a transaction. Whatever dies in between, what was handed over is known, and the rest
 * is due: nothing is handed over twice.
 */
@Injectable()
export class CycleDispatcher {
  constructor(
    private readonly instructor: InstructionIssuer,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly scheduler: JobScheduler,
    private readonly holds: HoldsService,
    @InjectConfig() private readonly config: PaymentsConfig,
  ) {}

  /** When a long list was last found to be the approved one by this process, by the id of its cycle. */
  private readonly verifiedAt = new Map<string, number>();

  /** Hands the first batch over at once, and sees to it that the others follow. A small cycle is dispatched after that. */
  async request(tx: Tx, actor: Actor, cycle: CycleEntity): Promise<CycleEntity> {
    mustBecome(cycle, 'dispatched');
    if (cycle.dispatchRequestedAt) throw new CycleStateConflict('It is being dispatched already');
    const requested: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      dispatchRequestedBy: actor.id,
      dispatchRequestedAt: new Date(),
    };
    await tx.update(CycleEntity, { id: cycle.id }, requested);
    await this.audit.add(tx, actor, { action: 'cycle.dispatch-requested', subject: `cycle:${cycle.id}` });
    return this.next(tx, requested, actor.id);
  }

  /** Hands the next batch of a cycle over. */
  async goOn(tx: Tx, cycleId: string): Promise<void> {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle.state === 'approved') await this.next(tx, cycle, cycle.dispatchRequestedBy ?? 'system:payments');
  }

  /** Takes the request back where the rest could not be handed over, so that it can be made again. */
  async giveUp(tx: Tx, cycleId: string): Promise<void> {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle.state !== 'approved') return;
    const asked = { version: cycle.version + 1, dispatchRequestedBy: null, dispatchRequestedAt: null };
    await tx.update(CycleEntity, { id: cycleId }, asked);
  }

  private async next(tx: Tx, cycle: CycleEntity, actorId: string): Promise<CycleEntity> {
    await this.mustBeWhatWasApproved(tx, cycle);
    const provider = await findNextProvider(tx, cycle.id);
    if (provider !== undefined) {
      const where = `p.cycle_id = $1 AND p.state = 'frozen' AND p.provider = $2`;
      const batch = await lockPayments(tx, where, [cycle.id, provider], this.config.JANELA_DISPATCH_BATCH);
      await this.instructor.instruct(tx, actorId, await this.holds.keepBack(tx, batch));
    }
    if ((await findNextProvider(tx, cycle.id)) === undefined) return this.finish(tx, cycle, actorId);
    await this.scheduler.schedule(tx, DispatchCycle, { cycleId: cycle.id });
    return cycle;
  }

  private async finish(tx: Tx, cycle: CycleEntity, actorId: string): Promise<CycleEntity> {
    const dispatched: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      state: 'dispatched',
      dispatchedAt: new Date(),
    };
    await tx.update(CycleEntity, { id: cycle.id }, dispatched);
    await this.outbox.add(tx, CycleDispatched, cycleFacts(dispatched, actorId));
    this.verifiedAt.delete(cycle.id);
    return dispatched;
  }

  /** Refuses a list that is not the approved one, before each batch: between two of them there may be a restart, or days. */
  private async mustBeWhatWasApproved(tx: Tx, cycle: CycleEntity): Promise<void> {
    const isVerified = Date.now() - (this.verifiedAt.get(cycle.id) ?? 0) < verifyAgainMs;
    if (cycle.count > verifiedEachTime && isVerified) return;
    const { linesHash } = await hashesOfList(tx, cycle.id);
    if (!cycle.linesHash?.equals(linesHash)) throw new ApprovedListChanged();
    this.verifiedAt.set(cycle.id, Date.now());
  }
}

/** Computing the hash of so many lines takes less than half a second; of longer lists it is computed once a minute. */
const verifiedEachTime = 100_000;
const verifyAgainMs = 60_000;

async function findNextProvider(tx: Tx, cycleId: string): Promise<string | undefined> {
  const [next] = await tx.query<{ provider: string }[]>(
    `SELECT provider FROM payments WHERE cycle_id = $1 AND state = 'frozen' ORDER BY id LIMIT 1`,
    [cycleId],
  );
  return next?.provider;
}
