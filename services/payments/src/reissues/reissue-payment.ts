import { Injectable } from '@nestjs/common';
import type { PaymentState as State, ReissuePayment } from '@janela/contracts';
import { daysOf } from '@janela/kernel';
import { type Actor, Audit, Clock, type Tx } from '@janela/platform';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { hasOpenDifference } from '../differences/find-differences.ts';
import { JudgePaymentsService } from '../holds/judge-payments.ts';
import { IssueInstructionsService } from '../instructions/issue-instructions.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { type CurrentPayee, PayeesService } from '../payees/payees.service.ts';
import {
  AlreadyReissued,
  EnrolmentNotStanding,
  NoPayee,
  NotPayable,
  PaidAlready,
  PaymentStateConflict,
} from '../payments.errors.ts';
import type { PaymentInCycle } from '../payments/lock-with-cycle.ts';
import { type LockedPayment, lockPayments } from '../payments/locked-payment.ts';
import { PaymentEntity } from '../payments/payment.entity.ts';
import { DifferenceOpen, PayeeChanged } from '../two-people.errors.ts';

/** What does not stand in the way of paying again. */
const lost: readonly State[] = ['failed', 'returned', 'cancelled'];

/** Pays again what failed or came back: another payment, under another reference, that points to the one it makes good. */
@Injectable()
export class ReissuePaymentService {
  constructor(
    private readonly payees: PayeesService,
    private readonly instructions: IssueInstructionsService,
    private readonly ledger: LedgerService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly holds: JudgePaymentsService,
  ) {}

  /** Refuses what may not be paid again: not certainly lost, paid otherwise, with an open difference, or not due any more. */
  async mustBeReissuable(tx: Tx, { cycle, payment }: PaymentInCycle): Promise<CurrentPayee> {
    if (payment.state !== 'failed' && payment.state !== 'returned')
      throw new PaymentStateConflict(
        `It is ${payment.state}; only what has failed or come back for certain is paid again`,
      );
    const chain = await lockPayments(tx, 'p.enrolment_id = $1 AND p.period = $2', [
      payment.enrolmentId,
      payment.period,
    ]);
    if (await tx.existsBy(PaymentEntity, { replaces: payment.id })) throw new AlreadyReissued();
    if (chain.some(({ state }) => !lost.includes(state))) throw new PaidAlready();
    const chainIds = chain.map(({ id }) => id);
    if (await hasOpenDifference(tx, chainIds)) throw new DifferenceOpen();
    if (!(await this.stands(tx, cycle, payment))) throw new EnrolmentNotStanding();
    const payee = await this.payees.findCurrent(tx, payment.householdId);
    if (payee.reasonCode) throw new NoPayee(payee.reasonCode);
    return payee;
  }

  /** Gives the id of the new payment. `payeeId` is who the approver saw. */
  async reissue(
    tx: Tx,
    actor: Actor,
    { cycle, payment }: PaymentInCycle,
    { note, payeeId }: ReissuePayment & { payeeId: string | undefined },
  ): Promise<string> {
    const payee = await this.mustBeReissuable(tx, { cycle, payment });
    if (payee.payeeId !== payeeId) throw new PayeeChanged();
    const replacement = await this.freeze(tx, payment, payee);
    const reason = await this.holds.findReason(tx, replacement.id);
    if (reason) throw new NotPayable(reason, { members: { reasonCode: reason } });
    await this.reserve(tx, actor, payment, replacement.id);
    await tx.update(
      CycleEntity,
      { id: cycle.id },
      { version: cycle.version + 1, count: cycle.count + 1, totalMinor: cycle.totalMinor + payment.amountMinor },
    );
    await tx.update(PaymentEntity, { id: payment.id }, { version: payment.version + 1 });
    await this.instructions.issue(tx, actor.id, [replacement]);
    const details = { replaces: payment.id, note };
    await this.audit.add(tx, actor, { action: 'payment.reissued', subject: `payment:${replacement.id}`, details });
    return replacement.id;
  }

  /** Judges as the computing of a cycle does: live on some day from now, or from the end of the period, until the period ends. */
  private async stands(
    tx: Tx,
    { period, periodMonths }: CycleEntity,
    { enrolmentId }: LockedPayment,
  ): Promise<boolean> {
    const today = this.clock.today();
    const { to: lastDay = today } = daysOf(period, periodMonths);
    const rows = await tx.query<unknown[]>(
      `SELECT FROM enrolment_spells WHERE enrolment_id = $1 AND from_on <= $3::date AND (to_on IS NULL OR to_on > $2::date) LIMIT 1`,
      [enrolmentId, today < lastDay ? today : lastDay, lastDay],
    );
    return rows.length > 0;
  }

  private async freeze(
    tx: Tx,
    payment: LockedPayment,
    { payeeId, provider, channel }: CurrentPayee,
  ): Promise<LockedPayment> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO payments (cycle_id, enrolment_id, household_id, person_id, area_code, period, programme_version,
         amount_minor, currency, state, payee_id, provider, channel, replaces)
       SELECT cycle_id, enrolment_id, household_id, person_id, area_code, period, programme_version, amount_minor, currency,
         'frozen', $2, $3, $4, id
       FROM payments WHERE id = $1 RETURNING id`,
      [payment.id, payeeId, provider, channel],
    );
    const [replacement] = await lockPayments(tx, 'p.id = $1', [row?.id]);
    if (!replacement) throw new AlreadyReissued();
    return replacement;
  }

  /** Money that came back goes out again; where it was given to the programme, or never left, the programme pays. */
  private async reserve(tx: Tx, actor: Actor, payment: LockedPayment, paymentId: string): Promise<void> {
    const { programme, currency, amountMinor, cycleId, state, refundedAt } = payment;
    const source = state === 'returned' && !refundedAt ? accounts.returned(programme) : accounts.funds(programme);
    await this.ledger.claim(tx, source, currency, amountMinor);
    const entries = transfer(source, accounts.committed(programme), amountMinor);
    await this.ledger.post(tx, actor.id, [
      { what: 'payment_reissued', about: { cycleId, paymentId }, currency, entries },
    ]);
  }
}
