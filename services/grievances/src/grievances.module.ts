import { Module } from '@nestjs/common';
import { catalogue, HouseholdPayeeConfirmed } from '@janela/contracts';
import { JobsModule } from '@janela/jobs';
import { MessagingModule } from '@janela/messaging';
import { PlatformModule } from '@janela/platform';

import { AppealView } from './appeals/appeal-view.ts';
import { AppealsController } from './appeals/appeals.controller.ts';
import { DecideAppealService } from './appeals/decide-appeal.ts';
import { FileAppealService } from './appeals/file-appeal.ts';
import { FindAppealsService } from './appeals/find-appeals.ts';
import { ActOnCaseService } from './cases/act-on-case.ts';
import { CaseStore } from './cases/case-store.ts';
import { CaseEvents } from './cases/case-events.ts';
import { CaseTexts } from './cases/case-texts.ts';
import { CaseView } from './cases/case-view.ts';
import { CasesController } from './cases/cases.controller.ts';
import { CaseAccess } from './cases/case-access.ts';
import { FileCaseService } from './cases/file-case.ts';
import { FindCasesService } from './cases/find-cases.ts';
import { CategoriesController } from './categories/categories.controller.ts';
import { CategoriesService } from './categories/categories.service.ts';
import { AccessChangedConsumer } from './consumers/access-changed.consumer.ts';
import { ApplicationConsumer } from './consumers/application.consumer.ts';
import { AreaPublishedConsumer } from './consumers/area-published.consumer.ts';
import { CycleConsumer } from './consumers/cycle.consumer.ts';
import { HouseholdConsumer } from './consumers/household.consumer.ts';
import { PaymentConsumer } from './consumers/payment.consumer.ts';
import { entities } from './data-source.ts';
import { DeadlineJobs } from './deadlines/deadlines.jobs.ts';
import { dueJobs } from './deadlines/due-jobs.ts';
import { grievancesPermissions } from './grievances.permissions.ts';
import { OfficersService } from './officers/officers.service.ts';
import { SubjectsService } from './subjects/subjects.service.ts';
import { TrackingController } from './tracking/tracking.controller.ts';
import { TrackingService } from './tracking/tracking.service.ts';

const service = 'grievances';

/** What grievances is made of. */
@Module({
  imports: [
    PlatformModule.forRoot({ service, permissions: grievancesPermissions, entities }),
    MessagingModule.forService({ service, catalogue, ignores: [HouseholdPayeeConfirmed] }),
    JobsModule.forService({ service, jobs: dueJobs }),
  ],
  controllers: [CategoriesController, CasesController, AppealsController, TrackingController],
  providers: [
    CategoriesService, //   what a complaint can be about, and its deadlines
    SubjectsService, //     the household, application or payment that it is about
    OfficersService, //     to whom it can be given
    CaseAccess, //                whoever works here, with the drawers that are theirs
    CaseTexts, //           what people wrote, encrypted
    CaseEvents, //            who is told of a case
    CaseStore, //            the one place where cases are written
    CaseView, //            how they are shown
    FileCaseService, //     complaints come in
    FindCasesService, //    … are found
    ActOnCaseService, //    … and worked on
    DeadlineJobs, //        what happens when nobody does anything
    TrackingService, //     how far a case is, for whoever has its number
    AppealView, //          how appeals are shown
    FileAppealService, //   a decision is contested
    FindAppealsService, //  … found
    DecideAppealService, // … and heard by somebody who had no hand in it

    HouseholdConsumer,
    ApplicationConsumer,
    PaymentConsumer,
    CycleConsumer,
    AreaPublishedConsumer,
    AccessChangedConsumer,
  ],
})
export class GrievancesModule {}
