import { Module } from '@nestjs/common';

import { HouseholdFactsModule } from '../household-facts/household-facts.module.ts';
import { ProgrammeStore } from './programme-store.ts';
import { ProgrammesController } from './programmes.controller.ts';
import { ProgrammesService } from './programmes.service.ts';
import { PublishVersionService } from './publish-version.ts';
import { PublishedRulesCache } from './published-rules-cache.ts';

@Module({
  imports: [HouseholdFactsModule],
  controllers: [ProgrammesController],
  providers: [ProgrammesService, PublishVersionService, ProgrammeStore, PublishedRulesCache],
  exports: [PublishedRulesCache],
})
export class ProgrammesModule {}
