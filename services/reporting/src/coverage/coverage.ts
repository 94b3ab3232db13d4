import {
  CycleApproved,
  CycleSubmitted,
  EnrolmentWaitlisted,
  HouseholdClosed,
  HouseholdMerged,
  HouseholdPayeeConfirmed,
  PaymentRecovered,
  PersonDuplicateDismissed,
  PersonDuplicateSuspected,
  PersonIdentified,
  ProgrammeRetired,
  CaseAssigned,
  CaseEscalated,
} from '@janela/contracts';
import { Projection } from '@janela/messaging';

/**
 * The read model of all figures. Every class that builds a part of it wears `@InCoverage`; a change to what is in the tables
 * is a new version, with a migration that makes its tables, and builds itself from the beginning.
 */
export const coverage = { name: 'coverage', version: 2 } as const;

/** What changes nobody's cover: whether it ends with a household, or a programme, is for eligibility to say, enrolment by enrolment. */
export const ignores = [
  HouseholdMerged,
  HouseholdClosed,
  HouseholdPayeeConfirmed,
  PersonIdentified,
  PersonDuplicateSuspected,
  PersonDuplicateDismissed,
  ProgrammeRetired,
  EnrolmentWaitlisted,
  PaymentRecovered,
  CycleSubmitted,
  CycleApproved,
  CaseAssigned,
  CaseEscalated,
];

export const InCoverage = Projection(coverage.name, { version: coverage.version, ignores });
