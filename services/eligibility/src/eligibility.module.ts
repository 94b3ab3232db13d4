import { Module } from '@nestjs/common';
import { AppealDismissed, AppealFiled, catalogue, PersonIdentified, PersonMerged } from '@janela/contracts';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { ApplicationReactions } from './applications/application-reactions.ts';
import { ApplicationsController } from './applications/applications.controller.ts';
import { ApplicationsService } from './applications/applications.service.ts';
import { DecideApplicationService } from './applications/decide-application.ts';
import { Recommendations } from './applications/recommendations.ts';
import { SubmitApplicationService } from './applications/submit-application.ts';
import { AppealUpheldConsumer } from './consumers/appeal-upheld.consumer.ts';
import { DuplicateConsumer } from './consumers/duplicate.consumer.ts';
import { HouseholdChangedConsumer } from './consumers/household-changed.consumer.ts';
import { PersonDiedConsumer } from './consumers/person-died.consumer.ts';
import { entities } from './data-source.ts';
import { eligibilityPermissions } from './eligibility.permissions.ts';
import { EnrolmentChanges } from './enrolments/enrolment-changes.ts';
import { EnrolmentReactions } from './enrolments/enrolment-reactions.ts';
import { EnrolmentsController } from './enrolments/enrolments.controller.ts';
import { EnrolmentsService } from './enrolments/enrolments.service.ts';
import { GrantEnrolmentService } from './enrolments/grant-enrolment.ts';
import { QuotaAllocator } from './enrolments/quota-allocator.ts';
import { ResumeEnrolmentService } from './enrolments/resume-enrolment.ts';
import { HouseholdsService } from './household-facts/households.service.ts';
import { ProgrammeStore } from './programmes/programme-store.ts';
import { ProgrammesController } from './programmes/programmes.controller.ts';
import { ProgrammesService } from './programmes/programmes.service.ts';
import { PublishVersionService } from './programmes/publish-version.ts';
import { RuleBook } from './programmes/rule-book.ts';
import { ScorecardsController } from './scorecards/scorecards.controller.ts';
import { ScorecardsService } from './scorecards/scorecards.service.ts';
import { ScreeningsController } from './screenings/screenings.controller.ts';
import { ScreeningsService } from './screenings/screenings.service.ts';
import { WaitingListsController } from './waiting-lists/waiting-lists.controller.ts';
import { WaitingListsService } from './waiting-lists/waiting-lists.service.ts';

/** What eligibility is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service: 'eligibility', permissions: eligibilityPermissions, entities }),
    MessagingModule.forService({
      service: 'eligibility',
      catalogue,
      ignores: [PersonIdentified, PersonMerged, AppealFiled, AppealDismissed],
    }),
  ],
  controllers: [
    ProgrammesController,
    ScorecardsController,
    ScreeningsController,
    ApplicationsController,
    EnrolmentsController,
    WaitingListsController,
  ],
  providers: [
    // What is known of households, and the rules.
    ...[HouseholdsService, RuleBook, ProgrammeStore, ProgrammesService, PublishVersionService, ScorecardsService],
    // From the question to the decision.
    ...[
      ScreeningsService,
      ApplicationsService,
      SubmitApplicationService,
      Recommendations,
      DecideApplicationService,
      ApplicationReactions,
    ],
    // From the decision on.
    ...[
      EnrolmentsService,
      EnrolmentChanges,
      EnrolmentReactions,
      GrantEnrolmentService,
      ResumeEnrolmentService,
      QuotaAllocator,
      WaitingListsService,
    ],
    // What is heard from elsewhere.
    ...[HouseholdChangedConsumer, PersonDiedConsumer, DuplicateConsumer, AppealUpheldConsumer],
  ],
})
export class EligibilityModule {}
