import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { documentedHeader } from '../http/documented-header.ts';
import { IdempotencyKeyMalformed, IdempotencyKeyMissing } from './idempotency.errors.ts';

/** Gives a route the caller's Idempotency-Key. Missing 400, unless `optional`: then undefined. */
export const IdempotencyKey = createParamDecorator(
  (options: { optional?: boolean } | undefined, context: ExecutionContext): string | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    const key = readIdempotencyKey(typeof header === 'string' ? header : undefined);
    if (key === undefined && !options?.optional) throw new IdempotencyKeyMissing();
    return key;
  },
  [documentedHeader('Idempotency-Key', 'Makes trying again safe: the first answer comes again')],
);

/** Reads the header: a bare key or, as the IETF draft writes it, one in quotes. Undefined when there is none. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  if (!/^[\x21\x23-\x7e]{1,128}$/.test(key)) throw new IdempotencyKeyMalformed();
  return key;
}
