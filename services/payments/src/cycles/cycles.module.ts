import { Module } from '@nestjs/common';

import { CycleRecordsModule } from '../cycle-records/cycle-records.module.ts';
import { HoldsModule } from '../holds/holds.module.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { PaymentsFeatureModule } from '../payments/payments.module.ts';
import { CloseCycleService } from './close-cycle.ts';
import { CompareCycleService } from './compare-cycle.ts';
import { CyclesController } from './cycles.controller.ts';
import { CyclesService } from './cycles.service.ts';
import { DecideCycleService } from './decide-cycle.ts';
import { OpenCycleService } from './open-cycle.ts';
import { SubmitCycleService } from './submit-cycle.ts';

@Module({
  imports: [CycleRecordsModule, HoldsModule, LedgerModule, PaymentsFeatureModule],
  controllers: [CyclesController],
  providers: [
    CyclesService,
    OpenCycleService,
    SubmitCycleService,
    DecideCycleService,
    CloseCycleService,
    CompareCycleService,
  ],
})
export class CyclesModule {}
