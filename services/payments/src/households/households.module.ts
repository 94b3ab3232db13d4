import { Module } from '@nestjs/common';

import { DuplicatesService } from './duplicates.service.ts';
import { HouseholdsService } from './households.service.ts';

@Module({ providers: [HouseholdsService, DuplicatesService], exports: [HouseholdsService, DuplicatesService] })
export class HouseholdsModule {}
