import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { AccessLogModule } from './access-log/access-log.module.ts';
import { AreasModule } from './areas/areas.module.ts';
import { entities } from './data-source.ts';
import { DuplicatesModule } from './duplicates/duplicates.module.ts';
import { FormatsModule } from './formats/formats.module.ts';
import { HistoryModule } from './history/history.module.ts';
import { FillMasks } from './household-records/household-records.jobs.ts';
import { HouseholdsModule } from './households/households.module.ts';
import { IdentifierTypesModule } from './identifier-types/identifier-types.module.ts';
import { PurgeImports, WorkImport } from './imports/imports.jobs.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { PayeeChangesModule } from './payee-changes/payee-changes.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { registryPermissions } from './registry.permissions.ts';

@Module({
  imports: [
    PlatformModule.forRoot({ service: 'registry', permissions: registryPermissions, entities }),
    MessagingModule.forService({ service: 'registry', catalogue }),
    JobsModule.forService({ service: 'registry', jobs: [WorkImport, PurgeImports, FillMasks] }),
    AreasModule,
    IdentifierTypesModule,
    FormatsModule,
    HouseholdsModule,
    PayeeChangesModule,
    HistoryModule,
    AccessLogModule,
    DuplicatesModule,
    PeopleModule,
    ImportsModule,
  ],
})
export class RegistryModule {}
