import { type Actor, reaches } from '@janela/platform';

import type { ImportEntity } from './import.entity.ts';

/** Who sent the file: on their behalf, and only where they may, households are taken in, also when they have gone home. */
export function importerOf({ actor, actorName, actorKind, actorAreas }: ImportEntity): Actor {
  return { id: actor, name: actorName, kind: actorKind, roles: ['administrator'], areas: actorAreas };
}

/** A file names people: it is for its sender, and for those who reach all areas that the sender does. */
export function isFor(actor: Actor, { actor: sender, actorAreas }: ImportEntity): boolean {
  return sender === actor.id || actorAreas.every((area) => reaches(actor, area));
}
