import { Injectable } from '@nestjs/common';
import type { Payment } from '@janela/contracts';
import { type Actor, Audit, type VersionedRef } from '@janela/platform';

import { PaymentStateConflict } from '../payments.errors.ts';
import { ChangePaymentService } from '../payments/change-payment.ts';
import { InstructionWriter } from './instruction-writer.ts';

/** Enquires of a provider what became of a payment, under the same reference. */
@Injectable()
export class EnquirePaymentService {
  constructor(
    private readonly changes: ChangePaymentService,
    private readonly writer: InstructionWriter,
    private readonly audit: Audit,
  ) {}

  enquire(actor: Actor, ref: VersionedRef): Promise<Payment> {
    return this.changes.change(actor, ref, async (tx, { payment }) => {
      if (payment.state !== 'sent' && payment.state !== 'unknown')
        throw new PaymentStateConflict(`It is ${payment.state}: there is nothing to ask`);
      await this.writer.repeat(tx, [payment]);
      await this.audit.add(tx, actor, { action: 'payment.enquired', subject: `payment:${payment.id}` });
    });
  }
}
