import { Injectable } from '@nestjs/common';
import {
  PaymentCancelled,
  PaymentFailed,
  PaymentHeld,
  PaymentInstructed,
  PaymentPaid,
  PaymentReleased,
  PaymentReturned,
  PaymentUnknown,
} from '@janela/contracts';
import { OnEventBatch, type ReceivedEvent } from '@janela/messaging';
import { Clock, type Tx } from '@janela/platform';

import { InCoverage } from '../coverage/coverage.ts';
import { keepNewest } from '../coverage/write-rows.ts';

type PaymentEvent = ReceivedEvent<
  | typeof PaymentInstructed
  | typeof PaymentPaid
  | typeof PaymentFailed
  | typeof PaymentReturned
  | typeof PaymentUnknown
  | typeof PaymentHeld
  | typeof PaymentReleased
  | typeof PaymentCancelled
>;

@Injectable()
@InCoverage
export class PaymentConsumer {
  constructor(private readonly clock: Clock) {}

  @OnEventBatch(
    PaymentInstructed,
    PaymentPaid,
    PaymentFailed,
    PaymentReturned,
    PaymentUnknown,
    PaymentHeld,
    PaymentReleased,
    PaymentCancelled,
  )
  async onPaymentEvents(events: readonly PaymentEvent[], tx: Tx): Promise<void> {
    await keepNewest(
      tx,
      'payments',
      events.map((event) => this.toRow(event)),
    );
  }

  private toRow({ type, data, aggregateVersion: version, time }: PaymentEvent) {
    const [, , state] = type.split('.');
    return {
      payment_id: data.paymentId,
      version,
      enrolment_id: data.enrolmentId,
      programme: data.programme,
      household_id: data.householdId,
      person_id: data.personId ?? null,
      area_code: data.areaCode,
      period: `${data.period}-01`,
      amount_minor: data.amountMinor,
      currency: data.currency,
      state,
      reason_code: 'reasonCode' in data ? (data.reasonCode ?? null) : null,
      paid_on: 'paidMinor' in data ? this.clock.dayOf(data.occurredAt) : null,
      recorded_at: time,
    };
  }
}
