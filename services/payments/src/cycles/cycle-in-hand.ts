import { cycleStates, type CycleState } from '@janela/contracts';
import { mustBeCurrent, type Tx } from '@janela/platform';

import { CycleNotFound, CycleState as CycleStateRefusal } from '../payments.errors.ts';
import { CycleEntity } from './cycle.entity.ts';

/** Takes a cycle in hand, at the version that the caller saw: nobody else changes it, or holds or releases of its payments. */
export async function takeCycle(tx: Tx, id: string, expectedVersion?: number): Promise<CycleEntity> {
  const cycle = await tx.findOne(CycleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!cycle) throw new CycleNotFound();
  if (expectedVersion !== undefined) mustBeCurrent(expectedVersion, cycle.version);
  return cycle;
}

/** Refuses what the table of states does not allow. */
export function mustBecome({ state }: CycleEntity, to: CycleState): void {
  if (!cycleStates.mayBecome(state, to)) throw new CycleStateRefusal(`It is ${state}, which cannot become ${to}`);
}
