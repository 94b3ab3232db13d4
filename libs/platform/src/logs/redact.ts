import { QueryFailedError } from 'typeorm';

import { hiddenValue, Personal } from './personal.ts';

/** Field names that hold personal data or secrets wherever they appear, written without case, `_` and `-`. */
const hiddenNames = new Set(
  `name givennames familyname firstname lastname fullname maidenname phone phonenumber msisdn email address birthdate bornon
   dateofbirth account accountnumber iban identifier identifiers identifiervalue nationalid nrc passport payee deputy latitude
   longitude password passwordhash secret clientsecret token accesstoken refreshtoken idtoken authorization cookie setcookie
   idempotencykey body payload rawbody parameters query querystring detail url`.split(/\s+/),
);

const maxDepth = 6;
const maxItems = 50;

/** A copy of what is to be logged without personal data: by field name at any depth, and wherever `personal()` wraps a value. */
export function redact(value: unknown, depth = 0): unknown {
  if (value instanceof Personal) return hiddenValue;
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return depth === 0 ? scrub(value) : value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= maxDepth) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => redact(item, depth + 1));
  const entries = Object.entries(value).slice(0, maxItems);
  return Object.fromEntries(entries.map(([key, item]) => [key, isHidden(key) ? hiddenValue : redact(item, depth + 1)]));
}

function isHidden(key: string): boolean {
  return hiddenNames.has(key.toLowerCase().replaceAll(/[-_]/g, ''));
}

/** The parts of an error that help and cannot name a person. A database error quotes values in its message, so it loses it. */
export function describeError(error: Error): Record<string, unknown> {
  const database = error instanceof QueryFailedError ? error.driverError : error;
  const field = (name: string) =>
    name in database ? (database as unknown as Record<string, unknown>)[name] : undefined;
  const isDatabase = error instanceof QueryFailedError || field('severity') !== undefined;
  const message = isDatabase ? `database error ${String(field('code'))}` : messageOf(error);
  return {
    type: error.name,
    message,
    code: field('code'),
    ...(isDatabase && {
      table: field('table'),
      column: field('column'),
      constraint: field('constraint'),
      routine: field('routine'),
    }),
    stack: framesOf(error),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}

/** A parser's message repeats a piece of what it could not read. */
function messageOf(error: Error): string {
  return error instanceof SyntaxError ? 'could not be parsed' : scrub(error.message);
}

/** Only where it happened: the first lines of a stack repeat the message. */
function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return frames?.slice(0, 20).join('\n');
}

const uuidOrPersonal = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d /-]{5,}\d/gi;

/** The last net under free text: e-mail addresses and long numbers are masked; UUIDs, which we need, are kept. */
export function scrub(text: string): string {
  return text.replaceAll(uuidOrPersonal, (match: string, uuid?: string) => (uuid === undefined ? '•••' : match));
}
