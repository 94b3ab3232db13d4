import { Injectable } from '@nestjs/common';
import {
  paymentStates,
  PaymentCancelled,
  PaymentHeld,
  type CycleState,
  type HoldPayment,
  type PaymentState,
} from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import { type Actor, Audit, insertAll, type Tx } from '@janela/platform';

import type { CycleEntity } from '../cycles/cycle.entity.ts';
import { InstructionIssuer } from '../dispatch/instruction-issuer.ts';
import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { CycleStateConflict, PaymentStateConflict } from '../payments.errors.ts';
import { heldData } from './payment-events.ts';
import type { LockedPayment } from './locked-payment.ts';
import { PaymentStepEntity } from './payment-step.entity.ts';
import { PaymentEntity } from './payment.entity.ts';

/** While a list waits for its approval nobody touches it; once it is closed there is nothing left to touch. */
const changeable: readonly CycleState[] = ['open', 'approved', 'dispatched'];

/** What an officer does with a payment that has not been handed to a provider, but for letting it go on; and one question about those that were. */
@Injectable()
export class ChangePaymentService {
  constructor(
    private readonly instructor: InstructionIssuer,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Keeps it back, for a reason. One that is held by rule is held by the officer from now on, and goes on only by an officer. */
  async hold(tx: Tx, actor: Actor, cycle: CycleEntity, payment: LockedPayment, input: HoldPayment): Promise<void> {
    const held = await this.move(tx, actor, cycle, payment, 'held', input);
    await this.outbox.add(tx, PaymentHeld, heldData(held, actor.id));
  }

  /** It will not be made. What was reserved for it is the programme's again. */
  async cancel(tx: Tx, actor: Actor, cycle: CycleEntity, payment: LockedPayment, input: HoldPayment): Promise<void> {
    const cancelled = await this.move(tx, actor, cycle, payment, 'cancelled', input);
    await this.outbox.add(tx, PaymentCancelled, heldData(cancelled, actor.id));
    if (cycle.state === 'open') return;
    const { id: paymentId, cycleId, programme, amountMinor, currency } = payment;
    const entries = transfer(accounts.committed(programme), accounts.funds(programme), amountMinor);
    await this.ledger.post(tx, actor.id, [
      { what: 'payment_cancelled', about: { cycleId, paymentId }, currency, entries },
    ]);
  }

  /** Asks the provider what became of it, under the same reference. */
  async enquire(tx: Tx, actor: Actor, payment: LockedPayment): Promise<void> {
    if (payment.state !== 'sent' && payment.state !== 'unknown')
      throw new PaymentStateConflict(`It is ${payment.state}: there is nothing to ask`);
    await this.instructor.repeat(tx, [payment]);
    await this.audit.add(tx, actor, { action: 'payment.enquired', subject: `payment:${payment.id}` });
  }

  /** Takes a step in the story of a payment that was not handed over. */
  async move(
    tx: Tx,
    actor: Actor,
    cycle: CycleEntity,
    payment: LockedPayment,
    to: PaymentState,
    { reasonCode, note }: HoldPayment,
  ): Promise<LockedPayment> {
    mustBeChangeable(cycle, payment, to);
    const { id, payeeId, provider, channel } = payment;
    const next = { state: to, reasonCode: to === 'frozen' ? null : reasonCode, heldByRule: false };
    const now = { version: payment.version + 1, ...next };
    await tx.update(PaymentEntity, { id }, { ...now, payeeId, provider, channel });
    await insertAll(tx, PaymentStepEntity, [
      {
        paymentId: id,
        areaCode: payment.areaCode,
        state: to,
        byActor: actor.id,
        reasonCode,
        note: note ?? null,
        reference: null,
      },
    ]);
    const details = { from: payment.state, to, reasonCode, note };
    await this.audit.add(tx, actor, { action: `payment.${verbs[to] ?? to}`, subject: `payment:${id}`, details });
    return { ...payment, ...now };
  }
}

/** Refuses what the list, or the table of states, does not allow. */
export function mustBeChangeable(cycle: CycleEntity, payment: LockedPayment, to: PaymentState): void {
  if (!changeable.includes(cycle.state)) throw new CycleStateConflict(`Its cycle is ${cycle.state}`);
  if (payment.state === 'held' && payment.heldByRule && to === 'held') return;
  if (!paymentStates.mayBecome(payment.state, to))
    throw new PaymentStateConflict(`It is ${payment.state}, which cannot become ${to}`);
}

const verbs: Partial<Record<PaymentState, string>> = { frozen: 'released' };
