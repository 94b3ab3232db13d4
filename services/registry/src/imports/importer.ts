import type { Actor } from '@janela/platform';

import type { ImportEntity } from './import.entity.ts';

/** Who sent the file: on their behalf, and only where they may, households are taken in, also when they have gone home. */
export function importerOf({ actor, actorName, actorKind, actorAreas }: ImportEntity): Actor {
  return { id: actor, name: actorName, kind: actorKind, roles: ['administrator'], areas: actorAreas };
}
