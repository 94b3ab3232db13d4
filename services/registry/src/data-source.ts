import { jobMigrations } from '@janela/jobs';
import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { AreaEntity } from './areas/area.entity.ts';
import { IdentifierTypeEntity } from './formats/identifier-type.entity.ts';
import { NumberFormatsEntity } from './formats/number-formats.entity.ts';
import { HouseholdChangeEntity } from './household-records/household-change.entity.ts';
import { ConsentEntity } from './household-records/consent.entity.ts';
import { HouseholdEntity } from './household-records/household.entity.ts';
import { PayeeChangeEntity } from './household-records/payee-change.entity.ts';
import { PayeeEntity } from './household-records/payee.entity.ts';
import { ImportEntity } from './imports/import.entity.ts';
import { ImportedFormEntity } from './imports/matching/imported-form.entity.ts';
import { WaitingHouseholdEntity } from './imports/writing/waiting-household.entity.ts';
import { CreateAreas20261120130000 } from './migrations/20261120130000-create-areas.ts';
import { CreateHouseholds20261120130100 } from './migrations/20261120130100-create-households.ts';
import { CreatePayeesAndConsents20261120130200 } from './migrations/20261120130200-create-payees-and-consents.ts';
import { CreateRecordsOfHouseholds20261120130300 } from './migrations/20261120130300-create-records-of-households.ts';
import { CreatePersonKeys20261120130400 } from './migrations/20261120130400-create-person-keys.ts';
import { CreateImports20261120130500 } from './migrations/20261120130500-create-imports.ts';
import { CreateNumberFormats20261201110000 } from './migrations/20261201110000-create-number-formats.ts';
import { FindPeopleByWords20261201110100 } from './migrations/20261201110100-find-people-by-words.ts';
import { CreatePayeeChanges20261201120000 } from './migrations/20261201120000-create-payee-changes.ts';
import { ScopeReferences20261201130000 } from './migrations/20261201130000-scope-references.ts';
import { CreateWaitingHouseholds20261201130100 } from './migrations/20261201130100-create-waiting-households.ts';
import { CreateDuplicates20261201130200 } from './migrations/20261201130200-create-duplicates.ts';
import { PayeesNeedTwo20261201200000 } from './migrations/20261201200000-payees-need-two.ts';
import { WaitingNeedsAnother20261201210000 } from './migrations/20261201210000-waiting-needs-another.ts';
import { KeepDesignations20261201220000 } from './migrations/20261201220000-keep-designations.ts';
import { AbsenceIsNoStatement20261202080000 } from './migrations/20261202080000-absence-is-no-statement.ts';
import { GuardPayees20261202080100 } from './migrations/20261202080100-guard-payees.ts';
import { KeepProviders20261202220000 } from './migrations/20261202220000-keep-providers.ts';
import { KeepMasks20261202220100 } from './migrations/20261202220100-keep-masks.ts';
import { FindMissingMasks20261202220200 } from './migrations/20261202220200-find-missing-masks.ts';
import { IdentifierEntity } from './household-records/identifier.entity.ts';
import { PersonEntity } from './household-records/person.entity.ts';

export const entities = [
  AreaEntity,
  IdentifierTypeEntity,
  NumberFormatsEntity,
  HouseholdEntity,
  PersonEntity,
  IdentifierEntity,
  PayeeEntity,
  PayeeChangeEntity,
  ConsentEntity,
  HouseholdChangeEntity,
  ImportEntity,
  ImportedFormEntity,
  WaitingHouseholdEntity,
];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  ...jobMigrations,
  CreateAreas20261120130000,
  CreateHouseholds20261120130100,
  CreatePayeesAndConsents20261120130200,
  CreateRecordsOfHouseholds20261120130300,
  CreatePersonKeys20261120130400,
  CreateImports20261120130500,
  CreateNumberFormats20261201110000,
  FindPeopleByWords20261201110100,
  CreatePayeeChanges20261201120000,
  ScopeReferences20261201130000,
  CreateWaitingHouseholds20261201130100,
  CreateDuplicates20261201130200,
  PayeesNeedTwo20261201200000,
  WaitingNeedsAnother20261201210000,
  KeepDesignations20261201220000,
  AbsenceIsNoStatement20261202080000,
  GuardPayees20261202080100,
  KeepProviders20261202220000,
  KeepMasks20261202220100,
  FindMissingMasks20261202220200,
];
