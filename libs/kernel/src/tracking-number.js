import { checkDigit, hasValidCheckDigit } from "./check-digit.js";
import { InvalidValue } from "./invalid-value.js";
import { invariant } from "./invariant.js";
/** How many tracking numbers there are: too many to find a real one by guessing. */
export const trackingNumberCount = 10n ** 12n;
/**
 * Writes the number by which anyone may follow a case, digits only so that it can be read aloud and typed on any phone:
 * `4831-0927-5561-3`. `secret` is drawn at random, from 0 up to `trackingNumberCount`; the last digit is a check digit.
 */
export function formatTrackingNumber(secret) {
    invariant(secret >= 0n && secret < trackingNumberCount, 'the secret has at most 12 digits');
    const digits = String(secret).padStart(12, '0');
    return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}-${checkDigit(digits)}`;
}
/** Reads a tracking number however it is spaced into the form that `formatTrackingNumber` writes, or throws `InvalidValue`. */
export function parseTrackingNumber(text) {
    const digits = text.slice(0, 60).replace(/[\s\u2010-\u2015\u2212-]/g, '');
    if (!/^\d{13}$/.test(digits))
        throw new InvalidValue('number_malformed', 'A tracking number has thirteen digits.');
    if (!hasValidCheckDigit(digits))
        throw new InvalidValue('check_digit_wrong', 'The tracking number has a wrong digit.');
    return formatTrackingNumber(BigInt(digits.slice(0, 12)));
}
