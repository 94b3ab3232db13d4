import type { IncomingMessage } from 'node:http';

import { z } from 'zod';

import { passwordLengthMax } from '../people/password.ts';

/** What the sign-in form sends. Not trimmed: a password may begin with a space. */
const SignInForm = z.object({ email: z.string().max(254), password: z.string().max(passwordLengthMax) });
export type SignInForm = z.infer<typeof SignInForm>;

/** Generous for two fields, even when every character takes nine bytes. */
const bytesMax = 8_192;

/** ASCII's control characters, except those that make space. */
const untypable = /(?![\t\n\r\u0080-\u009f])\p{Cc}/u;

/** Why a form could not be read, as the status that says so. */
export type Unreadable = 400 | 413 | 415;

/** Reads the form, or says what is wrong with the request. Never holds more than the form may have. */
export async function readSignInForm(request: IncomingMessage): Promise<SignInForm | Unreadable> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return 415;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bytesMax) return 413;
    chunks.push(chunk);
  }
  const text = decode(Buffer.concat(chunks).toString('latin1'));
  const form = SignInForm.safeParse(text && Object.fromEntries(text));
  return form.success ? form.data : 400;
}

/** The fields, or undefined for a repeated field, broken UTF-8 or a character that no keyboard types. */
function decode(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const pair of text.split('&').filter(Boolean)) {
    const [typedName = '', typedValue = ''] = pair.split(/=(.*)/s);
    const [name, value] = [decodePart(typedName), decodePart(typedValue)];
    if (name === undefined || value === undefined || fields.has(name)) return undefined;
    fields.set(name, value);
  }
  return fields;
}

function decodePart(part: string): string | undefined {
  try {
    const text = decodeURIComponent(part.replaceAll('+', ' '));
    return untypable.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
