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
 * The read model of all figures. Every class that builds a part of it is marked `@InCoverage`; a change to what is in the tables
 * is a new version, with a migration that makes its tables, and builds itself from the first event on.
 */
export const coverage = { name: 'coverage', version: 2 } as const;

/** Events that change no one’s cover: whether that ends with a household or a programme, eligibility says for each enrolment. */
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
