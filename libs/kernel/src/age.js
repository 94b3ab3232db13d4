import { InvalidValue } from "./invalid-value.js";
import { addDays, addMonths, compareDates, partsOf, plainDateOf } from "./plain-date.js";
/**
 * Completed years on a day. Who was born on 29 February becomes a year older on 1 March where the year has no such day.
 * Throws `InvalidValue` for a day before the birth.
 */
export function ageAt(bornOn, on) {
    return Math.floor(ageInMonthsAt(bornOn, on) / 12);
}
/** Completed months on a day, for rules about infants. Throws `InvalidValue` for a day before the birth. */
export function ageInMonthsAt(bornOn, on) {
    if (on < bornOn)
        throw new InvalidValue('not_born_yet', `Who was born on ${bornOn} has no age on ${on}.`);
    const [born, then] = [partsOf(bornOn), partsOf(on)];
    const months = (then.year - born.year) * 12 + then.month - born.month;
    return then.day < born.day ? months - 1 : months;
}
/**
 * The ages that somebody can have on a day when only the month or the year of birth is known. Both are equal away from a
 * birthday. Throws `InvalidValue` when even the earliest possible birth lies after that day.
 */
export function ageRangeAt(bornOn, precision, on) {
    const { first, last } = possibleBirths(bornOn, precision);
    const youngest = compareDates(last, on) > 0 ? on : last;
    return { atLeast: ageAt(youngest, on), atMost: ageAt(first, on) };
}
/**
 * Whether somebody has completed so many years by a day: true, false, or `null` while the birth date is not known well
 * enough to tell. Who is not born yet has reached no age.
 */
export function hasReachedAge(years, bornOn, precision, on) {
    const { first, last } = possibleBirths(bornOn, precision);
    if (reachesAgeOn(years, last) <= on)
        return true;
    return reachesAgeOn(years, first) <= on ? null : false;
}
/** The day on which somebody completes so many years. */
export function reachesAgeOn(years, bornOn) {
    const birthday = addMonths(bornOn, years * 12);
    return partsOf(birthday).day < partsOf(bornOn).day ? addDays(birthday, 1) : birthday;
}
/** The first and the last day on which the birth can have been. */
function possibleBirths(bornOn, precision) {
    const { year, month } = partsOf(bornOn);
    switch (precision) {
        case 'day':
            return { first: bornOn, last: bornOn };
        case 'month': {
            const first = plainDateOf(year, month, 1);
            return { first, last: addDays(addMonths(first, 1), -1) };
        }
        case 'year':
            return { first: plainDateOf(year, 1, 1), last: plainDateOf(year, 12, 31) };
    }
}
