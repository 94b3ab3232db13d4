import { Injectable } from '@nestjs/common';
import { paymentStates, type CycleState, type HoldPayment, type Payment, type PaymentState } from '@janela/contracts';
import { type Actor, Audit, Database, type Tx, type VersionedRef } from '@janela/platform';

import { CycleStateConflict, PaymentStateConflict } from '../payments.errors.ts';
import { rememberName } from '../staff/staff.ts';
import { GetPaymentService } from './get-payment.ts';
import { lockWithCycle, type PaymentInCycle } from './lock-with-cycle.ts';
import type { LockedPayment } from './locked-payment.ts';
import { movePayments } from './move-payments.ts';

/** A list is not changed while it waits for its approval; once it is closed there is nothing left to change. */
const changeable: readonly CycleState[] = ['open', 'approved', 'dispatched'];

/** What every change of a payment by an officer has in common. */
@Injectable()
export class ChangePaymentService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly getPayment: GetPaymentService,
  ) {}

  /** Locks a payment and its cycle while `work` changes it, and returns it as it is then. */
  change(
    actor: Actor,
    ref: VersionedRef,
    work: (tx: Tx, locked: PaymentInCycle) => Promise<unknown>,
  ): Promise<Payment> {
    return this.database.write(actor, async (tx) => {
      const locked = await lockWithCycle(tx, ref);
      await rememberName(tx, actor);
      await work(tx, locked);
      return this.getPayment.get(tx, ref.id);
    });
  }

  /** Moves a payment that was not sent to its provider, and records who did so and why. */
  async move(
    tx: Tx,
    actor: Actor,
    { cycle, payment }: PaymentInCycle,
    { to, reasonCode, note }: HoldPayment & { to: PaymentState },
  ): Promise<LockedPayment> {
    mustBeChangeable(cycle, payment, to);
    const next = { state: to, reasonCode: to === 'frozen' ? null : reasonCode, heldByRule: false };
    const moved = { ...payment, ...next, version: payment.version + 1 };
    await movePayments(tx, [moved], () => ({ byActor: actor.id, reasonCode, note }));
    const details = { from: payment.state, to, reasonCode, note };
    const action = `payment.${verbs[to] ?? to}`;
    await this.audit.add(tx, actor, { action, subject: `payment:${payment.id}`, details });
    return moved;
  }
}

/** Refuses what the list, or the table of states, does not allow. */
export function mustBeChangeable(
  cycle: Pick<PaymentInCycle['cycle'], 'state'>,
  payment: LockedPayment,
  to: PaymentState,
): void {
  if (!changeable.includes(cycle.state)) throw new CycleStateConflict(`Its cycle is ${cycle.state}`);
  if (payment.state === 'held' && payment.heldByRule && to === 'held') return;
  if (!paymentStates.mayBecome(payment.state, to))
    throw new PaymentStateConflict(`It is ${payment.state}, which cannot become ${to}`);
}

const verbs: Partial<Record<PaymentState, string>> = { frozen: 'released' };
