import { createHash, timingSafeEqual } from 'node:crypto';

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { ServiceConfig } from '../config/service-config.ts';
import { InjectConfig } from '../context/tokens.ts';
import { TokenInvalid, TokenMissing } from '../errors/access.errors.ts';

/** Shows figures and documents only to callers with the operations token, where there is one; production always has one. */
@Injectable()
export class OperationsGuard implements CanActivate {
  constructor(@InjectConfig() private readonly config: ServiceConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const { authorization } = context.switchToHttp().getRequest<FastifyRequest>().headers;
    mustBringOperationsToken(this.config, authorization);
    return true;
  }
}

/** Refuses (401) a request for figures or documents without the operations token. */
export function mustBringOperationsToken(
  { JANELA_OPERATIONS_TOKEN: token }: Pick<ServiceConfig, 'JANELA_OPERATIONS_TOKEN'>,
  authorization: string | undefined,
): void {
  if (token === undefined) return;
  const challenge = { headers: { 'www-authenticate': 'Bearer realm="janela-operations"' } };
  const [, brought] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (brought === undefined) throw new TokenMissing(undefined, challenge);
  if (!timingSafeEqual(hashOf(brought), hashOf(token))) throw new TokenInvalid(undefined, challenge);
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
