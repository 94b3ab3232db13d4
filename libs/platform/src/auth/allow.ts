import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { invariant } from '@janela/kernel';
import type { FastifyRequest } from 'fastify';

import type { Actor } from '../context/actor.ts';

/** Where a route keeps what it asks for: a permission's name, or `publicRoute`. */
export const allowKey = 'janela:allow';
export const publicRoute = Symbol('public');

/** Only actors with the permission may call this route. The name must be in the service's `definePermissions` table. */
export function Allow(permission: string): MethodDecorator & ClassDecorator {
  return SetMetadata(allowKey, permission);
}

/** Anyone may call this route, without a token. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(allowKey, publicRoute);
}

const actors = new WeakMap<object, Actor>();

/** Remembers who is asking, for `@CurrentActor()`. */
export function setActor(request: FastifyRequest, actor: Actor): void {
  actors.set(request, actor);
}

/** The actor behind the request; undefined on a public route. */
export function actorOf(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

/** Injects the actor who calls the route. Not for public routes. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest());
  invariant(actor, 'a public route has no actor');
  return actor;
});
