import { daysBetween } from "./plain-date.js";
/** Whether a day lies in the range. */
export function rangeContains({ from, to }, date) {
    return date >= from && (to === undefined || date <= to);
}
/** The days that two ranges share, or nothing. */
export function intersect(a, b) {
    const from = a.from > b.from ? a.from : b.from;
    const to = earlier(a.to, b.to);
    if (to === undefined)
        return { from };
    return from <= to ? { from, to } : undefined;
}
/** Whether two ranges share a day. */
export function overlap(a, b) {
    return intersect(a, b) !== undefined;
}
/** How many days are in a range: 1 when it starts and ends on one day, `Infinity` without an end. */
export function daysIn({ from, to }) {
    return to === undefined ? Infinity : Math.max(0, daysBetween(from, to) + 1);
}
function earlier(a, b) {
    if (a === undefined || b === undefined)
        return a ?? b;
    return a < b ? a : b;
}
