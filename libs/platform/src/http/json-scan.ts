import { BodyTooDeep, ForbiddenCharacter, ForbiddenField, RepeatedField, TooManyFields } from '../errors/refusals.ts';

export const maxDepth = 32;
export const maxFields = 50_000;

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const colon = 0x3a;

/**
 * Looks over a JSON text that has already been parsed once, for what parsing hides or makes dangerous later: names that reach
 * prototypes, a name given twice in one object (two readers may disagree on which counts), characters that Postgres cannot store.
 */
export function inspectJson(text: string): void {
  const namesByDepth: (Set<string> | undefined)[] = [];
  let lastString: string | undefined;

  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      lastString = readString(text.slice(at, end + 1));
      at = end;
    } else if (code === openBrace) namesByDepth.push(new Set());
    else if (code === openBracket) namesByDepth.push(undefined);
    else if (code === closeBrace || code === closeBracket) namesByDepth.pop();
    else if (code === colon) addName(namesByDepth.at(-1), lastString ?? '');
  }
}

/** Refuses a text nested too deeply or with too many fields before it is parsed: the parser would have to build it all first. */
export function measureJson(text: string): void {
  let depth = 0;
  let fields = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === colon) fields += 1;
    else if (code === closeBrace || code === closeBracket) depth -= 1;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxDepth) throw new BodyTooDeep(`More than ${maxDepth} levels`);
    }
  }
  if (fields > maxFields) throw new TooManyFields(`More than ${maxFields} fields`);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

function readString(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const text = JSON.parse(quoted) as string;
  refuseUnstorable(text);
  return text;
}

/** Refuses NUL and half a surrogate pair, which Postgres has no way to keep. */
export function refuseUnstorable(text: string): void {
  if (text.includes('\0')) throw new ForbiddenCharacter('NUL (U+0000) cannot be stored');
  if (!text.isWellFormed()) throw new ForbiddenCharacter('Half of a surrogate pair cannot be stored');
}

function addName(names: Set<string> | undefined, name: string): void {
  if (forbiddenNames.has(name)) throw new ForbiddenField(`"${name}" is never accepted`);
  if (names?.has(name)) throw new RepeatedField(`"${name.slice(0, 64)}" is given twice`);
  names?.add(name);
}
