import { InvalidValue } from './invalid-value.ts';

/** Damm's quasigroup of order 10: every wrong digit and every two neighbours swapped change the result. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/**
 * The digit to write after a number so that a slip of the pen is caught: every single wrong digit and every swap of two
 * neighbours (H. Michael Damm, 2004). Throws `InvalidValue` when the text is not digits only.
 */
export function checkDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new InvalidValue('number_malformed', 'A check digit is computed from digits only.');
  let interim = 0;
  for (const digit of digits) interim = Number(damm[interim]?.[Number(digit)]);
  return String(interim);
}

/** Returns whether the last digit is the check digit of those before it. */
export function hasValidCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits) === '0';
}
