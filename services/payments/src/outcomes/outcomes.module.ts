import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { OutcomeEvents } from './outcome-events.ts';
import { OutcomeReports } from './outcome-reports.ts';
import { OutcomesController } from './outcomes.controller.ts';
import { OutcomesService } from './outcomes.service.ts';

@Module({
  imports: [LedgerModule],
  controllers: [OutcomesController],
  providers: [OutcomesService, OutcomeEvents, OutcomeReports],
  exports: [OutcomesService],
})
export class OutcomesModule {}
