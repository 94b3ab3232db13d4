import { Injectable } from '@nestjs/common';
import { type ConfirmPayee, type HoldPayment, PaymentReleased } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, insertAll, type Tx } from '@janela/platform';

import type { CycleEntity } from '../cycles/cycle.entity.ts';
import { InstructionIssuer } from '../dispatch/instruction-issuer.ts';
import type { HoldReason } from '../holds/current-reasons.ts';
import { HoldsService } from '../holds/holds.service.ts';
import { type CurrentPayee, PayeesService } from '../payees/payees.service.ts';
import {
  CycleStateConflict,
  NoPayee,
  NothingToConfirm,
  NotPayable,
  PaymentStateConflict,
  RequesterCannotConfirm,
} from '../payments.errors.ts';
import { mustBeChangeable, ChangePaymentService } from './change-payment.ts';
import { confirmationRequested, confirmRequest, findRequest, keepRequest } from './payee-requests.ts';
import { heldData } from './payment-events.ts';
import type { LockedPayment } from './locked-payment.ts';
import { PaymentStepEntity } from './payment-step.entity.ts';

/** A hold that another payee, confirmed by a second person, ends. */
const aboutPayee: readonly (HoldReason | null)[] = ['no_payee', 'payee_changed', 'no_provider'];

/**
 * Lets payments go on. What was approved is what is paid: once a list was submitted, an officer only puts back what was frozen.
 * Where that is nobody's any more, it is a request that an approver confirms, who had no part in it.
 */
@Injectable()
export class ReleasePaymentService {
  constructor(
    private readonly changer: ChangePaymentService,
    private readonly payees: PayeesService,
    private readonly holds: HoldsService,
    private readonly instructor: InstructionIssuer,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Where the rest of the cycle has gone already, it goes at once. In a list that nobody submitted yet, to who is paid now. */
  async release(tx: Tx, actor: Actor, cycle: CycleEntity, payment: LockedPayment, input: HoldPayment): Promise<void> {
    mustBeChangeable(cycle, payment, 'frozen');
    if (cycle.state === 'open')
      return this.goOn(tx, actor, cycle, { ...payment, ...(await this.payeeOf(tx, payment)) }, input);
    const reason = await this.holds.findReason(tx, payment.id);
    if (aboutPayee.includes(reason)) return this.request(tx, actor, payment, input);
    await this.goOn(tx, actor, cycle, payment, input);
  }

  /** The second person on that line: it goes to who is paid now, whoever asked for it. */
  async confirm(tx: Tx, actor: Actor, cycle: CycleEntity, payment: LockedPayment, input: ConfirmPayee): Promise<void> {
    if (cycle.state !== 'approved' && cycle.state !== 'dispatched')
      throw new CycleStateConflict(
        `Its cycle is ${cycle.state}: what is not approved yet is approved or rejected as a whole`,
      );
    if (payment.state !== 'held') throw new PaymentStateConflict(`It is ${payment.state}`);
    const request = await findRequest(tx, payment.id);
    if ([cycle.openedBy, cycle.submittedBy, request?.requestedBy].includes(actor.id))
      throw new RequesterCannotConfirm();
    const reason = await this.holds.findReason(tx, payment.id);
    if (!request && !payment.heldByRule) throw new NothingToConfirm('An officer holds it');
    if (reason === null) throw new NothingToConfirm('It goes to whom the list says, once an officer releases it');
    if (!aboutPayee.includes(reason)) throw new NotPayable(reason, { members: { reasonCode: reason } });
    const payee = await this.payeeOf(tx, payment);
    await confirmRequest(tx, payment, payee, { request, confirmedBy: actor.id });
    const said = { reasonCode: 'payee_confirmed', ...(input.note !== undefined && { note: input.note }) };
    await this.goOn(tx, actor, cycle, { ...payment, ...payee }, said);
    const details = { payeeId: payee.payeeId, payeeBefore: payment.payeeId, requestedBy: request?.requestedBy };
    await this.audit.add(tx, actor, { action: 'payment.payee-confirmed', subject: `payment:${payment.id}`, details });
  }

  private async goOn(
    tx: Tx,
    actor: Actor,
    cycle: CycleEntity,
    payment: LockedPayment,
    input: HoldPayment,
  ): Promise<void> {
    const released = await this.changer.move(tx, actor, cycle, payment, 'frozen', input);
    const reason = await this.holds.findReason(tx, payment.id);
    if (reason !== null) throw new NotPayable(reason, { members: { reasonCode: reason } });
    await this.outbox.add(tx, PaymentReleased, heldData({ ...released, reasonCode: input.reasonCode }, actor.id));
    if (cycle.state === 'dispatched') await this.instructor.instruct(tx, actor.id, [released]);
  }

  private async request(tx: Tx, actor: Actor, payment: LockedPayment, { note }: HoldPayment): Promise<void> {
    const payee = await this.payeeOf(tx, payment);
    await keepRequest(tx, payment, payee, { requestedBy: actor.id, note });
    const { id: paymentId, areaCode } = payment;
    await tx.query('UPDATE payments SET version = version + 1 WHERE id = $1', [paymentId]);
    await insertAll(tx, PaymentStepEntity, [
      {
        paymentId,
        areaCode,
        state: 'held' as const,
        byActor: actor.id,
        reasonCode: confirmationRequested,
        note: note ?? null,
        reference: null,
      },
    ]);
    const details = { payeeId: payee.payeeId, payeeBefore: payment.payeeId, note };
    const action = 'payment.payee-confirmation-requested';
    await this.audit.add(tx, actor, { action, subject: `payment:${paymentId}`, details });
  }

  private async payeeOf(tx: Tx, { householdId }: LockedPayment): Promise<KnownPayee> {
    const { payeeId, provider, channel, reasonCode } = await this.payees.findCurrent(tx, householdId);
    if (payeeId === null || provider === null || channel === null) throw new NoPayee(reasonCode ?? undefined);
    return { payeeId, provider, channel };
  }
}

type KnownPayee = { [P in 'payeeId' | 'provider' | 'channel']: NonNullable<CurrentPayee[P]> };
