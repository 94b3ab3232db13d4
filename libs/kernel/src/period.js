import { rangeContains } from "./date-range.js";
import { InvalidValue } from "./invalid-value.js";
import { addDays, addMonths, isPlainDate, partsOf, plainDate } from "./plain-date.js";
/** Whether the text names a real month. */
export function isPeriod(text) {
    return text.length === 7 && isPlainDate(`${text}-01`);
}
/** Reads a period, or throws `InvalidValue`. */
export function period(text) {
    if (!isPeriod(text))
        throw new InvalidValue('period_malformed', `"${text.slice(0, 40)}" is not a period (YYYY-MM).`);
    return text;
}
/**
 * The period of so many months that a day falls in, where the first period of a year starts in January: with 2 months,
 * 2026-12-05 is in 2026-11. `months` divides the year: 1, 2, 3, 4, 6 or 12.
 */
export function periodOf(date, months) {
    const { year, month } = partsOf(date);
    return monthOf(year, month - ((month - 1) % months));
}
/** Whether a period of so many months may start here: 2026-11 may with 2 months, 2026-12 may not. */
export function startsPeriod(first, months) {
    return periodOf(firstDay(first), months) === first;
}
/** The days of a period that lasts so many months. */
export function daysOf(first, months) {
    return { from: firstDay(first), to: addDays(addMonths(firstDay(first), months), -1) };
}
/** Whether a day falls in the period that lasts so many months. */
export function periodContains(first, months, date) {
    return rangeContains(daysOf(first, months), date);
}
/** The period that follows one of so many months. */
export function nextPeriod(first, months) {
    return monthAt(addMonths(firstDay(first), months));
}
/** The period before, when each lasts so many months. */
export function previousPeriod(first, months) {
    return nextPeriod(first, -months);
}
function firstDay(first) {
    return plainDate(`${period(first)}-01`);
}
function monthAt(date) {
    const { year, month } = partsOf(date);
    return monthOf(year, month);
}
function monthOf(year, month) {
    return period(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);
}
