import { Injectable } from '@nestjs/common';
import { type Cycle, CycleApproved, type RejectCycle } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, type Tx, type VersionedRef } from '@janela/platform';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { hashesOfList } from '../cycle-records/list-hash.ts';
import { mustBecome } from '../cycle-records/lock-cycle.ts';
import { cycleFacts } from '../cycle-records/to-cycle.ts';
import { totalsOf, sumOf } from '../cycle-records/totals.ts';
import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { ListChanged, MakerCannotApprove } from '../payments.errors.ts';

/** The second pair of eyes: approves exactly what was submitted and reserves its money, or sends it back. */
@Injectable()
export class DecideCycleService {
  constructor(
    private readonly changes: ChangeCycleService,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly holds: JudgePaymentsService,
    private readonly clock: Clock,
  ) {}

  approve(actor: Actor, ref: VersionedRef): Promise<Cycle> {
    return this.changes.change(actor, ref, (tx, cycle) => this.approveLocked(tx, actor, cycle));
  }

  reject(actor: Actor, ref: VersionedRef, { reason }: RejectCycle): Promise<Cycle> {
    return this.changes.change(actor, ref, (tx, cycle) => this.rejectLocked(tx, actor, cycle, reason));
  }

  private async approveLocked(tx: Tx, actor: Actor, cycle: CycleEntity): Promise<CycleEntity> {
    mustBecome(cycle, 'approved');
    if (actor.id === cycle.submittedBy || actor.id === cycle.openedBy) throw new MakerCannotApprove();
    await this.judgeAgain(tx, cycle);
    const { listHash: hash } = await hashesOfList(tx, cycle.id);
    if (!cycle.listHash?.equals(hash)) throw new ListChanged();
    const reservedMinor = await this.reserve(tx, actor, cycle);
    const approved: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      state: 'approved',
      approvedBy: actor.id,
      approvedAt: this.clock.now(),
    };
    await tx.update(CycleEntity, { id: cycle.id }, approved);
    await this.outbox.add(tx, CycleApproved, cycleFacts(approved, actor.id));
    const details = { listHash: hash.toString('hex'), reservedMinor };
    await this.audit.add(tx, actor, { action: 'cycle.approved', subject: `cycle:${cycle.id}`, details });
    return approved;
  }

  private async rejectLocked(tx: Tx, actor: Actor, cycle: CycleEntity, reason: string): Promise<CycleEntity> {
    mustBecome(cycle, 'open');
    const { submittedBy } = cycle;
    const open: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      state: 'open',
      rejection: reason,
      submittedBy: null,
      submittedAt: null,
      listHash: null,
      linesHash: null,
    };
    await tx.update(CycleEntity, { id: cycle.id }, open);
    const details = { reason, submittedBy };
    await this.audit.add(tx, actor, { action: 'cycle.rejected', subject: `cycle:${cycle.id}`, details });
    return open;
  }

  /** Every event since was judged when it came; without one, only another day makes a difference. */
  private async judgeAgain(tx: Tx, { id, submittedAt }: CycleEntity): Promise<void> {
    const judgedOn = submittedAt && this.clock.dayOf(submittedAt);
    if (judgedOn !== this.clock.today()) await this.holds.judgeCycle(tx, id);
  }

  /** Sets aside all that is not cancelled: what is held now may be released tomorrow. */
  private async reserve(tx: Tx, actor: Actor, { id: cycleId, programme, currency }: CycleEntity): Promise<bigint> {
    const { frozen, held } = (await totalsOf(tx, [cycleId])).get(cycleId) ?? {};
    const neededMinor = BigInt(sumOf(frozen, held).totalMinor);
    if (neededMinor === 0n) return neededMinor;
    const funds = accounts.funds(programme);
    await this.ledger.claim(tx, funds, currency, neededMinor);
    const entries = transfer(funds, accounts.committed(programme), neededMinor);
    await this.ledger.post(tx, actor.id, [{ what: 'cycle_approved', about: { cycleId }, currency, entries }]);
    return neededMinor;
  }
}
