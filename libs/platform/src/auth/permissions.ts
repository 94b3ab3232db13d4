import { invariant } from '@janela/kernel';

import type { Actor } from '../context/actor.ts';

/** Who may do something, and in words what it is. */
export interface Permission {
  roles: readonly string[];
  /** A sentence for the documentation: "See a household and the people in it". */
  description: string;
}

/** The one place where a service declares who may do what: guard, documentation and access tests all read it. */
export interface Permissions {
  service: string;
  byName: ReadonlyMap<string, Permission>;
}

/** Declares a service's permissions: `{ 'household.read': { roles: ['caseworker'], description: 'See a household' } }`. */
export function definePermissions(service: string, table: Record<string, Permission>): Permissions {
  for (const [name, { roles, description }] of Object.entries(table)) {
    invariant(/^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/.test(name), `the permission "${name}" is not <thing>.<verb>`);
    invariant(roles.length > 0, `no role has the permission ${name}`);
    invariant(new Set(roles).size === roles.length, `the permission ${name} names a role twice`);
    invariant(description.trim() !== '', `the permission ${name} does not say what it allows`);
  }
  return { service, byName: new Map(Object.entries(table)) };
}

/** Returns whether one of the actor's roles has the permission. A service acting by itself has no roles and asks no route. */
export function mayDo(permissions: Permissions, actor: Actor, name: string): boolean {
  const permission = permissions.byName.get(name);
  invariant(permission, `${permissions.service} has no permission "${name}"`);
  return permission.roles.some((role) => actor.roles.includes(role));
}
