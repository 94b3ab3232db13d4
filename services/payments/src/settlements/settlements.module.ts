import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { BookSettlementService } from './book-settlement.ts';
import { DecideSettlementService } from './decide-settlement.ts';
import { ProposeSettlementService } from './propose-settlement.ts';
import { SettlementsController } from './settlements.controller.ts';
import { SettlementsService } from './settlements.service.ts';

@Module({
  imports: [LedgerModule],
  controllers: [SettlementsController],
  providers: [SettlementsService, ProposeSettlementService, DecideSettlementService, BookSettlementService],
})
export class SettlementsModule {}
