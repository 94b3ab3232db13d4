import { Module } from '@nestjs/common';
import { catalogue } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { ComplaintsModule } from './complaints/complaints.module.ts';
import { AreaConsumer } from './consumers/area.consumer.ts';
import { CaseConsumer } from './consumers/case.consumer.ts';
import { ContributionConsumer } from './consumers/contribution.consumer.ts';
import { CycleConsumer } from './consumers/cycle.consumer.ts';
import { EnrolmentConsumer } from './consumers/enrolment.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { PaymentConsumer } from './consumers/payment.consumer.ts';
import { PersonConsumer } from './consumers/person.consumer.ts';
import { ProgrammeConsumer } from './consumers/programme.consumer.ts';
import { SensitiveConsumer } from './consumers/sensitive.consumer.ts';
import { entities } from './data-source.ts';
import { DenominatorsModule } from './denominators/denominators.module.ts';
import { FiguresModule } from './figures/figures.module.ts';
import { IndicatorsModule } from './indicators/indicators.module.ts';
import { NotPaidModule } from './not-paid/not-paid.module.ts';
import { reportingPermissions } from './reporting.permissions.ts';
import { SnapshotsModule } from './snapshots/snapshots.module.ts';

const service = 'reporting';

/** What builds the read model `coverage`, by aggregate. */
const consumers = [
  AreaConsumer,
  ProgrammeConsumer,
  HouseholdConsumer,
  PersonConsumer,
  EnrolmentConsumer,
  CycleConsumer,
  PaymentConsumer,
  ContributionConsumer,
  CaseConsumer,
  SensitiveConsumer,
];

@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: reportingPermissions, entities }),
    MessagingModule.forService({ service, catalogue }),
    FiguresModule,
    IndicatorsModule,
    DenominatorsModule,
    NotPaidModule,
    ComplaintsModule,
    SnapshotsModule,
  ],
  providers: consumers,
})
export class ReportingModule {}
