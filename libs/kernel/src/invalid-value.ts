/** Why a value was refused: a stable word for programs, beside the sentence for people. */
export type InvalidValueCode =
  | 'currency_unknown'
  | 'currency_differs'
  | 'amount_malformed'
  | 'amount_too_exact'
  | 'amount_unsafe'
  | 'date_malformed'
  | 'date_out_of_range'
  | 'period_malformed'
  | 'not_born_yet'
  | 'area_malformed'
  | 'number_malformed'
  | 'check_digit_wrong';

/** A value from outside is not what it claims to be: a refusal to pass on with its `code`, not a bug. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue';
  readonly code: InvalidValueCode;

  constructor(code: InvalidValueCode, message: string) {
    super(message);
    this.code = code;
  }
}
