import { minorUnits } from "./currency.js";
import { InvalidValue } from "./invalid-value.js";
const decimalPattern = /^-?\d{1,30}(\.\d{1,30})?$/;
/**
 * Reads a decimal as programs write it (`1200.5`, `-3`) into minor units. Throws `InvalidValue` for anything else, such as
 * separators or an exponent, and for a fraction of the smallest unit: `12.505` is no amount in ZMW, `0.5` none in UGX.
 */
export function parseMoney(text, currency) {
    const units = minorUnits(currency);
    if (!decimalPattern.test(text))
        throw new InvalidValue('amount_malformed', `"${text.slice(0, 40)}" is not an amount.`);
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    if (/[1-9]/.test(fraction.slice(units)))
        throw new InvalidValue('amount_too_exact', `${text} is more exact than ${currency}, which has ${units} decimals.`);
    const minor = BigInt(whole + fraction.slice(0, units).padEnd(units, '0'));
    return { amountMinor: text.startsWith('-') ? -minor : minor, currency };
}
/** Writes the decimal that `parseMoney` reads, with all the decimals of the currency: `1200.50`, `500` in UGX. */
export function formatMoney({ amountMinor, currency }) {
    const units = minorUnits(currency);
    const sign = amountMinor < 0n ? '-' : '';
    const digits = String(amountMinor < 0n ? -amountMinor : amountMinor).padStart(units + 1, '0');
    if (units === 0)
        return sign + digits;
    return `${sign}${digits.slice(0, -units)}.${digits.slice(-units)}`;
}
/** An amount for a person to read, in the habits of a locale such as `en-ZM`: symbol, grouping, the currency's decimals. */
export function displayMoney(amount, locale) {
    const digits = minorUnits(amount.currency);
    const style = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: amount.currency,
        currencyDisplay: 'symbol',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
    });
    // As text, because a number would round large amounts.
    return style.format(formatMoney(amount));
}
