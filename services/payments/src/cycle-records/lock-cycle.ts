import { cycleStates, type CycleState } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { CycleNotFound, CycleStateConflict } from '../payments.errors.ts';
import { CycleEntity } from './cycle.entity.ts';

/** Locks a cycle, and with it the state of its payments, until the transaction ends. */
export async function lockCycle(tx: Tx, id: string): Promise<CycleEntity> {
  const cycle = await tx.findOne(CycleEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!cycle) throw new CycleNotFound();
  return cycle;
}

/** Refuses what the table of states does not allow. */
export function mustBecome({ state }: CycleEntity, to: CycleState): void {
  if (!cycleStates.mayBecome(state, to)) throw new CycleStateConflict(`It is ${state}, which cannot become ${to}`);
}
