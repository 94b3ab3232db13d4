import { Injectable } from '@nestjs/common';
import type { ReissuePayment } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { type Actor, Audit, type Tx } from '@janela/platform';

import { CycleEntity } from '../cycles/cycle.entity.ts';
import { Instructor } from '../dispatch/instructor.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { PayeesService } from '../payees/payees.service.ts';
import { AlreadyReissued, NoPayee, NotEnoughFunds, PaymentState } from '../payments.errors.ts';
import { type PaymentInHand, takePayments } from './payment-in-hand.ts';
import { PaymentEntity } from './payment.entity.ts';

/** Pays again what failed or came back: another payment, under another reference, that points to the one it makes good. */
@Injectable()
export class PaymentReissuer {
  constructor(
    private readonly payees: PayeesService,
    private readonly instructor: Instructor,
    private readonly ledger: LedgerService,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the new payment. */
  async reissue(
    tx: Tx,
    actor: Actor,
    cycle: CycleEntity,
    payment: PaymentInHand,
    { note }: ReissuePayment,
  ): Promise<string> {
    if (payment.state !== 'failed' && payment.state !== 'returned')
      throw new PaymentState(`It is ${payment.state}; only what has failed or come back for certain is paid again`);
    if (await tx.existsBy(PaymentEntity, { replaces: payment.id })) throw new AlreadyReissued();
    const replacement = await this.freeze(tx, payment);
    await this.reserve(tx, actor, payment, replacement.id);
    await tx.update(
      CycleEntity,
      { id: cycle.id },
      { version: cycle.version + 1, count: cycle.count + 1, totalMinor: cycle.totalMinor + payment.amountMinor },
    );
    await tx.update(PaymentEntity, { id: payment.id }, { version: payment.version + 1 });
    await this.instructor.instruct(tx, actor.id, [replacement]);
    const details = { replaces: payment.id, note };
    await this.audit.add(tx, actor, { action: 'payment.reissued', subject: `payment:${replacement.id}`, details });
    return replacement.id;
  }

  private async freeze(tx: Tx, payment: PaymentInHand): Promise<PaymentInHand> {
    const { payeeId, provider, channel, reasonCode } = await this.payees.findCurrent(tx, payment.householdId);
    if (reasonCode) throw new NoPayee(reasonCode);
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO payments (cycle_id, enrolment_id, household_id, person_id, area_code, period, programme_version,
         amount_minor, currency, state, payee_id, provider, channel, replaces)
       SELECT cycle_id, enrolment_id, household_id, person_id, area_code, period, programme_version, amount_minor, currency,
         'frozen', $2, $3, $4, id
       FROM payments WHERE id = $1 RETURNING id`,
      [payment.id, payeeId, provider, channel],
    );
    const [replacement] = await takePayments(tx, 'p.id = $1', [row?.id]);
    if (!replacement) throw new AlreadyReissued();
    return replacement;
  }

  /** Money that came back goes out again; where it was given to the programme, or never left, the programme pays. */
  private async reserve(tx: Tx, actor: Actor, payment: PaymentInHand, paymentId: string): Promise<void> {
    const { programme, currency, amountMinor, cycleId, state, refundedAt } = payment;
    const source = state === 'returned' && !refundedAt ? accounts.returned(programme) : accounts.funds(programme);
    const balance = await this.ledger.claimBalance(tx, source, currency);
    if (balance < amountMinor) {
      const members = { fundsMinor: minorToJson(balance), neededMinor: minorToJson(amountMinor) };
      throw new NotEnoughFunds(undefined, { members });
    }
    const entries = transfer(source, accounts.committed(programme), amountMinor);
    await this.ledger.post(tx, actor.id, [
      { what: 'payment_reissued', about: { cycleId, paymentId }, currency, entries },
    ]);
  }
}
