import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { AreasModule } from '../areas/areas.module.ts';
import { DuplicatesModule } from '../duplicates/duplicates.module.ts';
import { EncryptionModule } from '../encryption/encryption.module.ts';
import { FormatsModule } from '../formats/formats.module.ts';
import { HouseholdsModule } from '../households/households.module.ts';
import { RowChecks } from './row-checks.ts';
import { FormFingerprints } from './matching/form-fingerprints.ts';
import { HouseholdCreator } from './household-creator.ts';
import { HouseholdUpdater } from './household-updater.ts';
import { ImportChecker } from './import-checker.ts';
import { GetImportErrorsService } from './get-import-errors.ts';
import { ImportWriter } from './import-writer.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportJobs } from './imports.jobs.ts';
import { ImportsService } from './imports.service.ts';
import { ImportsStore } from './imports.store.ts';
import { ReceiveFileService } from './receive-file.ts';
import { SealedStore } from './sealed-store.ts';
import { WaitingService } from './waiting.service.ts';
import { WaitingStore } from './waiting.store.ts';

@Module({
  imports: [AccessLogModule, AreasModule, DuplicatesModule, EncryptionModule, FormatsModule, HouseholdsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    GetImportErrorsService,
    ImportsStore,
    ReceiveFileService,
    SealedStore,
    ImportJobs,
    ImportChecker,
    RowChecks,
    ImportWriter,
    HouseholdCreator,
    HouseholdUpdater,
    FormFingerprints,
    WaitingStore,
    WaitingService,
  ],
})
export class ImportsModule {}
