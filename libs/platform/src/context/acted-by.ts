import type { ActedBy } from '@janela/contracts';

import type { Actor } from './actor.ts';

/** Returns who did something as it is answered: the id is compared, the name is read. */
export function actedBy({ id, name }: Pick<Actor, 'id' | 'name'>): ActedBy {
  return { id, name };
}
