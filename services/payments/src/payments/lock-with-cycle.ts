import { mustBeCurrent, type Tx, type VersionedRef } from '@janela/platform';

import type { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { lockCycle } from '../cycle-records/lock-cycle.ts';
import { PaymentNotFound } from '../payments.errors.ts';
import { type LockedPayment, lockPayments } from './locked-payment.ts';
import { PaymentEntity } from './payment.entity.ts';

export interface PaymentInCycle {
  cycle: CycleEntity;
  payment: LockedPayment;
}

/** Locks a payment and, before it, its cycle, which can then be neither submitted nor dispatched meanwhile. */
export async function lockWithCycle(
  tx: Tx,
  { id, expectedVersion }: Pick<VersionedRef, 'id'> & Partial<VersionedRef>,
): Promise<PaymentInCycle> {
  const known = await tx.findOne(PaymentEntity, { where: { id }, select: { id: true, cycleId: true } });
  if (!known) throw new PaymentNotFound();
  const cycle = await lockCycle(tx, known.cycleId);
  const [payment] = await lockPayments(tx, 'p.id = $1', [id]);
  if (!payment) throw new PaymentNotFound();
  if (expectedVersion !== undefined) mustBeCurrent(expectedVersion, payment.version);
  return { cycle, payment };
}
