import { areaCodeLengths } from "./area-code-lengths.js";
import { InvalidValue } from "./invalid-value.js";
/** The scope that contains every area of every country. */
export const everywhere = '*';
/** Whether the text has the shape of a code in its country. Whether there is such an area, only the registry knows. */
export function isAreaCode(text) {
    return findLevel(text) !== undefined;
}
/** Reads an area code, or throws `InvalidValue`. */
export function areaCode(text) {
    areaLevel(text);
    return text;
}
/** 0 for a country, 1 for its largest areas (provinces in Zambia), 2 for districts, 3 and more below them. */
export function areaLevel(code) {
    const level = findLevel(code);
    if (level === undefined)
        throw new InvalidValue('area_malformed', `"${code.slice(0, 40)}" is not an area code (OCHA P-code).`);
    return level;
}
/** The country's part of a code: `ZM` for `ZM104011`. */
export function areaCountry(code) {
    return areaAtLevel(code, 0);
}
/** The area of that level in which this one lies; itself at its own level. Throws `InvalidValue` below its level. */
export function areaAtLevel(code, level) {
    const own = areaLevel(code);
    if (level > own || level < 0)
        throw new InvalidValue('area_malformed', `${code} lies in no area of level ${level}.`);
    return code.slice(0, lengthsOf(code)?.[level]);
}
/** The area in which this one lies directly; of a country, nothing. */
export function areaParent(code) {
    const level = areaLevel(code);
    return level === 0 ? undefined : areaAtLevel(code, level - 1);
}
/** Every area in which this one lies, its country first, itself last. */
export function areaPath(code) {
    return Array.from({ length: areaLevel(code) + 1 }, (_, level) => areaAtLevel(code, level));
}
/** Whether an area is the scope or lies in it. A scope that is no area code contains nothing, except `*`. */
export function areaContains(scope, area) {
    if (scope === everywhere)
        return true;
    return area.startsWith(scope) && isAreaCode(scope) && areaCountry(scope) === areaCountry(area);
}
/** Whether an area lies in any of the scopes; in none of no scopes. */
export function anyAreaContains(scopes, area) {
    return scopes.some((scope) => areaContains(scope, area));
}
function findLevel(code) {
    if (!/^[A-Z]{2,3}[0-9A-Z]*$/.test(code))
        return undefined;
    const level = lengthsOf(code)?.indexOf(code.length);
    return level === -1 ? undefined : level;
}
/** Total lengths by level; three letters go before two, because Burundi's `BDI` begins like Bangladesh's `BD`. */
function lengthsOf(code) {
    return areaCodeLengths.get(code.slice(0, 3)) ?? areaCodeLengths.get(code.slice(0, 2));
}
