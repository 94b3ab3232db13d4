import { Module } from '@nestjs/common';

import { HouseholdsService } from './households.service.ts';

@Module({ providers: [HouseholdsService], exports: [HouseholdsService] })
export class HouseholdFactsModule {}
