import { normaliseIdentifier } from '@janela/platform';

import { tidyNumber } from './tidy.ts';

/** One place of a plain pattern (see `IdentifierPattern`): a character or a class of them, and how often. */
const place = /(\[[^[\]\\^]+\]|[A-Za-z0-9/ -])(\{\d{1,2}(?:,\d{1,2})?\})?/g;
const separator = /^[/ -]$/;
/** Signs that people put between the parts of a number, beside its letters and digits. */
const writtenSo = /^[\p{L}\p{N} ./_-]+$/u;

/**
 * A number in the form of its pattern, or nothing when it cannot be one: letters may be small, and what only separates its parts may
 * be another sign or left out. `759909 52 1` and `759909521` are `759909/52/1`.
 */
export function readOfficialNumber(typed: string, pattern: string): string | undefined {
  const text = tidyNumber(typed);
  const large = text.toUpperCase();
  const whole = new RegExp(pattern, 'u');
  const asWritten = [text, large, large.replaceAll(' ', '')].find((candidate) => whole.test(candidate));
  if (asWritten !== undefined) return asWritten;
  if (!writtenSo.test(text)) return undefined;
  const places = [...pattern.slice(1, -1).matchAll(place)].map(([, what = '', times = '']) => ({ what, times }));
  const parts = places.map(({ what, times }) => (separator.test(what) ? '()' : `(${what}${times})`));
  const found = new RegExp(`^${parts.join('')}$`, 'u').exec(normaliseIdentifier(text));
  if (!found) return undefined;
  return places.map(({ what, times }, index) => partOf(what, times, found[index + 1] ?? '')).join('');
}

/** What only separates is written as the pattern has it, as often as it must be. */
function partOf(what: string, times: string, read: string): string {
  return separator.test(what) ? what.repeat(Number(/\d+/.exec(times)?.[0] ?? 1)) : read;
}
