import { appError } from '@janela/platform';

export class ProgrammeNotFound extends appError(
  'payments.programme_not_found',
  404,
  'No programme of this code pays anything out',
) {}
export class CycleNotFound extends appError('payments.cycle_not_found', 404, 'There is no such cycle') {}
export class PaymentNotFound extends appError('payments.payment_not_found', 404, 'There is no such payment') {}
export class InstructionNotFound extends appError(
  'payments.instruction_not_found',
  404,
  'There is no such instruction of yours',
) {}
export class DifferenceNotFound extends appError('payments.difference_not_found', 404, 'There is no such difference') {}
export class ContributionNotFound extends appError(
  'payments.contribution_not_found',
  404,
  'There is no such contribution',
) {}

export class PeriodInFuture extends appError('payments.period_in_future', 422, 'This period has not begun') {}
export class PeriodStartsElsewhere extends appError(
  'payments.period_starts_elsewhere',
  422,
  'No period of this programme starts with this month',
) {}
export class CycleExists extends appError(
  'payments.cycle_exists',
  409,
  'There is a cycle of this programme for this period already',
) {}
export class NothingDue extends appError('payments.nothing_due', 409, 'Nothing is due to anybody for this period') {}
export class CurrenciesMixed extends appError(
  'payments.currencies_mixed',
  409,
  'Some entitlements are in another currency than the programme',
) {}

export class CycleState extends appError('payments.cycle_state', 409, 'The cycle is not in a state that allows this') {}
export class MakerCannotApprove extends appError(
  'payments.maker_cannot_approve',
  403,
  'Who opened or submitted a cycle does not approve it',
) {}
export class ListChanged extends appError(
  'payments.list_changed',
  409,
  'The list is not the one that was submitted; send it back',
) {}
export class ApprovedListChanged extends appError(
  'payments.approved_list_changed',
  409,
  'The list is not the one that was approved; nothing of it is sent',
) {}
export class NotEnoughFunds extends appError(
  'payments.not_enough_funds',
  409,
  'The programme does not have that much to spend',
) {}
export class CycleNotSettled extends appError(
  'payments.cycle_not_settled',
  409,
  'Of some payments it is not known, or not explained, what became of them',
) {}

export class PaymentState extends appError(
  'payments.payment_state',
  409,
  'The payment is not in a state that allows this',
) {}
export class NoPayee extends appError(
  'payments.no_payee',
  409,
  'Nobody is known who could be paid, or who could pay',
) {}
export class NotPayable extends appError(
  'payments.not_payable',
  409,
  'Something speaks against paying it; what that is has to be put right where it comes from',
) {}
export class RequesterCannotConfirm extends appError(
  'payments.requester_cannot_confirm',
  403,
  'Who asked for it, or opened or submitted the cycle, does not confirm whom a payment goes to',
) {}
export class NothingToConfirm extends appError(
  'payments.nothing_to_confirm',
  409,
  'The payment does not wait for anybody to confirm whom it goes to',
) {}
export class AlreadyReissued extends appError(
  'payments.already_reissued',
  409,
  'Another payment makes this one good already',
) {}

export class PaidAlready extends appError(
  'payments.paid_already',
  409,
  'Another payment for the same period is paid or under way',
) {}
export class EnrolmentNotStanding extends appError(
  'payments.enrolment_not_standing',
  409,
  'The enrolment does not stand for this period',
) {}

export class OutcomeAmountDiffers extends appError(
  'payments.outcome_amount_differs',
  422,
  'The amount is not the one that was instructed; it is written down and changes nothing',
) {}
export class OutcomeCurrencyDiffers extends appError(
  'payments.outcome_currency_differs',
  422,
  'The currency is not the one that was instructed; it is written down and changes nothing',
) {}
export class OutcomeInFuture extends appError(
  'payments.outcome_in_future',
  422,
  'It cannot have happened yet; it is written down and changes nothing',
) {}
export class OutcomeBeforeInstruction extends appError(
  'payments.outcome_before_instruction',
  422,
  'It cannot have happened before it was asked for; it is written down and changes nothing',
) {}
export class OutcomeAfterFinal extends appError(
  'payments.outcome_after_final',
  409,
  'Something else is known for certain already; it is written down and changes nothing',
) {}

export class DifferenceSettled extends appError(
  'payments.difference_settled',
  409,
  'Somebody has settled this difference already, or proposed how to',
) {}
export class NotAcceptable extends appError(
  'payments.difference_not_acceptable',
  409,
  'What was reported cannot be booked as it stands; it can be put aside',
) {}
export class AmountBeyondCounting extends appError(
  'payments.amount_beyond_counting',
  422,
  'With this amount an account would hold more than a book can show exactly',
) {}

export class ProviderExists extends appError(
  'payments.provider_exists',
  409,
  'There is a provider of this code already, and it is another one',
) {}
export class DayInFuture extends appError('payments.day_in_future', 422, 'This day has not come yet in the country') {}
export class DayLongAgo extends appError(
  'payments.day_long_ago',
  422,
  'This day is so long ago that it must be a slip of the hand',
) {}
export class FundsReferenceUsed extends appError(
  'payments.funds_reference_used',
  409,
  'This reference stands for other funds already',
) {}
export class FundsBeyondCounting extends appError(
  'payments.funds_beyond_counting',
  422,
  'With these, the funds of this currency would be more than a book can show exactly',
) {}
export class OtherCurrency extends appError('payments.other_currency', 422, 'The programme is in another currency') {}
export class ReceiptUsed extends appError(
  'payments.receipt_used',
  409,
  'This receipt stands for another contribution already',
) {}
export class NotAMember extends appError(
  'payments.not_a_member',
  409,
  'This person is not a member of the programme',
) {}
export class MemberDied extends appError(
  'payments.member_died',
  409,
  'This member had died before this month began, or before this day',
) {}
export class ContributionReversed extends appError(
  'payments.contribution_reversed',
  409,
  'The contribution was reversed already',
) {}
