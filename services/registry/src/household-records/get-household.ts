import type { Tx } from '@janela/platform';

import { HouseholdNotFound } from '../registry.errors.ts';
import { HouseholdEntity } from './household.entity.ts';

/** Returns a household. Throws `HouseholdNotFound` where there is none, or none within reach. */
export async function getHousehold(tx: Tx, householdId: string): Promise<HouseholdEntity> {
  const household = await tx.findOneBy(HouseholdEntity, { id: householdId });
  if (!household) throw new HouseholdNotFound();
  return household;
}
