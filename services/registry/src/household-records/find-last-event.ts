import type { Tx } from '@janela/platform';
import { IsNull, Not } from 'typeorm';

import { HouseholdChangeEntity } from './household-change.entity.ts';

/** Returns the event of the last change that was published. */
export async function findLastEvent(tx: Tx, householdId: string): Promise<string | undefined> {
  const line = await tx.findOne(HouseholdChangeEntity, {
    where: { householdId, eventId: Not(IsNull()) },
    order: { version: 'DESC' },
    select: { householdId: true, version: true, eventId: true },
  });
  return line?.eventId ?? undefined;
}
