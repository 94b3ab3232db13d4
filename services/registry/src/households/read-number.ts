import { areaLevel, formatHouseholdNumber, InvalidValue, isAreaCode, parseHouseholdNumber } from '@janela/kernel';

import { CheckDigitWrong, NumberMalformed } from '../registry.errors.ts';

const withCheckDigit = /^(\d{6}|[1-9]\d{6,8})(\d)$/;
const withoutCheckDigit = /^(?:\d{6}|[1-9]\d{6,8})$/;
const shortestArea = 3;
const shortestSerial = 6;

/**
 * The household numbers that a text can be read as, the likeliest first: as it stands on the card, or without its dashes, or without
 * its check digit. None where it is no such number; a slip of the pen is refused in words of its own.
 */
export function readHouseholdNumbers(text: string): string[] {
  const asOnCard = readAsOnCard(text);
  if (asOnCard !== undefined) return [asOnCard];
  const plain = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (plain.length > 60 || !/^[A-Z]{2}/.test(plain)) return [];
  const cuts = Array.from({ length: plain.length }, (_, cut) => cut).filter(
    (cut) => cut >= shortestArea && plain.length - cut >= shortestSerial,
  );
  const pairs = cuts
    .map((cut) => ({ areaCode: plain.slice(0, cut), rest: plain.slice(cut) }))
    .filter(({ areaCode }) => isAreaCode(areaCode) && areaLevel(areaCode) > 0);
  const checked = pairs.flatMap(({ areaCode, rest }) => {
    const [, serial = '', digit = ''] = withCheckDigit.exec(rest) ?? [];
    return Number(serial) > 0 ? [{ number: formatHouseholdNumber({ areaCode, serial: Number(serial) }), digit }] : [];
  });
  const right = checked.flatMap(({ number, digit }) => (number.endsWith(digit) ? [number] : []));
  const unchecked = pairs.flatMap(({ areaCode, rest }) =>
    withoutCheckDigit.test(rest) && Number(rest) > 0 ? [formatHouseholdNumber({ areaCode, serial: Number(rest) })] : [],
  );
  if (right.length === 0 && unchecked.length === 0 && checked.length > 0) throw new CheckDigitWrong();
  return [...right, ...unchecked];
}

/** Like `readHouseholdNumbers`, for a text that must be one. */
export function mustBeHouseholdNumbers(text: string): string[] {
  const numbers = readHouseholdNumbers(text);
  if (numbers.length === 0) throw new NumberMalformed();
  return numbers;
}

function readAsOnCard(text: string): string | undefined {
  try {
    return formatHouseholdNumber(parseHouseholdNumber(text));
  } catch (error) {
    if (!(error instanceof InvalidValue)) throw error;
    if (error.code === 'check_digit_wrong') throw new CheckDigitWrong();
    return undefined;
  }
}
