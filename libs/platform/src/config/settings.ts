import { z } from 'zod';

/** Values that hold only on a developer's machine and in demonstrations. In production the variable must be set, to something else. */
export const developmentValues = z.registry<{ value: string }>();

/** Sets the value of a variable for development and demonstrations; production refuses to start without its own. Call it last. */
export function inDevelopment<T extends z.ZodType>(schema: T, value: string): T {
  developmentValues.add(schema, { value });
  return schema;
}

/** A whole number between `min` and `max`, both included. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `must be ${min} or more`).max(max, `must be ${max} or less`));
}

/** A share between 0 and 1, both included. */
export function share() {
  return z
    .string()
    .regex(/^[01](\.\d{1,6})?$/, 'must be a number between 0 and 1')
    .transform(Number)
    .pipe(z.number().max(1, 'must be a number between 0 and 1'));
}

/** An address with one of the given protocols. */
export function address(...protocols: string[]) {
  const alternatives = protocols.map((protocol) => `${protocol}://…`).join(' or ');
  return z.string().refine((text) => protocolOf(text, protocols), `must be an address like ${alternatives}`);
}

function protocolOf(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1));
}

/** A time zone by its IANA name. */
export function timeZone() {
  return z.string().refine(isTimeZone, 'must be a time zone such as Africa/Lusaka');
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `host:port` pairs separated by commas. */
export function hostList() {
  return z
    .string()
    .regex(/^[\w.-]+:\d{1,5}(,[\w.-]+:\d{1,5})*$/, 'must be host:port, several separated by commas')
    .transform((text) => text.split(','));
}
