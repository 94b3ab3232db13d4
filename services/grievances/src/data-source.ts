import { jobMigrations } from '@janela/jobs';
import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { AppealEntity } from './appeals/appeal.entity.ts';
import { CaseStepEntity } from './cases/case-step.entity.ts';
import { CaseEntity } from './cases/case.entity.ts';
import { CaseCategoryEntity } from './categories/case-category.entity.ts';
import { CreateSubjects20261120140000 } from './migrations/20261120140000-create-subjects.ts';
import { CreateCases20261120140100 } from './migrations/20261120140100-create-cases.ts';
import { CreateAppeals20261120140200 } from './migrations/20261120140200-create-appeals.ts';
import { CreateSubjectCycles20261201140000 } from './migrations/20261201140000-create-subject-cycles.ts';
import { OfficerEntity } from './officers/officer.entity.ts';
import { SubjectApplicationEntity } from './subjects/subject-application.entity.ts';
import { SubjectHouseholdEntity } from './subjects/subject-household.entity.ts';
import { SubjectPaymentEntity } from './subjects/subject-payment.entity.ts';

export const entities = [
  CaseCategoryEntity,
  CaseEntity,
  CaseStepEntity,
  AppealEntity,
  SubjectHouseholdEntity,
  SubjectApplicationEntity,
  SubjectPaymentEntity,
  OfficerEntity,
];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  ...jobMigrations,
  CreateSubjects20261120140000,
  CreateCases20261120140100,
  CreateAppeals20261120140200,
  CreateSubjectCycles20261201140000,
];
