import { appError } from '@janela/platform';

export class ProposerCannotConfirm extends appError(
  'payments.proposer_cannot_confirm',
  403,
  'Who proposed it does not decide on it: that takes a second person',
) {}
export class FundsNotFound extends appError('payments.funds_not_found', 404, 'There are no such funds') {}
export class FundsDecided extends appError(
  'payments.funds_decided',
  409,
  'Somebody has approved or refused these funds already',
) {}
export class PaidAmountMissing extends appError(
  'payments.paid_amount_missing',
  422,
  'Say what it came to in the currency of the payment',
) {}
export class PaidAmountNotAsked extends appError(
  'payments.paid_amount_not_asked',
  422,
  'The amount is known, or none was paid; it is not to be said again',
) {}
export class SettlementNotFound extends appError('payments.settlement_not_found', 404, 'There is no such settlement') {}
export class SettlementDecided extends appError(
  'payments.settlement_decided',
  409,
  'Somebody has confirmed or refused this settlement already',
) {}
export class SettlementProposed extends appError(
  'payments.settlement_proposed',
  409,
  'Somebody has proposed already what became of this payment',
) {}
export class MakerCannotConfirm extends appError(
  'payments.maker_cannot_confirm',
  403,
  'Who opened or submitted the cycle of a payment does not confirm what became of it',
) {}
export class AlreadyRequested extends appError(
  'payments.reissue_requested',
  409,
  'Somebody has asked already that this payment be paid again',
) {}
export class ReissueNotFound extends appError('payments.reissue_not_found', 404, 'There is no such request') {}
export class ReissueDecided extends appError(
  'payments.reissue_decided',
  409,
  'Somebody has approved or refused this request already',
) {}
export class DifferenceOpen extends appError(
  'payments.difference_open',
  409,
  'A difference about this payment, or about one that it replaces, waits to be settled',
) {}
export class PayeeChanged extends appError(
  'payments.payee_changed',
  409,
  'The payee is another one than when it was first paid; say which one was seen',
) {}
