import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { ApplicationEntity } from './applications/application.entity.ts';
import { DecisionEntity } from './applications/decision.entity.ts';
import { DeterminationEntity } from './determinations/determination.entity.ts';
import { EnrolmentEntity } from './enrolments/enrolment.entity.ts';
import { CreateHouseholdFacts20261120140000 } from './migrations/20261120140000-create-household-facts.ts';
import { CreateProgrammes20261120140100 } from './migrations/20261120140100-create-programmes.ts';
import { CreateApplications20261120140200 } from './migrations/20261120140200-create-applications.ts';
import { CreateEnrolments20261120140300 } from './migrations/20261120140300-create-enrolments.ts';
import { CreateSuspicions20261201140000 } from './migrations/20261201140000-create-suspicions.ts';
import { KeepHandlers20261202000000 } from './migrations/20261202000000-keep-handlers.ts';
import { KeepDuplicateReasons20261202120000 } from './migrations/20261202120000-keep-duplicate-reasons.ts';
import { FindDecisionsByDuplicates20261202120100 } from './migrations/20261202120100-find-decisions-by-duplicates.ts';
import { ProgrammeVersionEntity } from './programmes/programme-version.entity.ts';
import { ProgrammeEntity } from './programmes/programme.entity.ts';
import { ScorecardEntity } from './scorecards/scorecard.entity.ts';

export const entities = [
  ApplicationEntity,
  DecisionEntity,
  DeterminationEntity,
  EnrolmentEntity,
  ProgrammeEntity,
  ProgrammeVersionEntity,
  ScorecardEntity,
];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  CreateHouseholdFacts20261120140000,
  CreateProgrammes20261120140100,
  CreateApplications20261120140200,
  CreateEnrolments20261120140300,
  CreateSuspicions20261201140000,
  KeepHandlers20261202000000,
  KeepDuplicateReasons20261202120000,
  FindDecisionsByDuplicates20261202120100,
];
