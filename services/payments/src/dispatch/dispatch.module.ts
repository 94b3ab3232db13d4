import { Module } from '@nestjs/common';

import { CycleRecordsModule } from '../cycle-records/cycle-records.module.ts';
import { HoldsModule } from '../holds/holds.module.ts';
import { InstructionsModule } from '../instructions/instructions.module.ts';
import { DispatchBatchService } from './dispatch-batch.ts';
import { DispatchCycleService } from './dispatch-cycle.ts';
import { DispatchController } from './dispatch.controller.ts';
import { DispatchJobs } from './dispatch.jobs.ts';

@Module({
  imports: [CycleRecordsModule, HoldsModule, InstructionsModule],
  controllers: [DispatchController],
  providers: [DispatchCycleService, DispatchBatchService, DispatchJobs],
})
export class DispatchModule {}
