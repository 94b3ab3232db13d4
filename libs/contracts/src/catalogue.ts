import { invariant } from '@janela/kernel';

import type { AnyEvent } from './event.ts';
import { ApplicationSubmitted, ApplicationRecommended, ApplicationDecided } from './eligibility/application.events.ts';
import {
  EnrolmentStarted,
  EnrolmentChanged,
  EnrolmentSuspended,
  EnrolmentResumed,
  EnrolmentWaitlisted,
  EnrolmentEnded,
} from './eligibility/enrolment.events.ts';
import { ProgrammePublished, ProgrammeRetired } from './eligibility/programme.events.ts';
import { ReferralMade, ReferralAnswered } from './eligibility/referral.events.ts';
import { AppealFiled, AppealUpheld, AppealDismissed } from './grievances/appeal.events.ts';
import { CaseFiled, CaseAssigned, CaseEscalated, CaseResolved, CaseClosed } from './grievances/case.events.ts';
import { SensitiveRecorded } from './grievances/sensitive.events.ts';
import { AccessChanged } from './identity/access.events.ts';
import { ContributionReceived, ContributionReversed } from './payments/contribution.events.ts';
import { CycleOpened, CycleSubmitted, CycleApproved, CycleDispatched, CycleClosed } from './payments/cycle.events.ts';
import { InstructionIssued } from './payments/instruction.events.ts';
import { OutcomeReported } from './payments/outcome.events.ts';
import {
  PaymentInstructed,
  PaymentPaid,
  PaymentFailed,
  PaymentReturned,
  PaymentUnknown,
  PaymentHeld,
  PaymentReleased,
  PaymentCancelled,
  PaymentRecovered,
} from './payments/payment.events.ts';
import { AreaPublished } from './registry/area.events.ts';
import {
  HouseholdRegistered,
  HouseholdPayeeConfirmed,
  HouseholdUpdated,
  HouseholdMoved,
  HouseholdMerged,
  HouseholdClosed,
} from './registry/household.events.ts';
import { PayeeDesignated, PayeeChangeRequested, PayeeChangeRefused, PayeeVacated } from './registry/payee.events.ts';
import {
  PersonDied,
  PersonMerged,
  PersonIdentified,
  PersonDuplicateSuspected,
  PersonDuplicateDismissed,
} from './registry/person.events.ts';
import { SnapshotPublished } from './reporting/snapshot.events.ts';

/** Every event there is, by service. An event that is not in here cannot be published, and is documented nowhere. */
export const catalogue: readonly AnyEvent[] = [
  AccessChanged,
  AreaPublished,
  HouseholdRegistered,
  HouseholdPayeeConfirmed,
  HouseholdUpdated,
  HouseholdMoved,
  HouseholdMerged,
  HouseholdClosed,
  PersonDied,
  PersonMerged,
  PersonIdentified,
  PersonDuplicateSuspected,
  PersonDuplicateDismissed,
  PayeeDesignated,
  PayeeChangeRequested,
  PayeeChangeRefused,
  PayeeVacated,
  ProgrammePublished,
  ProgrammeRetired,
  ApplicationSubmitted,
  ApplicationRecommended,
  ApplicationDecided,
  EnrolmentStarted,
  EnrolmentChanged,
  EnrolmentSuspended,
  EnrolmentResumed,
  EnrolmentWaitlisted,
  EnrolmentEnded,
  ReferralMade,
  ReferralAnswered,
  CycleOpened,
  CycleSubmitted,
  CycleApproved,
  CycleDispatched,
  CycleClosed,
  PaymentInstructed,
  PaymentPaid,
  PaymentFailed,
  PaymentReturned,
  PaymentUnknown,
  PaymentHeld,
  PaymentReleased,
  PaymentCancelled,
  PaymentRecovered,
  InstructionIssued,
  OutcomeReported,
  ContributionReceived,
  ContributionReversed,
  CaseFiled,
  CaseAssigned,
  CaseEscalated,
  CaseResolved,
  CaseClosed,
  SensitiveRecorded,
  AppealFiled,
  AppealUpheld,
  AppealDismissed,
  SnapshotPublished,
];

const byType = new Map(catalogue.map((event) => [event.type, event]));
invariant(byType.size === catalogue.length, 'every event has a name of its own');

/** The event of that name, if there is one. */
export function findEvent(type: string): AnyEvent | undefined {
  return byType.get(type);
}
