import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { z } from 'zod';

import { producedBy } from '../http/accept.ts';
import { answersOf } from '../http/answers.ts';
import { permissionsToken } from '../context/tokens.ts';
import { allowKey, publicRoute } from '../auth/allow.ts';
import type { Permissions } from '../auth/permissions.ts';

/** One route of a service and who may call it. */
export interface RouteDescription {
  method: string;
  /** The template: `/v1/households/:id`. */
  path: string;
  /** `HouseholdsController.read` */
  handler: string;
  /** The permission's name, or `public`. */
  permission: string;
  /** The roles that have the permission; empty when public. */
  roles: readonly string[];
  /** The permission's sentence; empty when public. */
  description: string;
  /** The schema of its JSON answers, by `@Answers`. */
  answers: z.ZodType | undefined;
  /** The media types it answers with. */
  produces: readonly string[];
}

type Handler = (...args: never[]) => unknown;

/** Every route of a service with its permission. Throws when a route says neither `@Allow` nor `@Public`, or names no permission of the table. */
export function describeRoutes(app: INestApplication): RouteDescription[] {
  const permissions = app.get<Permissions>(permissionsToken);
  const reflector = app.get(Reflector);
  const problems: string[] = [];

  const routes = handlersOf(app).flatMap(({ controller, name, handler, paths }) => {
    const allow = reflector.getAllAndOverride<string | symbol | undefined>(allowKey, [handler, controller]);
    const permission = typeof allow === 'string' ? permissions.byName.get(allow) : undefined;
    if (allow === undefined) problems.push(`${name} says neither @Allow(…) nor @Public()`);
    if (typeof allow === 'string' && !permission)
      problems.push(`${name} asks for "${allow}", which is not in the permissions`);
    return paths.map((path) => ({
      method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod],
      path,
      handler: name,
      permission: allow === publicRoute ? 'public' : String(allow),
      roles: permission?.roles ?? [],
      description: permission?.description ?? '',
      answers: answersOf(handler),
      produces: producedBy(handler),
    }));
  });

  if (problems.length > 0)
    throw new Error(`Routes without a rule of access:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  return routes;
}

function handlersOf(app: INestApplication) {
  const scanner = new MetadataScanner();
  // Made here, since a service that is only described has none.
  return new DiscoveryService(app.get(ModulesContainer)).getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Type;
    const prototype = controller.prototype as Record<string, Handler>;
    return scanner.getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
      const paths = joinPaths(
        Reflect.getMetadata(PATH_METADATA, controller),
        Reflect.getMetadata(PATH_METADATA, handler),
      );
      return [{ controller, name: `${controller.name}.${method}`, handler, paths }];
    });
  });
}

function joinPaths(base: unknown, own: unknown): string[] {
  return [base]
    .flat()
    .flatMap((left) =>
      [own]
        .flat()
        .map((right) => `/${left as string}/${right as string}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')),
    );
}
