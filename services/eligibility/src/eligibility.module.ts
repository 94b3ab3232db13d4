import { Module } from '@nestjs/common';
import { AppealDismissed, AppealFiled, catalogue, PersonIdentified, PersonMerged } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { ApplicationsModule } from './applications/applications.module.ts';
import { AppealConsumer } from './consumers/appeal.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { PersonConsumer } from './consumers/person.consumer.ts';
import { entities } from './data-source.ts';
import { eligibilityPermissions } from './eligibility.permissions.ts';
import { EnrolmentsModule } from './enrolments/enrolments.module.ts';
import { HouseholdFactsModule } from './household-facts/household-facts.module.ts';
import { ProgrammesModule } from './programmes/programmes.module.ts';
import { ScorecardsModule } from './scorecards/scorecards.module.ts';
import { ScreeningsModule } from './screenings/screenings.module.ts';
import { WaitingListsModule } from './waiting-lists/waiting-lists.module.ts';

/** What eligibility is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service: 'eligibility', permissions: eligibilityPermissions, entities }),
    MessagingModule.forService({
      service: 'eligibility',
      catalogue,
      ignores: [PersonIdentified, PersonMerged, AppealFiled, AppealDismissed],
    }),
    HouseholdFactsModule,
    ProgrammesModule,
    ScorecardsModule,
    ScreeningsModule,
    ApplicationsModule,
    EnrolmentsModule,
    WaitingListsModule,
  ],
  providers: [AppealConsumer, HouseholdConsumer, PersonConsumer],
})
export class EligibilityModule {}
