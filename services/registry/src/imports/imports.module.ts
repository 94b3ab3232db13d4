import { Module } from '@nestjs/common';

import { AccessLogModule } from '../access-log/access-log.module.ts';
import { AreasModule } from '../areas/areas.module.ts';
import { DuplicatesModule } from '../duplicates/duplicates.module.ts';
import { EncryptionModule } from '../encryption/encryption.module.ts';
import { FormatsModule } from '../formats/formats.module.ts';
import { HouseholdsModule } from '../households/households.module.ts';
import { ImportChecker } from './checking/import-checker.ts';
import { RowChecks } from './checking/row-checks.ts';
import { GetImportErrorsService } from './get-import-errors.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsJobs } from './imports.jobs.ts';
import { ImportsService } from './imports.service.ts';
import { ImportsStore } from './imports.store.ts';
import { FormFingerprints } from './matching/form-fingerprints.ts';
import { ReceiveFileService } from './receive-file.ts';
import { SealedStore } from './sealed-store.ts';
import { WaitingHouseholdsService } from './waiting-households.service.ts';
import { HouseholdCreator } from './writing/household-creator.ts';
import { HouseholdUpdater } from './writing/household-updater.ts';
import { ImportWriter } from './writing/import-writer.ts';
import { WaitingHouseholdsStore } from './writing/waiting-households.store.ts';

@Module({
  imports: [AccessLogModule, AreasModule, DuplicatesModule, EncryptionModule, FormatsModule, HouseholdsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    GetImportErrorsService,
    ImportsStore,
    ReceiveFileService,
    SealedStore,
    ImportsJobs,
    ImportChecker,
    RowChecks,
    ImportWriter,
    HouseholdCreator,
    HouseholdUpdater,
    FormFingerprints,
    WaitingHouseholdsStore,
    WaitingHouseholdsService,
  ],
})
export class ImportsModule {}
