import { mustBeCurrent, type Tx } from '@janela/platform';

import { lockCycle } from '../cycles/lock-cycle.ts';
import type { CycleEntity } from '../cycles/cycle.entity.ts';
import { PaymentNotFound } from '../payments.errors.ts';
import { type LockedPayment, lockPayments } from './locked-payment.ts';
import { PaymentEntity } from './payment.entity.ts';

/** The cycle first: whoever changes a list holds the cycle, so that it cannot be submitted or handed over meanwhile. */
export async function lockWithCycle(
  tx: Tx,
  id: string,
  version?: number,
): Promise<{ cycle: CycleEntity; payment: LockedPayment }> {
  const known = await tx.findOne(PaymentEntity, { where: { id }, select: { id: true, cycleId: true } });
  if (!known) throw new PaymentNotFound();
  const cycle = await lockCycle(tx, known.cycleId);
  const [payment] = await lockPayments(tx, 'p.id = $1', [id]);
  if (!payment) throw new PaymentNotFound();
  if (version !== undefined) mustBeCurrent(version, payment.version);
  return { cycle, payment };
}
