import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { HouseholdRecordsModule } from '../household-records/household-records.module.ts';
import { HouseholdsModule } from '../households/households.module.ts';
import { DecidePayeeChangeService } from './decide-payee-change.ts';
import { PayeeChangesController } from './payee-changes.controller.ts';
import { PayeeChangesService } from './payee-changes.service.ts';

@Module({
  imports: [AccessLogModule, HouseholdRecordsModule, HouseholdsModule],
  controllers: [PayeeChangesController],
  providers: [PayeeChangesService, DecidePayeeChangeService],
})
export class PayeeChangesModule {}
