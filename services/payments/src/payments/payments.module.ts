import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { PayeesModule } from '../payees/payees.module.ts';
import { CancelPaymentService } from './cancel-payment.ts';
import { ChangePaymentService } from './change-payment.ts';
import { GetPaymentService } from './get-payment.ts';
import { PaymentPages } from './payment-pages.ts';
import { PaymentsController } from './payments.controller.ts';
import { PaymentsService } from './payments.service.ts';

/** Payments one by one, and what all that moves them shares; the module of the whole service is called `PaymentsModule`. */
@Module({
  imports: [LedgerModule, PayeesModule],
  controllers: [PaymentsController],
  providers: [PaymentsService, PaymentPages, GetPaymentService, CancelPaymentService, ChangePaymentService],
  exports: [PaymentsService, PaymentPages, ChangePaymentService],
})
export class PaymentsFeatureModule {}
