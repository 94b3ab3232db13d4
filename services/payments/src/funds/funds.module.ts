import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { DecideFundsService } from './decide-funds.ts';
import { FundsController } from './funds.controller.ts';
import { FundsService } from './funds.service.ts';
import { ProposeFundsService } from './propose-funds.ts';

@Module({
  imports: [LedgerModule],
  controllers: [FundsController],
  providers: [FundsService, ProposeFundsService, DecideFundsService],
})
export class FundsModule {}
