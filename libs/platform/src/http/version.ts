import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

import { documentedHeader } from './documented-header.ts';
import { BadVersion, MissingVersion, StaleVersion } from '../errors/refusals.ts';

/** What a route gets for a header that is not there, or that is no version: no row is ever at one of these. */
const missing = Number.NaN;
const malformed = -1;

/**
 * Injects the version that the caller saw, from `If-Match: "7"`. What is wrong with the header is said by
 * `mustBeCurrent`, once the row was found: a caller without access learns only that there is no such row.
 */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number =>
    expectedVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [documentedHeader('If-Match', 'The ETag of the version that was seen')],
);

/** Reads an If-Match header: exactly one strong tag with a version number in it. */
function expectedVersion(header: string | undefined): number {
  if (header === undefined || header.trim() === '') return missing;
  const [, digits] = /^\s*"(\d{1,15})"\s*$/.exec(header) ?? [];
  return digits === undefined ? malformed : Number(digits);
}

/**
 * Refuses a change that was made to another version than the current one (412, with the current version), or to none that can
 * be read (missing 428, malformed 400). To be called once the row was found and the caller may change it.
 */
export function mustBeCurrent(expected: number, current: number): void {
  if (Number.isNaN(expected)) throw new MissingVersion();
  if (expected === malformed) throw new BadVersion();
  if (expected === current) return;
  throw new StaleVersion(`It is at version ${current} now`, {
    members: { currentVersion: current },
    headers: { etag: etag(current) },
  });
}

/** A version as a strong entity tag. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** Sets the ETag of answers that carry a `version`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const version = versionOf(answer);
        if (version !== undefined) void reply.header('etag', etag(version));
        return answer;
      }),
    );
  }
}

function versionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return undefined;
  return Number.isSafeInteger(answer.version) ? (answer.version as number) : undefined;
}
