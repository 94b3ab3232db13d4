import { areaCodeLengths } from './area-code-lengths.ts';
import { InvalidValue } from './invalid-value.ts';

/**
 * An OCHA P-code: the code of a country (`ZM`), followed by those of its areas from the largest down (`ZM104011`). Each
 * country has its own lengths, so codes are taken apart here and nowhere else.
 */
export type AreaCode = string;

/** The scope that contains every area of every country. */
export const everywhere = '*';

/** Returns whether the text has the shape of a code in its country. Whether there is such an area, only the registry knows. */
export function isAreaCode(text: string): text is AreaCode {
  return findLevel(text) !== undefined;
}

/** Reads an area code, or throws `InvalidValue`. */
export function areaCode(text: string): AreaCode {
  areaLevel(text);
  return text;
}

/** 0 for a country, 1 for its largest areas (provinces in Zambia), 2 for districts, 3 and more below them. */
export function areaLevel(code: AreaCode): number {
  const level = findLevel(code);
  if (level === undefined)
    throw new InvalidValue('area_malformed', `"${code.slice(0, 40)}" is not an area code (OCHA P-code).`);
  return level;
}

/** The country's part of a code: `ZM` for `ZM104011`. */
export function areaCountry(code: AreaCode): AreaCode {
  return areaAtLevel(code, 0);
}

/** The area of that level in which this one lies; itself at its own level. Throws `InvalidValue` below its level. */
export function areaAtLevel(code: AreaCode, level: number): AreaCode {
  const own = areaLevel(code);
  if (level > own || level < 0) throw new InvalidValue('area_malformed', `${code} lies in no area of level ${level}.`);
  return code.slice(0, lengthsOf(code)?.[level]);
}

/** The area in which this one lies directly; of a country, nothing. */
export function areaParent(code: AreaCode): AreaCode | undefined {
  const level = areaLevel(code);
  return level === 0 ? undefined : areaAtLevel(code, level - 1);
}

/** Every area in which this one lies, its country first, itself last. */
export function areaPath(code: AreaCode): AreaCode[] {
  return Array.from({ length: areaLevel(code) + 1 }, (_, level) => areaAtLevel(code, level));
}

/** Returns whether an area is the scope or lies in it. A scope that is no area code contains nothing, except `*`. */
export function areaContains(scope: string, area: AreaCode): boolean {
  if (scope === everywhere) return true;
  return area.startsWith(scope) && isAreaCode(scope) && areaCountry(scope) === areaCountry(area);
}

/** Returns whether an area lies in any of the scopes; in none of no scopes. */
export function anyAreaContains(scopes: readonly string[], area: AreaCode): boolean {
  return scopes.some((scope) => areaContains(scope, area));
}

function findLevel(code: string): number | undefined {
  if (!/^[A-Z]{2,3}[0-9A-Z]*$/.test(code)) return undefined;
  const level = lengthsOf(code)?.indexOf(code.length);
  return level === -1 ? undefined : level;
}

/** Total lengths by level; three letters go before two, because Burundi's `BDI` begins like Bangladesh's `BD`. */
function lengthsOf(code: string): readonly number[] | undefined {
  return areaCodeLengths.get(code.slice(0, 3)) ?? areaCodeLengths.get(code.slice(0, 2));
}
