import { Injectable } from '@nestjs/common';
import { type Cycle, CycleClosed } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, Clock, type Tx, type VersionedRef } from '@janela/platform';

import { ChangeCycleService } from '../cycle-records/change-cycle.ts';
import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { mustBecome } from '../cycle-records/lock-cycle.ts';
import { cycleFacts } from '../cycle-records/to-cycle.ts';
import { totalsOf, sumOf } from '../cycle-records/totals.ts';
import { openDifferencesOf } from '../differences/find-differences.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { CycleNotSettled } from '../payments.errors.ts';

/** Closes a cycle once it is known what became of every payment; what came back is the programme's again. */
@Injectable()
export class CloseCycleService {
  constructor(
    private readonly changes: ChangeCycleService,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  close(actor: Actor, ref: VersionedRef): Promise<Cycle> {
    return this.changes.change(actor, ref, (tx, cycle) => this.closeLocked(tx, actor, cycle));
  }

  private async closeLocked(tx: Tx, actor: Actor, cycle: CycleEntity): Promise<CycleEntity> {
    mustBecome(cycle, 'closed');
    await mustBeSettled(tx, cycle.id);
    const refundedMinor = await this.refund(tx, actor, cycle);
    const now = this.clock.now();
    const closed: CycleEntity = {
      ...cycle,
      version: cycle.version + 1,
      state: 'closed',
      closedBy: actor.id,
      closedAt: now,
    };
    await tx.update(CycleEntity, { id: cycle.id }, closed);
    await this.outbox.add(tx, CycleClosed, { ...cycleFacts(closed, actor.id), ...(await paidIn(tx, cycle.id)) });
    const details = { refundedMinor };
    await this.audit.add(tx, actor, { action: 'cycle.closed', subject: `cycle:${cycle.id}`, details });
    return closed;
  }

  private async refund(tx: Tx, actor: Actor, { id: cycleId, programme, currency }: CycleEntity): Promise<bigint> {
    const [row] = await tx.query<{ total: string }[]>(
      `WITH refunded AS (
         UPDATE payments p SET refunded_at = now() WHERE cycle_id = $1 AND state = 'returned' AND refunded_at IS NULL
           AND NOT EXISTS (SELECT FROM payments other WHERE other.replaces = p.id)
         RETURNING amount_minor)
       SELECT coalesce(sum(amount_minor), 0) AS total FROM refunded`,
      [cycleId],
    );
    const total = BigInt(row?.total ?? 0);
    if (total === 0n) return total;
    const entries = transfer(accounts.returned(programme), accounts.funds(programme), total);
    await this.ledger.post(tx, actor.id, [{ what: 'returns_refunded', about: { cycleId }, currency, entries }]);
    return total;
  }
}

async function mustBeSettled(tx: Tx, cycleId: string): Promise<void> {
  const tallies = (await totalsOf(tx, [cycleId])).get(cycleId) ?? {};
  const { count } = sumOf(tallies.frozen, tallies.held, tallies.instructed, tallies.sent, tallies.unknown);
  if (count > 0) throw new CycleNotSettled(`${count} payments are held, under way or unknown`);
  const differences = await openDifferencesOf(tx, cycleId, 1);
  if (differences.length > 0) throw new CycleNotSettled('A difference with a provider waits to be settled');
}

async function paidIn(tx: Tx, cycleId: string): Promise<{ paidCount: number; paidMinor: number }> {
  const [row] = await tx.query<{ count: number; total: string }[]>(
    `SELECT count(*)::int AS count, coalesce(sum(paid_minor), 0) AS total FROM payments WHERE cycle_id = $1 AND state = 'paid'`,
    [cycleId],
  );
  return { paidCount: row?.count ?? 0, paidMinor: minorToJson(BigInt(row?.total ?? 0)) };
}
