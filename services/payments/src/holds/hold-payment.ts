import { Injectable } from '@nestjs/common';
import { PaymentHeld, type HoldPayment, type Payment } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import type { Actor, VersionedRef } from '@janela/platform';

import { ChangePaymentService } from '../payments/change-payment.ts';
import { heldData } from '../payments/payment-events.ts';

/** Keeps a payment back, for a reason. */
@Injectable()
export class HoldPaymentService {
  constructor(
    private readonly changes: ChangePaymentService,
    private readonly outbox: Outbox,
  ) {}

  /** One that a rule holds is held by the officer from now on, and only an officer releases it. */
  hold(actor: Actor, ref: VersionedRef, input: HoldPayment): Promise<Payment> {
    return this.changes.change(actor, ref, async (tx, locked) => {
      const held = await this.changes.move(tx, actor, locked, { ...input, to: 'held' });
      await this.outbox.add(tx, PaymentHeld, heldData(held, actor.id));
    });
  }
}
