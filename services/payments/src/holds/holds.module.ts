import { Module } from '@nestjs/common';

import { InstructionsModule } from '../instructions/instructions.module.ts';
import { PayeesModule } from '../payees/payees.module.ts';
import { PaymentsFeatureModule } from '../payments/payments.module.ts';
import { ConfirmPayeeService } from './confirm-payee.ts';
import { HoldPaymentService } from './hold-payment.ts';
import { HoldsController } from './holds.controller.ts';
import { HoldsService } from './holds.service.ts';
import { JudgePaymentsService } from './judge-payments.ts';
import { ReleasePaymentService } from './release-payment.ts';

@Module({
  imports: [InstructionsModule, PayeesModule, PaymentsFeatureModule],
  controllers: [HoldsController],
  providers: [HoldsService, HoldPaymentService, ReleasePaymentService, ConfirmPayeeService, JudgePaymentsService],
  exports: [JudgePaymentsService],
})
export class HoldsModule {}
