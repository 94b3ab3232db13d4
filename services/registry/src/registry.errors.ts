import { appError } from '@janela/platform';

export class AreaUnknown extends appError('registry.area_unknown', 422, 'There is no such area') {}
export class AreaClosed extends appError('registry.area_closed', 422, 'The area does not exist on this day') {}
export class AreaTooLarge extends appError(
  'registry.area_too_large',
  422,
  'A household lives in an area of a country',
) {}
export class AreaParentUnknown extends appError(
  'registry.area_parent_unknown',
  422,
  'An area lies in one that does not exist',
) {}

export class HouseholdNotFound extends appError('registry.household_not_found', 404, 'There is no such household') {}
export class HouseholdNotActive extends appError(
  'registry.household_not_active',
  409,
  'The household is closed or merged into another',
) {}
export class ReferenceTaken extends appError(
  'registry.reference_taken',
  409,
  'A household with this external reference is registered already',
) {}
export class HeadMissing extends appError(
  'registry.head_missing',
  422,
  'The household would have nobody who is its head',
) {}
export class HeadTwice extends appError('registry.head_twice', 422, 'The household would have two heads') {}
export class IdentifierTwice extends appError(
  'registry.identifier_twice',
  422,
  'Two members of the household would have the same official number',
) {}
export class TooManyMembers extends appError(
  'registry.too_many_members',
  422,
  'A household has at most sixty members',
) {}
export class NobodyAlive extends appError(
  'registry.nobody_alive',
  409,
  'Nobody of this household is alive: close it, or withdraw a death',
) {}
export class MemberNotFound extends appError(
  'registry.member_not_found',
  422,
  'A person who is named is not a member of the household',
) {}
export class PayeeNotAMember extends appError(
  'registry.payee_not_a_member',
  422,
  'Only a living member of the household can collect for it',
) {}

export class NoPayeeChange extends appError(
  'registry.no_payee_change',
  409,
  'No change of who collects waits for a second person',
) {}
export class PayeeChangeOwn extends appError(
  'registry.payee_change_own',
  403,
  'Who asked for another payee or account does not decide about it',
) {}
export class PayeeChangeOfAnother extends appError(
  'registry.payee_change_of_another',
  403,
  'Only who asked for another payee or account takes it back',
) {}
export class ConsentWithdrawn extends appError(
  'registry.consent_withdrawn',
  422,
  'The consent was withdrawn after the day on which it was given',
) {}
export class DateTooEarly extends appError('registry.date_too_early', 422, 'A day lies before what it is about') {}

export class PersonNotFound extends appError('registry.person_not_found', 404, 'There is no such person') {}
export class DeathBeforeBirth extends appError('registry.death_before_birth', 422, 'The death lies before the birth') {}
export class DeathCertified extends appError(
  'registry.death_certified',
  409,
  'A death that is certified is neither changed nor withdrawn',
) {}
export class NoDeathReported extends appError('registry.no_death_reported', 409, 'No death was reported') {}

export class SearchWithoutTerm extends appError(
  'registry.search_without_term',
  400,
  'A search needs a name, a number, an identifier or a telephone number',
) {}
export class BirthUnreadable extends appError(
  'registry.birth_unreadable',
  400,
  'A birth is a day, a month or a year, such as 1949-08-16, 16/08/1949, 08/1949 or 1949',
) {}
export class NumberMalformed extends appError('registry.number_malformed', 400, 'This is not a household number') {}
export class CheckDigitWrong extends appError(
  'registry.check_digit_wrong',
  400,
  'The household number has a wrong digit or two digits swapped',
) {}

export class ImportNotFound extends appError('registry.import_not_found', 404, 'There is no such import') {}
export class ImportEmpty extends appError('registry.import_empty', 422, 'The file has no rows') {}
export class ImportBinary extends appError('registry.import_binary', 422, 'The file is not text') {}
export class ImportNotUtf8 extends appError('registry.import_not_utf8', 422, 'The file is not UTF-8') {}
export class ImportHeaderUnreadable extends appError(
  'registry.import_header_unreadable',
  422,
  'The first line is not a header of a CSV file',
) {}
export class ImportColumnsMissing extends appError(
  'registry.import_columns_missing',
  422,
  'Columns that every file must have are missing',
) {}
export class ImportColumnsUnknown extends appError(
  'registry.import_columns_unknown',
  422,
  'The file has columns that are not known',
) {}
export class ImportColumnsRepeated extends appError(
  'registry.import_columns_repeated',
  422,
  'The file has a column twice',
) {}
export class ImportTooManyColumns extends appError(
  'registry.import_too_many_columns',
  422,
  'The file has more columns than a file of households can have',
) {}
export class ImportTooLarge extends appError('registry.import_too_large', 413, 'The file is too large') {}
export class WaitingNotFound extends appError('registry.waiting_not_found', 404, 'No such form waits') {}
export class WaitingOwn extends appError(
  'registry.waiting_own',
  403,
  'Whoever sent the file does not decide that its form is the same household',
) {}
export class WaitingDecided extends appError('registry.waiting_decided', 409, 'It was decided already') {}

export class DuplicateNotFound extends appError(
  'registry.duplicate_not_found',
  404,
  'There is no such possible duplicate',
) {}
export class DuplicateDismissed extends appError(
  'registry.duplicate_dismissed',
  409,
  'Somebody has found already that these are two people',
) {}
export class DuplicateOwn extends appError(
  'registry.duplicate_own',
  403,
  'Whoever registered one of the two cannot say that they are two people',
) {}
