import type { Tx } from '@janela/platform';

import { HouseholdNotFound } from '../registry.errors.ts';
import { HouseholdEntity } from './household.entity.ts';

/** Refuses a household that does not exist or is out of reach; nothing tells which of the two. */
export async function mustExist(tx: Tx, householdId: string): Promise<HouseholdEntity> {
  const household = await tx.findOneBy(HouseholdEntity, { id: householdId });
  if (!household) throw new HouseholdNotFound();
  return household;
}
