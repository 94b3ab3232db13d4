import { Module } from '@nestjs/common';

import { HoldsModule } from '../holds/holds.module.ts';
import { InstructionsModule } from '../instructions/instructions.module.ts';
import { PaymentsFeatureModule } from '../payments/payments.module.ts';
import { DispatchBatchService } from './dispatch-batch.ts';
import { DispatchCycleService } from './dispatch-cycle.ts';
import { DispatchController } from './dispatch.controller.ts';
import { DispatchJobs } from './dispatch.jobs.ts';

@Module({
  imports: [HoldsModule, InstructionsModule, PaymentsFeatureModule],
  controllers: [DispatchController],
  providers: [DispatchCycleService, DispatchBatchService, DispatchJobs],
})
export class DispatchModule {}
