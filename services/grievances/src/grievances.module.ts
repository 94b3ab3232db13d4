import { Module } from '@nestjs/common';
import { catalogue, HouseholdPayeeConfirmed } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { AppealsModule } from './appeals/appeals.module.ts';
import { CountSensitive, MeetDeadline } from './cases/cases.jobs.ts';
import { CasesModule } from './cases/cases.module.ts';
import { CategoriesModule } from './categories/categories.module.ts';
import { AccessConsumer } from './consumers/access.consumer.ts';
import { ApplicationConsumer } from './consumers/application.consumer.ts';
import { AreaConsumer } from './consumers/area.consumer.ts';
import { CycleConsumer } from './consumers/cycle.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { PaymentConsumer } from './consumers/payment.consumer.ts';
import { entities } from './data-source.ts';
import { grievancesPermissions } from './grievances.permissions.ts';
import { OfficersModule } from './officers/officers.module.ts';
import { TrackingModule } from './tracking/tracking.module.ts';

const service = 'grievances';

@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: grievancesPermissions, entities }),
    MessagingModule.forService({ service, catalogue, ignores: [HouseholdPayeeConfirmed] }),
    JobsModule.forService({ service, jobs: [MeetDeadline, CountSensitive] }),
    CategoriesModule,
    CasesModule,
    AppealsModule,
    TrackingModule,
    OfficersModule,
  ],
  providers: [HouseholdConsumer, ApplicationConsumer, PaymentConsumer, CycleConsumer, AreaConsumer, AccessConsumer],
})
export class GrievancesModule {}
