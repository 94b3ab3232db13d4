import { appError } from '@janela/platform';

export class CategoryUnknown extends appError(
  'grievances.category_unknown',
  422,
  'There is no such category, or it takes no new cases',
) {}

export class CaseNotFound extends appError('grievances.case_not_found', 404, 'There is no such case') {}
export class HouseholdUnknown extends appError(
  'grievances.household_unknown',
  422,
  'No such household is known in your area',
) {}
export class ApplicationUnknown extends appError(
  'grievances.application_unknown',
  422,
  'No such application is known in your area',
) {}
export class PaymentUnknown extends appError(
  'grievances.payment_unknown',
  422,
  'No such payment is known in your area',
) {}
export class AreaUnknown extends appError('grievances.area_unknown', 422, 'There is no such area') {}
export class SubjectMissing extends appError(
  'grievances.subject_missing',
  422,
  'A complaint of this category must say what it is about',
) {}
export class SubjectsDiffer extends appError(
  'grievances.subjects_differ',
  422,
  'What the complaint is about belongs to different households or areas',
) {}
export class AreaMissing extends appError(
  'grievances.area_missing',
  422,
  'A complaint that is not about a household must say in which area it arose',
) {}

export class ActionNotPossible extends appError(
  'grievances.action_not_possible',
  409,
  'This cannot be done to a case in its state',
) {}
export class NoHigherLevel extends appError(
  'grievances.no_higher_level',
  409,
  'The case is at the highest level already',
) {}
export class OfficerUnknown extends appError('grievances.officer_unknown', 422, 'There is no such officer') {}
export class OfficerUnfit extends appError(
  'grievances.officer_unfit',
  422,
  'This officer does not work on such cases in this area',
) {}

export class AppealNotFound extends appError('grievances.appeal_not_found', 404, 'There is no such appeal') {}
export class AppealNotAboutCase extends appError(
  'grievances.appeal_not_about_case',
  422,
  'The case is not about what the appeal is against',
) {}
export class NothingToAppeal extends appError(
  'grievances.nothing_to_appeal',
  422,
  'There is no decision against the household to appeal against',
) {}
export class AppealTooLate extends appError(
  'grievances.appeal_too_late',
  422,
  'The time in which this could be appealed against is over',
) {}
export class AppealAlreadyFiled extends appError(
  'grievances.appeal_already_filed',
  409,
  'There is an appeal against this already',
) {}
export class AppealDecided extends appError('grievances.appeal_decided', 409, 'The appeal is decided already') {}
export class OwnDecision extends appError(
  'grievances.own_decision',
  403,
  'Whoever had a hand in it does not decide the appeal',
) {}

export class NumberUnknown extends appError('grievances.number_unknown', 404, 'There is no such tracking number') {}
export class TooManyGuesses extends appError(
  'grievances.too_many_guesses',
  429,
  'Too many numbers that do not exist were tried from this address',
) {}
