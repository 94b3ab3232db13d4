import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';

import { UnexpectedBody } from '../errors/refusals.ts';
import { UnreadableBody } from './body.ts';
import { invalidRequest } from './validation.ts';

/** Refuses a body that cannot be read, and what a route would silently ignore: a body it does not take, a query where it reads none. */
@Injectable()
export class UnexpectedInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.body instanceof UnreadableBody) throw request.body.refusal;
    const takes = (part: RouteParamtypes) => takesPart(context, part);
    if (isGiven(request.body) && !takes(RouteParamtypes.BODY)) throw new UnexpectedBody();
    const names = Object.keys(request.query as object);
    if (names.length > 0 && !takes(RouteParamtypes.QUERY)) {
      throw invalidRequest('query', [{ message: 'none', code: 'unrecognized_keys', keys: names }]);
    }
    return true;
  }
}

/** Nest keeps a handler's parameters under `<kind>:<index>`. */
function takesPart(context: ExecutionContext, part: RouteParamtypes): boolean {
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return Object.keys(parameters ?? {}).some(
    (key) => key.startsWith(`${part}:`) || key.startsWith(`${RouteParamtypes.REQUEST}:`),
  );
}

/** An empty object is what many clients send when they mean nothing. */
function isGiven(body: unknown): boolean {
  if (body === undefined || body === null) return false;
  return typeof body !== 'object' || Object.keys(body).length > 0;
}
