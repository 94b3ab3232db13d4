import { Module } from '@nestjs/common';

import { HoldsModule } from '../holds/holds.module.ts';
import { InstructionsModule } from '../instructions/instructions.module.ts';
import { PayeesModule } from '../payees/payees.module.ts';
import { PaymentsFeatureModule } from '../payments/payments.module.ts';
import { ConfirmPayeeService } from './confirm-payee.ts';
import { ReleasePaymentService } from './release-payment.ts';
import { ReleasesController } from './releases.controller.ts';

@Module({
  imports: [HoldsModule, InstructionsModule, PayeesModule, PaymentsFeatureModule],
  controllers: [ReleasesController],
  providers: [ReleasePaymentService, ConfirmPayeeService],
})
export class ReleasesModule {}
