import { incompatibleRoles, type Role } from '@janela/contracts';

import { RolesIncompatible } from '../identity.errors.ts';

/** Throws `RolesIncompatible` where one person, or one machine, could do both halves of what takes two. */
export function mustBeCompatible(roles: readonly Role[]): void {
  const pair = incompatibleRoles.find((both) => both.every((role) => roles.includes(role)));
  if (pair) throw new RolesIncompatible(`One account cannot be both ${pair[0]} and ${pair[1]}`);
}
