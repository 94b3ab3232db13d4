import { Module } from '@nestjs/common';

import { EncryptionModule } from '../encryption/encryption.module.ts';
import { HouseholdRecordsJobs } from './household-records.jobs.ts';
import { MissingMasks } from './missing-masks.ts';

@Module({ imports: [EncryptionModule], providers: [MissingMasks, HouseholdRecordsJobs], exports: [MissingMasks] })
export class HouseholdRecordsModule {}
