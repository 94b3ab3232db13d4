import { Module } from '@nestjs/common';

import { LedgerModule } from '../ledger/ledger.module.ts';
import { ContributionsController } from './contributions.controller.ts';
import { ContributionsService } from './contributions.service.ts';
import { RecordContributionService } from './record-contribution.ts';
import { ReverseContributionService } from './reverse-contribution.ts';

@Module({
  imports: [LedgerModule],
  controllers: [ContributionsController],
  providers: [ContributionsService, RecordContributionService, ReverseContributionService],
})
export class ContributionsModule {}
