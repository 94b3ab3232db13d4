import { Injectable } from '@nestjs/common';
import { PaymentFailed, PaymentPaid, PaymentReturned, PaymentUnknown } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import { Outbox } from '@janela/messaging';
import type { Tx } from '@janela/platform';

import { instructedData } from '../payments/payment-events.ts';
import type { AppliedOutcome } from './apply-outcomes.ts';
import { noReasonGiven, type ReportedOutcome } from './judge-outcome.ts';

/** Publishes what became of payments. */
@Injectable()
export class OutcomeEvents {
  constructor(private readonly outbox: Outbox) {}

  /** In the order in which these can follow each other for one payment. That it was sent is not published. */
  async publish(tx: Tx, moves: readonly AppliedOutcome[]): Promise<void> {
    const to = (status: ReportedOutcome['status']) => moves.filter(({ outcome }) => outcome.status === status);
    await this.outbox.addAll(tx, PaymentUnknown, to('unknown').map(unknownData));
    await this.outbox.addAll(tx, PaymentPaid, to('paid').map(paidData));
    await this.outbox.addAll(tx, PaymentFailed, to('failed').map(failedData));
    await this.outbox.addAll(tx, PaymentReturned, to('returned').map(returnedData));
  }
}

function unknownData({ payment, outcome }: AppliedOutcome) {
  return { ...instructedData(payment), ...(outcome.reasonCode !== null && { reasonCode: outcome.reasonCode }) };
}

function paidData({ payment, outcome }: AppliedOutcome) {
  const paidMinor = minorToJson(payment.paidMinor ?? payment.amountMinor);
  return { ...instructedData(payment), paidMinor, occurredAt: outcome.occurredAt.toISOString() };
}

function failedData({ payment, outcome }: AppliedOutcome) {
  const reasonCode = outcome.reasonCode ?? noReasonGiven;
  return { ...instructedData(payment), reasonCode, occurredAt: outcome.occurredAt.toISOString() };
}

function returnedData(move: AppliedOutcome) {
  return { ...failedData(move), returnedMinor: minorToJson(move.payment.amountMinor) };
}
