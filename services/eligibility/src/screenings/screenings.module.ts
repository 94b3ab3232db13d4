import { Module } from '@nestjs/common';

import { HouseholdFactsModule } from '../household-facts/household-facts.module.ts';
import { ProgrammesModule } from '../programmes/programmes.module.ts';
import { ScreeningsController } from './screenings.controller.ts';
import { ScreeningsService } from './screenings.service.ts';

@Module({
  imports: [HouseholdFactsModule, ProgrammesModule],
  controllers: [ScreeningsController],
  providers: [ScreeningsService],
})
export class ScreeningsModule {}
