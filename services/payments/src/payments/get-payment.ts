import { Injectable } from '@nestjs/common';
import type { Payment } from '@janela/contracts';
import { known, type Tx } from '@janela/platform';

import { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { PayeesService } from '../payees/payees.service.ts';
import { PaymentNotFound } from '../payments.errors.ts';
import { namesOf } from '../staff/staff.ts';
import { findPayees, findRequest, type PayeesOfPayment } from './payee-requests.ts';
import type { PaymentStepEntity } from './payment-step.entity.ts';
import { PaymentEntity } from './payment.entity.ts';
import { toPayment } from './to-payment.ts';

/** Reads one payment as its page shows it. */
@Injectable()
export class GetPaymentService {
  constructor(private readonly payees: PayeesService) {}

  /** Returns a payment with its whole story, from the moment at which it was frozen. Throws `PaymentNotFound`. */
  async get(tx: Tx, id: string): Promise<Payment> {
    const payment = await tx.findOneBy(PaymentEntity, { id });
    const cycle = payment && (await tx.findOneBy(CycleEntity, { id: payment.cycleId }));
    if (!payment || !cycle) throw new PaymentNotFound();
    const payees = await findPayees(tx, id, (payeeId, details) => this.payees.endingOf(payeeId, details));
    return withStory(tx, payment, cycle, payees);
  }
}

async function withStory(
  tx: Tx,
  payment: PaymentEntity,
  { programme, openedBy }: CycleEntity,
  { payee, payeeNow }: PayeesOfPayment,
): Promise<Payment> {
  const steps = await tx.query<(PaymentStepEntity & { at: Date })[]>(
    `SELECT state, at, by_actor AS "byActor", reason_code AS "reasonCode", note, reference FROM payment_steps
     WHERE payment_id = $1 ORDER BY id`,
    [payment.id],
  );
  const request = payment.state === 'held' ? await findRequest(tx, payment.id) : undefined;
  const asking = request ? [request.requestedBy] : [];
  const nameOf = await namesOf(tx, [openedBy, ...asking, ...steps.map(({ byActor }) => byActor)]);
  const story = steps.map(({ state, at, byActor, reasonCode, note, reference }) => ({
    state,
    at: at.toISOString(),
    by: nameOf(byActor),
    ...known({ reasonCode, note, reference }),
  }));
  const replacement = await tx.findOne(PaymentEntity, { where: { replaces: payment.id }, select: { id: true } });
  return {
    ...toPayment(payment, programme),
    ...(replacement && { replacedBy: replacement.id }),
    ...(payee && { payee }),
    ...(payeeNow && { payeeNow }),
    ...(request && {
      payeeRequest: {
        by: nameOf(request.requestedBy),
        at: request.requestedAt.toISOString(),
        ...known({ note: request.note }),
      },
    }),
    story: [{ state: 'frozen', at: payment.frozenAt.toISOString(), by: nameOf(openedBy) }, ...story],
  };
}
