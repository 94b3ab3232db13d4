import { Injectable } from '@nestjs/common';
import { type HoldPayment, type Payment, PaymentReleased } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, type Tx, type VersionedRef } from '@janela/platform';

import { IssueInstructionsService } from '../instructions/issue-instructions.ts';
import { PayeesService } from '../payees/payees.service.ts';
import { NotPayable } from '../payments.errors.ts';
import { ChangePaymentService, mustBeChangeable } from '../payments/change-payment.ts';
import type { PaymentInCycle } from '../payments/lock-with-cycle.ts';
import type { LockedPayment } from '../payments/locked-payment.ts';
import { movePayments } from '../payments/move-payments.ts';
import { confirmationRequested, keepRequest } from '../payments/payee-requests.ts';
import { heldData } from '../payments/payment-events.ts';
import { isAboutPayee, payableTo } from './current-payee.ts';
import { JudgePaymentsService } from './judge-payments.ts';

/**
 * Releases payments that are held. Of a list that was submitted, an officer only puts back what was frozen; where that payee is
 * not paid any more, the release is a request that an approver confirms, who had no part in it.
 */
@Injectable()
export class ReleasePaymentService {
  constructor(
    private readonly changes: ChangePaymentService,
    private readonly payees: PayeesService,
    private readonly holds: JudgePaymentsService,
    private readonly instructions: IssueInstructionsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Where the rest of the cycle was sent already, it is sent at once. In a list that is still open, it goes to who is paid now. */
  release(actor: Actor, ref: VersionedRef, input: HoldPayment): Promise<Payment> {
    return this.changes.change(actor, ref, async (tx, { cycle, payment }) => {
      mustBeChangeable(cycle, payment, 'frozen');
      if (cycle.state === 'open') {
        const payee = await payableTo(tx, this.payees, payment);
        return this.putBack(tx, actor, { cycle, payment: { ...payment, ...payee } }, input);
      }
      if (isAboutPayee(await this.holds.findReason(tx, payment.id))) return this.request(tx, actor, payment, input);
      await this.putBack(tx, actor, { cycle, payment }, input);
    });
  }

  /** Puts a held payment back into its list. Throws `NotPayable` where something still speaks against paying it. */
  async putBack(tx: Tx, actor: Actor, locked: PaymentInCycle, input: HoldPayment): Promise<void> {
    const released = await this.changes.move(tx, actor, locked, { ...input, to: 'frozen' });
    const reason = await this.holds.findReason(tx, released.id);
    if (reason !== null) throw new NotPayable(reason, { members: { reasonCode: reason } });
    await this.outbox.add(tx, PaymentReleased, heldData({ ...released, reasonCode: input.reasonCode }, actor.id));
    if (locked.cycle.state === 'dispatched') await this.instructions.issue(tx, actor.id, [released]);
  }

  private async request(tx: Tx, actor: Actor, payment: LockedPayment, { note }: HoldPayment): Promise<void> {
    const payee = await payableTo(tx, this.payees, payment);
    await keepRequest(tx, payment, payee, { requestedBy: actor.id, note });
    const asked = { ...payment, version: payment.version + 1 };
    await movePayments(tx, [asked], () => ({ byActor: actor.id, reasonCode: confirmationRequested, note }));
    const details = { payeeId: payee.payeeId, payeeBefore: payment.payeeId, note };
    const action = 'payment.payee-confirmation-requested';
    await this.audit.add(tx, actor, { action, subject: `payment:${payment.id}`, details });
  }
}
