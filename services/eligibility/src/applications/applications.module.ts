import { Module } from '@nestjs/common';

import { EnrolmentsModule } from '../enrolments/enrolments.module.ts';
import { HouseholdFactsModule } from '../household-facts/household-facts.module.ts';
import { ProgrammesModule } from '../programmes/programmes.module.ts';
import { ApplicationEvents } from './application-events.ts';
import { ApplicationReactions } from './application-reactions.ts';
import { ApplicationsController } from './applications.controller.ts';
import { ApplicationsService } from './applications.service.ts';
import { DecideApplicationService } from './decide-application.ts';
import { Recommendations } from './recommendations.ts';
import { SubmitApplicationService } from './submit-application.ts';

@Module({
  imports: [EnrolmentsModule, HouseholdFactsModule, ProgrammesModule],
  controllers: [ApplicationsController],
  providers: [
    ApplicationsService,
    SubmitApplicationService,
    DecideApplicationService,
    Recommendations,
    ApplicationReactions,
    ApplicationEvents,
  ],
  exports: [ApplicationReactions],
})
export class ApplicationsModule {}
