import { insertAll, type Tx } from '@janela/platform';

import type { LockedPayment } from './locked-payment.ts';
import { PaymentStepEntity } from './payment-step.entity.ts';

/** What a step says besides the payment and its new state. */
export interface StepDetails {
  byActor: string;
  reasonCode?: string | null;
  note?: string | null | undefined;
  reference?: string | null;
}

/** Writes payments as they are after a move, with a step for each. */
export async function movePayments(
  tx: Tx,
  moved: readonly LockedPayment[],
  detailsOf: (payment: LockedPayment) => StepDetails,
): Promise<void> {
  await writePayments(tx, moved);
  await insertSteps(
    tx,
    moved.map((payment) => stepOf(payment, detailsOf(payment))),
  );
}

/** Returns the step in the story of a payment, as it is after it. */
function stepOf({ id: paymentId, areaCode, state }: LockedPayment, details: StepDetails): PaymentStepEntity {
  const { byActor, reasonCode = null, note = null, reference = null } = details;
  return { paymentId, areaCode, state, byActor, reasonCode, note, reference };
}

export function insertSteps(tx: Tx, steps: readonly PaymentStepEntity[]): Promise<void> {
  return insertAll(tx, PaymentStepEntity, steps);
}

/** Writes all of the payments that may change after they were frozen. */
export async function writePayments(tx: Tx, payments: readonly LockedPayment[]): Promise<void> {
  if (payments.length === 0) return;
  const column = <K extends keyof LockedPayment>(name: K) => payments.map((payment) => payment[name]);
  await tx.query(
    `UPDATE payments p SET version = moved.version, state = moved.state, reason_code = moved.reason_code,
       held_by_rule = moved.held_by_rule, payee_id = moved.payee_id, provider = moved.provider, channel = moved.channel,
       instruction_id = moved.instruction_id, batch_id = moved.batch_id, paid_minor = moved.paid_minor,
       occurred_at = moved.occurred_at, refunded_at = moved.refunded_at, settlement_id = moved.settlement_id
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::boolean[], $6::uuid[], $7::text[], $8::text[], $9::uuid[],
       $10::uuid[], $11::bigint[], $12::timestamptz[], $13::timestamptz[], $14::uuid[])
       AS moved (id, version, state, reason_code, held_by_rule, payee_id, provider, channel, instruction_id, batch_id, paid_minor,
         occurred_at, refunded_at, settlement_id)
     WHERE p.id = moved.id`,
    [
      ...[column('id'), column('version'), column('state'), column('reasonCode'), column('heldByRule')],
      ...[column('payeeId'), column('provider'), column('channel'), column('instructionId'), column('batchId')],
      ...[column('paidMinor'), column('occurredAt'), column('refundedAt'), column('settlementId')],
    ],
  );
}
