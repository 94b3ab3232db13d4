import type { Role } from '@janela/contracts';
import type { Actor } from '@janela/platform';

import { AuthorUnknown } from '../identity.errors.ts';
import type { PeopleService } from '../people/people.service.ts';
import { operator } from '../system.ts';

/**
 * Returns who gives a command, for the audit trail: an active person with one of the roles. Only an installation that has no
 * administrator yet takes commands without an author. Throws `AuthorUnknown`.
 */
export async function getAuthor(
  people: PeopleService,
  email: string | undefined,
  roles: readonly Role[] = ['administrator'],
): Promise<Actor> {
  if (email === undefined && !(await people.hasAdministrator())) return operator;
  const author = email === undefined ? undefined : await people.findActiveByEmail(email);
  if (!author || !roles.some((role) => author.roles.includes(role))) throw new AuthorUnknown();
  const { id, name, areas } = author;
  return { id, name, kind: 'person', roles: author.roles, areas };
}
