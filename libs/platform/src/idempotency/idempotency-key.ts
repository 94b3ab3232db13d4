import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { AppError } from '../errors/app-error.ts';
import { documentedHeader } from '../http/documented-header.ts';
import { IdempotencyKeyMalformed, IdempotencyKeyMissing } from './idempotency.errors.ts';

/** What a route gets for a header that is needed and not there, or that is no key: no key looks like these. */
const missing = '';
const malformed = ' ';

/**
 * Injects the caller's Idempotency-Key; with `optional`, undefined where there is none. What is wrong with the header is
 * said by `Database.once` at the end of the work, which is then undone: a caller who may not do it is refused for that first.
 */
export const IdempotencyKey = createParamDecorator(
  (options: { optional?: boolean } | undefined, context: ExecutionContext): string | undefined => {
    return keyOf(context.switchToHttp().getRequest<FastifyRequest>()) ?? (options?.optional ? undefined : missing);
  },
  [
    documentedHeader('Idempotency-Key', 'Makes trying again safe: the first answer comes again'),
    documentedHeader(
      'Idempotency-Ask',
      'Does nothing and says what became of the key: its first answer, or 409 `idempotency.key_void`, after which it never counts',
    ),
    markAsKeyed,
  ],
);

const keyed = Symbol('keyed');

/** Notes on a route that it takes a key. */
function markAsKeyed(target: object, method: string | symbol | undefined): void {
  const handler = method === undefined ? undefined : (Object.getOwnPropertyDescriptor(target, method)?.value as object);
  if (handler) Reflect.defineMetadata(keyed, true, handler);
}

/** Whether a route takes an Idempotency-Key. */
export function takesKey(handler: object): boolean {
  return Reflect.getMetadata(keyed, handler) === true;
}

/** The key of a request, if it has one. */
export function keyOf({ headers: { 'idempotency-key': header } }: FastifyRequest): string | undefined {
  return readIdempotencyKey(typeof header === 'string' ? header : undefined);
}

/** Reads the header: a bare key or, as the IETF draft writes it, one in quotes. Undefined when there is none. */
function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  return /^[\x21\x23-\x7e]{1,128}$/.test(key) ? key : malformed;
}

/** Returns the refusal of a key, if it is malformed or missing. */
export function keyRefusal(key: string): AppError | undefined {
  if (key === missing) return new IdempotencyKeyMissing();
  return key === malformed ? new IdempotencyKeyMalformed() : undefined;
}
