import { appError } from '@janela/platform';

export class FactsNotArrived extends appError(
  'eligibility.facts_not_arrived',
  404,
  'Nothing has been heard of this household yet; that says nothing about what it qualifies for',
) {}
export class HouseholdOver extends appError(
  'eligibility.household_over',
  409,
  'It is not a household any more: closed, merged into another, or nobody in it is alive',
) {}

export class NoConsent extends appError(
  'eligibility.no_consent',
  409,
  'The household does not allow its data to be used to find out what it qualifies for; record its consent first',
) {}
export class AsOfInFuture extends appError(
  'eligibility.as_of_in_future',
  422,
  'What a household qualifies for is not known before the day has come',
) {}

export class ScorecardNotFound extends appError('eligibility.scorecard_not_found', 404, 'There is no such scorecard') {}
export class ScorecardWrong extends appError(
  'eligibility.scorecard_wrong',
  422,
  'The scorecard cannot be read as it stands',
) {}
export class ScorecardDiffers extends appError(
  'eligibility.scorecard_differs',
  409,
  'There is a scorecard of this code, and it never changes; another one needs another code',
) {}

export class ProgrammeNotFound extends appError('eligibility.programme_not_found', 404, 'There is no such programme') {}
export class ProgrammeUnknown extends appError(
  'eligibility.programme_unknown',
  422,
  'No programme of this code has been published',
) {}
export class ProgrammeWrong extends appError(
  'eligibility.programme_wrong',
  422,
  'The programme or its rules cannot be taken as they stand',
) {}
export class ProgrammeDiffers extends appError(
  'eligibility.programme_differs',
  409,
  'There is a programme of this code, and it is another one',
) {}
export class VersionNotFound extends appError(
  'eligibility.version_not_found',
  404,
  'The programme has no such version',
) {}
export class VersionDiffers extends appError(
  'eligibility.version_differs',
  409,
  'There is a version of this number, and it is another one; another meaning is another version',
) {}
export class VersionNotDraft extends appError(
  'eligibility.version_not_draft',
  409,
  'The version is published, and never changes',
) {}
export class VersionNotLater extends appError(
  'eligibility.version_not_later',
  409,
  'A version takes effect after those that were published before it',
) {}
export class PublisherWroteIt extends appError(
  'eligibility.publisher_wrote_it',
  403,
  'Who wrote a version does not publish it',
) {}
export class ReachNeedsReason extends appError(
  'eligibility.reach_needs_reason',
  409,
  'Of the known register nearly everybody would qualify, or nearly nobody: if that is meant, say why',
) {}

export class SearchWithoutTerm extends appError(
  'eligibility.search_without_term',
  400,
  'A search says what it looks for',
) {}

export class ApplicationNotFound extends appError(
  'eligibility.application_not_found',
  404,
  'There is no such application',
) {}
export class WrongSubject extends appError(
  'eligibility.wrong_subject',
  422,
  'A programme that covers persons is applied for by a person, any other by a household',
) {}
export class ProgrammeNotOpen extends appError(
  'eligibility.programme_not_open',
  409,
  'No version of the programme is in force yet',
) {}
export class ApplicationOpen extends appError(
  'eligibility.application_open',
  409,
  'There is an application for this programme that nobody has decided',
) {}
export class AlreadyEnrolled extends appError(
  'eligibility.already_enrolled',
  409,
  'They are in the programme already, or wait for a place in it',
) {}
export class ApplicationState extends appError(
  'eligibility.application_state',
  409,
  'The application is not in a state that allows this',
) {}
export class OwnApplication extends appError(
  'eligibility.own_application',
  403,
  'Who took an application in does not decide it',
) {}
export class OwnHousehold extends appError(
  'eligibility.own_household',
  403,
  'Who registered a household, or asked for its payee, does not decide its application',
) {}
export class DecidedBefore extends appError(
  'eligibility.decided_before',
  403,
  'Who decided an application before does not decide it again',
) {}
export class ReasonNeeded extends appError(
  'eligibility.reason_needed',
  422,
  'To refuse, or to decide otherwise than is recommended, needs a written reason',
) {}
export class DuplicateSuspected extends appError(
  'eligibility.duplicate_suspected',
  409,
  'Somebody of the same official number is in this programme, waits or has applied in it: say why both may be in it, or refuse',
) {}
export class AmountUnknown extends appError(
  'eligibility.amount_unknown',
  409,
  'What is due cannot be told while something that it depends on is not known; settle that first',
) {}
export class SubjectGone extends appError(
  'eligibility.subject_gone',
  409,
  'The person has died, or is no member of the household any more',
) {}

export class EnrolmentNotFound extends appError('eligibility.enrolment_not_found', 404, 'There is no such enrolment') {}
export class EnrolmentState extends appError(
  'eligibility.enrolment_state',
  409,
  'The enrolment is not in a state that allows this',
) {}
export class DayOutOfRange extends appError(
  'eligibility.day_out_of_range',
  422,
  'A change holds from a day after the one before it, and not from one that has yet to come',
) {}
