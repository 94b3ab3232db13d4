import type { Actor, Tx } from '@janela/platform';

import { CycleNotFound } from '../payments.errors.ts';
import { mustReachCountryOfCycle } from '../whole-country.ts';
import { CycleEntity } from './cycle.entity.ts';

/** Returns a cycle that the actor may see. Throws `CycleNotFound`, or `AreaOutOfReach`. */
export async function getCycle(tx: Tx, actor: Actor, id: string): Promise<CycleEntity> {
  const cycle = await tx.findOneBy(CycleEntity, { id });
  if (!cycle) throw new CycleNotFound();
  await mustReachCountryOfCycle(tx, actor, id);
  return cycle;
}
