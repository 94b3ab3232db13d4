import { Module } from '@nestjs/common';

import { CategoriesModule } from '../categories/categories.module.ts';
import { OfficersModule } from '../officers/officers.module.ts';
import { SubjectsModule } from '../subjects/subjects.module.ts';
import { ActOnCaseService } from './act-on-case.ts';
import { AppealDeadlines } from './appeal-deadlines.ts';
import { CaseAccess } from './case-access.ts';
import { CaseEvents } from './case-events.ts';
import { CaseStore } from './case-store.ts';
import { CaseTexts } from './case-texts.ts';
import { CasesController } from './cases.controller.ts';
import { CasesJobs } from './cases.jobs.ts';
import { CasesService } from './cases.service.ts';
import { FileCaseService } from './file-case.ts';

@Module({
  imports: [CategoriesModule, OfficersModule, SubjectsModule],
  controllers: [CasesController],
  providers: [
    CasesService,
    FileCaseService,
    ActOnCaseService,
    AppealDeadlines,
    CaseAccess,
    CaseStore,
    CaseEvents,
    CaseTexts,
    CasesJobs,
  ],
  exports: [AppealDeadlines, CaseStore, CaseTexts],
})
export class CasesModule {}
