import { areaCode, isAreaCode } from "./area-code.js";
import { checkDigit } from "./check-digit.js";
import { InvalidValue } from "./invalid-value.js";
import { invariant } from "./invariant.js";
const numberPattern = /^([0-9A-Z]+)-(\d{6}|[1-9]\d{6,8})-(\d)$/;
/** Writes a household's number with its check digit: `ZM104011-000123-3`. */
export function formatHouseholdNumber({ areaCode: area, serial }) {
    invariant(Number.isInteger(serial) && serial >= 1 && serial <= 999_999_999, 'a serial is between 1 and 999,999,999');
    const digits = String(serial).padStart(6, '0');
    return `${areaCode(area)}-${digits}-${checkDigit(digitsOf(area) + digits)}`;
}
/**
 * Reads a household's number as people type it: small letters are forgiven, and spaces or other dashes between its
 * parts. Throws `InvalidValue`: `check_digit_wrong` is a slip of the pen, `number_malformed` no number.
 */
export function parseHouseholdNumber(text) {
    const typed = text
        .slice(0, 60)
        .trim()
        .toUpperCase()
        .replace(/[\s\u2010-\u2015\u2212-]+/g, '-');
    const [, area = '', digits = '', check] = numberPattern.exec(typed) ?? [];
    if (!isAreaCode(area) || Number(digits) === 0)
        throw new InvalidValue('number_malformed', `"${text.slice(0, 40)}" is not a household number.`);
    if (checkDigit(digitsOf(area) + digits) !== check)
        throw new InvalidValue('check_digit_wrong', `${typed} has a wrong digit or two digits swapped.`);
    return { areaCode: area, serial: Number(digits) };
}
/** Letters count as two digits (A is 10, Z is 35), so that a wrong letter is nearly always caught as well. */
function digitsOf(area) {
    return area.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}
