import { mustBeCurrent, type Tx } from '@janela/platform';

import { takeCycle } from '../cycles/cycle-in-hand.ts';
import type { CycleEntity } from '../cycles/cycle.entity.ts';
import { PaymentNotFound } from '../payments.errors.ts';
import { type PaymentInHand, takePayments } from './payment-in-hand.ts';
import { PaymentEntity } from './payment.entity.ts';

/** The cycle first: whoever changes a list holds the cycle, so that it cannot be submitted or handed over meanwhile. */
export async function takeWithCycle(
  tx: Tx,
  id: string,
  version?: number,
): Promise<{ cycle: CycleEntity; payment: PaymentInHand }> {
  const known = await tx.findOne(PaymentEntity, { where: { id }, select: { id: true, cycleId: true } });
  if (!known) throw new PaymentNotFound();
  const cycle = await takeCycle(tx, known.cycleId);
  const [payment] = await takePayments(tx, 'p.id = $1', [id]);
  if (!payment) throw new PaymentNotFound();
  if (version !== undefined) mustBeCurrent(version, payment.version);
  return { cycle, payment };
}
