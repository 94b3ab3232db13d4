import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { ComplaintsController } from './complaints/complaints.controller.ts';
import { ComplaintsService } from './complaints/complaints.service.ts';
import { AreaPublishedConsumer } from './consumers/area-published.consumer.ts';
import { CaseConsumer } from './consumers/case.consumer.ts';
import { ContributionConsumer } from './consumers/contribution.consumer.ts';
import { CycleConsumer } from './consumers/cycle.consumer.ts';
import { EnrolmentConsumer } from './consumers/enrolment.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { PaymentConsumer } from './consumers/payment.consumer.ts';
import { PersonConsumer } from './consumers/person.consumer.ts';
import { ProgrammePublishedConsumer } from './consumers/programme-published.consumer.ts';
import { entities } from './data-source.ts';
import { DenominatorsController } from './denominators/denominators.controller.ts';
import { DenominatorsService } from './denominators/denominators.service.ts';
import { AreasAndDaysService } from './figures/areas-and-days.service.ts';
import { SdgController } from './figures/sdg.controller.ts';
import { SdgService } from './figures/sdg.service.ts';
import { IndicatorsController } from './indicators/indicators.controller.ts';
import { IndicatorsService } from './indicators/indicators.service.ts';
import { NotPaidController } from './not-paid/not-paid.controller.ts';
import { NotPaidService } from './not-paid/not-paid.service.ts';
import { reportingPermissions } from './reporting.permissions.ts';
import { SnapshotsController } from './snapshots/snapshots.controller.ts';
import { SnapshotsService } from './snapshots/snapshots.service.ts';

/** The read model `coverage`: one part for each kind of thing that is heard of. */
const parts = [
  AreaPublishedConsumer,
  ProgrammePublishedConsumer,
  HouseholdConsumer,
  PersonConsumer,
  EnrolmentConsumer,
  CycleConsumer,
  PaymentConsumer,
  ContributionConsumer,
  CaseConsumer,
];

/** What reporting is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service: 'reporting', permissions: reportingPermissions, entities }),
    MessagingModule.forService({ service: 'reporting', catalogue }),
  ],
  controllers: [
    SdgController, //           SDG 1.3.1
    IndicatorsController, //    what figures mean
    DenominatorsController, //  what they are divided by
    NotPaidController, //       who should have been paid
    ComplaintsController, //    how complaints fare
    SnapshotsController, //     figures as they were published
  ],
  providers: [
    ...parts,
    AreasAndDaysService, //    where and when figures may be asked for
    SdgService,
    IndicatorsService,
    DenominatorsService,
    NotPaidService,
    ComplaintsService,
    SnapshotsService,
  ],
})
export class ReportingModule {}
