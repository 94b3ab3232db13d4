import { jobMigrations } from '@janela/jobs';
import { mailboxMigrations } from '@janela/messaging';
import { type Migration, platformMigrations } from '@janela/platform';

import { ContributionEntity } from './contributions/contribution.entity.ts';
import { CycleEntity } from './cycle-records/cycle.entity.ts';
import { FundsEntity } from './funds/funds.entity.ts';
import { LedgerEntryEntity } from './ledger/ledger-entry.entity.ts';
import { LedgerTransactionEntity } from './ledger/ledger-transaction.entity.ts';
import { CreateEnrolments20261120090000 } from './migrations/20261120090000-create-enrolments.ts';
import { CreatePayeesAndProviders20261120090100 } from './migrations/20261120090100-create-payees-and-providers.ts';
import { CreateLedger20261120090200 } from './migrations/20261120090200-create-ledger.ts';
import { CreateCyclesAndPayments20261120090300 } from './migrations/20261120090300-create-cycles-and-payments.ts';
import { CreateOutcomes20261120090400 } from './migrations/20261120090400-create-outcomes.ts';
import { CreateContributions20261120090500 } from './migrations/20261120090500-create-contributions.ts';
import { CreateStaff20261127090000 } from './migrations/20261127090000-create-staff.ts';
import { AskListsAgain20261201090000 } from './migrations/20261201090000-ask-lists-again.ts';
import { FundsNeedTwo20261201100000 } from './migrations/20261201100000-funds-need-two.ts';
import { SettlementsNeedTwo20261201100100 } from './migrations/20261201100100-settlements-need-two.ts';
import { ReissuesNeedTwo20261201100200 } from './migrations/20261201100200-reissues-need-two.ts';
import { HashWhatWasApproved20261201210000 } from './migrations/20261201210000-hash-what-was-approved.ts';
import { DecideOnce20261201210100 } from './migrations/20261201210100-decide-once.ts';
import { MarkNames20261201220000 } from './migrations/20261201220000-mark-names.ts';
import { CompareNumbersByKey20261201230000 } from './migrations/20261201230000-compare-numbers-by-key.ts';
import { KeepWhatTwoAgreed20261202040000 } from './migrations/20261202040000-keep-what-two-agreed.ts';
import { KeepWhatTwoProposed20261202160000 } from './migrations/20261202160000-keep-what-two-proposed.ts';
import { KeepListsAsTheyBegan20261202200000 } from './migrations/20261202200000-keep-lists-as-they-began.ts';
import { ConfirmWhatWasRequested20261202230000 } from './migrations/20261202230000-confirm-what-was-requested.ts';
import { KeepWhatWasKnown20261203000000 } from './migrations/20261203000000-keep-what-was-known.ts';
import { PaymentStepEntity } from './payments/payment-step.entity.ts';
import { PaymentEntity } from './payments/payment.entity.ts';
import { ProviderEntity } from './providers/provider.entity.ts';

export const entities = [
  ContributionEntity,
  CycleEntity,
  FundsEntity,
  LedgerEntryEntity,
  LedgerTransactionEntity,
  PaymentEntity,
  PaymentStepEntity,
  ProviderEntity,
];

/** In the order they run. */
export const migrations: Migration[] = [
  ...platformMigrations,
  ...mailboxMigrations,
  ...jobMigrations,
  CreateEnrolments20261120090000,
  CreatePayeesAndProviders20261120090100,
  CreateLedger20261120090200,
  CreateCyclesAndPayments20261120090300,
  CreateOutcomes20261120090400,
  CreateContributions20261120090500,
  CreateStaff20261127090000,
  AskListsAgain20261201090000,
  FundsNeedTwo20261201100000,
  SettlementsNeedTwo20261201100100,
  ReissuesNeedTwo20261201100200,
  HashWhatWasApproved20261201210000,
  DecideOnce20261201210100,
  MarkNames20261201220000,
  CompareNumbersByKey20261201230000,
  KeepWhatTwoAgreed20261202040000,
  KeepWhatTwoProposed20261202160000,
  KeepListsAsTheyBegan20261202200000,
  ConfirmWhatWasRequested20261202230000,
  KeepWhatWasKnown20261203000000,
];
