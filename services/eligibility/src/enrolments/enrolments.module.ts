import { Module } from '@nestjs/common';

import { HouseholdFactsModule } from '../household-facts/household-facts.module.ts';
import { ProgrammesModule } from '../programmes/programmes.module.ts';
import { ChangeEnrolmentService } from './change-enrolment.ts';
import { EnrolmentChanges } from './enrolment-changes.ts';
import { EnrolmentReactions } from './enrolment-reactions.ts';
import { EnrolmentWriter } from './enrolment-writer.ts';
import { EnrolmentsController } from './enrolments.controller.ts';
import { EnrolmentsService } from './enrolments.service.ts';
import { GrantEnrolmentService } from './grant-enrolment.ts';
import { QuotaAllocator } from './quota-allocator.ts';
import { QuotaFiller } from './quota-filler.ts';
import { ResumeEnrolmentService } from './resume-enrolment.ts';

@Module({
  imports: [HouseholdFactsModule, ProgrammesModule],
  controllers: [EnrolmentsController],
  providers: [
    EnrolmentsService,
    ChangeEnrolmentService,
    ResumeEnrolmentService,
    GrantEnrolmentService,
    EnrolmentReactions,
    EnrolmentChanges,
    EnrolmentWriter,
    QuotaAllocator,
    QuotaFiller,
  ],
  exports: [GrantEnrolmentService, EnrolmentReactions],
})
export class EnrolmentsModule {}
