import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { AccessLogService } from './access-log/access-log.service.ts';
import { AreaCache } from './areas/area-cache.ts';
import { AreasController } from './areas/areas.controller.ts';
import { AreasService } from './areas/areas.service.ts';
import { entities } from './data-source.ts';
import { DuplicatesController } from './duplicates/duplicates.controller.ts';
import { DuplicatesService } from './duplicates/duplicates.service.ts';
import { LookAlikes } from './duplicates/look-alikes.ts';
import { ProbeService } from './duplicates/probe.service.ts';
import { SettleDuplicatesService } from './duplicates/settle-duplicates.ts';
import { SuspicionsService } from './duplicates/suspicions.service.ts';
import { NumberFormatsController } from './formats/number-formats.controller.ts';
import { NumberFormatsService } from './formats/number-formats.service.ts';
import { NumberReader } from './formats/number-reader.ts';
import { HistoryService } from './history/history.service.ts';
import { DecidePayeeChangeService } from './households/decide-payee-change.ts';
import { FindHouseholdService } from './households/find-household.ts';
import { FindPayeeChangesService } from './households/find-payee-changes.ts';
import { HouseholdChanges } from './households/household-changes.ts';
import { HouseholdEvents } from './households/household-events.ts';
import { HouseholdStore } from './households/household-store.ts';
import { HouseholdsController } from './households/households.controller.ts';
import { HouseholdsService } from './households/households.service.ts';
import { NumbersService } from './households/numbers.service.ts';
import { PayeeChangesController } from './households/payee-changes.controller.ts';
import { RegisterHouseholdService } from './households/register-household.ts';
import { Vault } from './households/vault.ts';
import { IdentifierTypesController } from './identifier-types/identifier-types.controller.ts';
import { IdentifierTypesService } from './identifier-types/identifier-types.service.ts';
import { FileChecks } from './imports/file-checks.ts';
import { HouseholdUpdater } from './imports/household-updater.ts';
import { FormFingerprints } from './imports/form-fingerprints.ts';
import { HouseholdCreator } from './imports/household-creator.ts';
import { ImportChecker } from './imports/import-checker.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { ImportJobs, PurgeImports, WorkImport } from './imports/imports.jobs.ts';
import { ImportsService } from './imports/imports.service.ts';
import { ImportsStore } from './imports/imports.store.ts';
import { ImportWriter } from './imports/import-writer.ts';
import { FileReceiver } from './imports/receive-file.ts';
import { SealedStore } from './imports/sealed-store.ts';
import { WaitingService } from './imports/waiting.service.ts';
import { WaitingStore } from './imports/waiting.store.ts';
import { NamesService } from './people/names.service.ts';
import { PeopleController } from './people/people.controller.ts';
import { PeopleService } from './people/people.service.ts';
import { ReportDeathService } from './people/report-death.ts';
import { registryPermissions } from './registry.permissions.ts';

@Module({
  imports: [
    PlatformModule.forRoot({ service: 'registry', permissions: registryPermissions, entities }),
    MessagingModule.forService({ service: 'registry', catalogue }),
    JobsModule.forService({ service: 'registry', jobs: [WorkImport, PurgeImports] }),
  ],
  controllers: [
    AreasController,
    IdentifierTypesController,
    NumberFormatsController,
    HouseholdsController,
    PayeeChangesController,
    DuplicatesController,
    PeopleController,
    ImportsController,
  ],
  providers: [
    AreasService, //              places, published by the administrator
    AreaCache, //                  … and looked up by everybody who registers somebody
    IdentifierTypesService, //    kinds of official numbers
    NumberFormatsService, //      how telephones and accounts are written
    NumberReader, //              … and all numbers are read
    Vault, //                     numbers that are encrypted, found by a mark, shown masked
    NumbersService, //            the numbers on the households' cards
    HouseholdStore, //            takes new households in
    RegisterHouseholdService, //  … one at the window
    HouseholdChanges, //          the one way a household changes
    HouseholdEvents, //             … and who is told
    HouseholdsService, //         what can be done to a household
    DecidePayeeChangeService, //  … who collects, decided by a second person
    FindPayeeChangesService, //   … and what waits for that
    FindHouseholdService, //      by its number or form
    PeopleService, //             search
    ReportDeathService, //        deaths
    NamesService, //              names for a list
    DuplicatesService, //         who may be here already
    ProbeService, //              … asked before a form is saved
    SuspicionsService, //         … kept, and told to other services
    LookAlikes, //                … also when somebody is changed
    SettleDuplicatesService, //   … shown, and found to be two people
    HistoryService, //            how a household became what it is
    AccessLogService, //          who looked at it
    ImportsService, //            files of households
    FileReceiver, //              … as they come in
    SealedStore, //               … as they wait
    ImportsStore, //              … how far they are, and their errors
    ImportJobs, //                … worked on, whatever dies meanwhile
    ImportChecker, //             first all of it is checked
    FileChecks, //                … against areas and kinds of numbers
    ImportWriter, //              then it is written, chunk by chunk
    HouseholdCreator, //                 … forms that are new
    HouseholdUpdater, //             … forms that say something else now
    FormFingerprints, //                … which their prints tell
    WaitingStore, //              … forms that wait for a person
    WaitingService, //            … who decides
  ],
})
export class RegistryModule {}
