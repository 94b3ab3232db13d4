import { Injectable } from '@nestjs/common';
import { PaymentCancelled, type HoldPayment, type Payment } from '@janela/contracts';
import { Outbox } from '@janela/messaging';
import type { Actor, VersionedRef } from '@janela/platform';

import { accounts } from '../ledger/accounts.ts';
import { LedgerService } from '../ledger/ledger.service.ts';
import { transfer } from '../ledger/posting.ts';
import { ChangePaymentService } from './change-payment.ts';
import { heldData } from './payment-events.ts';

/** Cancels a payment that was not sent; what was reserved for it is the programme's again. */
@Injectable()
export class CancelPaymentService {
  constructor(
    private readonly changes: ChangePaymentService,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
  ) {}

  cancel(actor: Actor, ref: VersionedRef, input: HoldPayment): Promise<Payment> {
    return this.changes.change(actor, ref, async (tx, locked) => {
      const cancelled = await this.changes.move(tx, actor, locked, { ...input, to: 'cancelled' });
      await this.outbox.add(tx, PaymentCancelled, heldData(cancelled, actor.id));
      if (locked.cycle.state === 'open') return;
      const { id: paymentId, cycleId, programme, amountMinor, currency } = locked.payment;
      const entries = transfer(accounts.committed(programme), accounts.funds(programme), amountMinor);
      await this.ledger.post(tx, actor.id, [
        { what: 'payment_cancelled', about: { cycleId, paymentId }, currency, entries },
      ]);
    });
  }
}
