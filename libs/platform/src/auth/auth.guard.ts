import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { invariant } from '@janela/kernel';
import type { FastifyRequest } from 'fastify';

import { requestContext } from '../context/request-context.ts';
import { permissionsToken } from '../context/tokens.ts';
import { NotAllowed, TokenMissing } from '../errors/access.errors.ts';
import { allowKey, publicRoute, setActor } from './allow.ts';
import { mayDo, type Permissions } from './permissions.ts';
import { TokenVerifier } from './token-verifier.ts';

/** Lets a request through when its token is good and one of its roles has the permission that the route asks for. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    @Inject(permissionsToken) private readonly permissions: Permissions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allow = this.reflector.getAllAndOverride<string | symbol | undefined>(allowKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    // The boot has proved that every route says one of the two.
    invariant(allow !== undefined, 'a route says neither @Allow nor @Public');
    if (typeof allow !== 'string') return allow === publicRoute;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.tokens.verify(bearerToken(request));
    const current = requestContext();
    if (current) current.actorId = actor.id;
    if (!mayDo(this.permissions, actor, allow))
      throw new NotAllowed(`It needs the permission ${allow}`, insufficient(allow));
    setActor(request, actor);
    return true;
  }
}

function bearerToken(request: FastifyRequest): string {
  const [, token] = /^Bearer +([\w.~+/-]+=*) *$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined)
    throw new TokenMissing(undefined, { headers: { 'www-authenticate': 'Bearer realm="janela"' } });
  return token;
}

function insufficient(permission: string): { headers: Record<string, string> } {
  return {
    headers: { 'www-authenticate': `Bearer realm="janela", error="insufficient_scope", scope="${permission}"` },
  };
}
