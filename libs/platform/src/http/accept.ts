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
import Negotiator from 'negotiator';

import { NotAcceptable } from '../errors/refusals.ts';

const producesKey = 'janela:produces';
const json = ['application/json'];

/** The media types a route can answer with, the preferred one first. Without it a route answers JSON. */
export function Produces(...mediaTypes: string[]): MethodDecorator {
  return applyDecorators(SetMetadata(producesKey, mediaTypes), ApiProduces(...mediaTypes));
}

/** The media types that the route can answer with, the preferred one first. */
export function producedBy(handler: object): readonly string[] {
  return (Reflect.getMetadata(producesKey, handler) as string[] | undefined) ?? json;
}

/** Injects the media type to answer with: the best that the caller accepts of what the route `@Produces`. */
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

/** Returns the offered type that the caller prefers (RFC 9110), undefined when none is accepted. No header accepts everything. */
export function negotiate(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  // Whatever has text is answered in UTF-8, and a caller may say so.
  const [chosen] = new Negotiator({ headers: { accept } })
    .mediaTypes(offered.flatMap((type) => [type, `${type};charset=utf-8`]))
    .map((type) => type.split(';')[0]);
  return chosen;
}
