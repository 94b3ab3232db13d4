import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { NotAcceptable } from '../errors/refusals.ts';

const PRODUCES = 'janela:produces';
const json = ['application/json'];

/** The media types a route can answer with, the preferred one first. Without it a route answers JSON. */
export function Produces(...mediaTypes: string[]): MethodDecorator {
  return applyDecorators(SetMetadata(PRODUCES, mediaTypes), ApiProduces(...mediaTypes));
}

/** The media types that the route can answer with, the preferred one first. */
export function producedBy(handler: object): readonly string[] {
  return (Reflect.getMetadata(PRODUCES, handler) as string[] | undefined) ?? json;
}

/** Gives a route the media type to answer with: the best that the caller accepts of what the route `@Produces`. */
export const Accepted = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  acceptedBy(context),
);

/** Refuses (406) a caller who accepts nothing that the route can answer with, before any work is done. */
@Injectable()
export class AcceptGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return acceptedBy(context) !== '';
  }
}

function acceptedBy(context: ExecutionContext): string {
  const offered = producedBy(context.getHandler());
  const chosen = negotiate(context.switchToHttp().getRequest<FastifyRequest>().headers.accept, offered);
  if (chosen === undefined) throw new NotAcceptable(`This address answers ${offered.join(', ')}`);
  return chosen;
}

/** RFC 9110: the offered type with the highest weight, undefined when none is accepted. No header accepts everything. */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').map(parseRange);
  const weighed = offered.map((type) => ({ type, weight: weightOf(type, ranges) })).filter(({ weight }) => weight > 0);
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.type;
}

interface Range {
  type: string;
  weight: number;
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return { type, weight: Number.isFinite(weight) ? weight : 0 };
}

/** The most specific range decides. */
function weightOf(type: string, ranges: readonly Range[]): number {
  const candidates = [type, `${type.split('/')[0]}/*`, '*/*'];
  for (const candidate of candidates) {
    const range = ranges.find((other) => other.type === candidate);
    if (range) return range.weight;
  }
  return 0;
}
