import { appErrors } from '@janela/platform';

export const {
  ProposerCannotConfirm,
  FundsNotFound,
  FundsDecided,
  PaidAmountMissing,
  PaidAmountNotAsked,
  SettlementNotFound,
  SettlementDecided,
  SettlementProposed,
  MakerCannotConfirm,
  AlreadyRequested,
  ReissueNotFound,
  ReissueDecided,
  DifferenceOpen,
  PayeeChanged,
} = appErrors('payments', {
  ProposerCannotConfirm: [
    403,
    'proposer_cannot_confirm',
    'Who proposed it does not decide on it: that takes a second person',
  ],
  FundsNotFound: [404, 'funds_not_found', 'There are no such funds'],
  FundsDecided: [409, 'funds_decided', 'These funds are approved or refused already'],
  PaidAmountMissing: [422, 'paid_amount_missing', 'Say what it came to in the currency of the payment'],
  PaidAmountNotAsked: [
    422,
    'paid_amount_not_asked',
    'The amount is known, or none was paid; it is not to be said again',
  ],
  SettlementNotFound: [404, 'settlement_not_found', 'There is no such settlement'],
  SettlementDecided: [409, 'settlement_decided', 'This settlement is confirmed or refused already'],
  SettlementProposed: [409, 'settlement_proposed', 'It is proposed already what became of this payment'],
  MakerCannotConfirm: [
    403,
    'maker_cannot_confirm',
    'Who opened or submitted the cycle of a payment does not confirm what became of it',
  ],
  AlreadyRequested: [409, 'reissue_requested', 'It is requested already that this payment be paid again'],
  ReissueNotFound: [404, 'reissue_not_found', 'There is no such request'],
  ReissueDecided: [409, 'reissue_decided', 'This request is approved or refused already'],
  DifferenceOpen: [
    409,
    'difference_open',
    'A difference about this payment, or about one that it replaces, waits to be settled',
  ],
  PayeeChanged: [409, 'payee_changed', 'The payee is another one than when it was first paid; say which one was seen'],
});
