import { minorToJson } from '@janela/kernel';
import type { Cycle, DataOf, CycleOpened } from '@janela/contracts';

import type { CycleEntity } from './cycle.entity.ts';
import type { TotalsByState } from './totals.ts';

/** Returns the ids of who opened, submitted and approved a cycle. */
export const staffOf = ({ openedBy, submittedBy, approvedBy }: CycleEntity) => [openedBy, submittedBy, approvedBy];

/** Returns a cycle as routes answer it. */
export function toCycle(
  cycle: CycleEntity,
  byState: TotalsByState,
  nameOf: (id: string) => string,
  fundsMinor?: bigint,
): Cycle {
  const { id, version, state, programmeId, programme, period, periodMonths, frequency, cutoffOn } = cycle;
  return {
    id,
    version,
    state,
    programmeId,
    programme,
    period,
    periodMonths,
    frequency,
    cutoffOn,
    count: cycle.count,
    totalMinor: minorToJson(cycle.totalMinor),
    currency: cycle.currency,
    byState,
    openedBy: nameOf(cycle.openedBy),
    openedById: cycle.openedBy,
    openedAt: cycle.openedAt.toISOString(),
    ...(cycle.submittedBy !== null && { submittedBy: nameOf(cycle.submittedBy), submittedById: cycle.submittedBy }),
    ...(cycle.submittedAt && { submittedAt: cycle.submittedAt.toISOString() }),
    ...(cycle.listHash && { listHash: cycle.listHash.toString('hex') }),
    ...(cycle.approvedBy !== null && { approvedBy: nameOf(cycle.approvedBy) }),
    ...(cycle.approvedAt && { approvedAt: cycle.approvedAt.toISOString() }),
    ...(cycle.rejection !== null && { rejection: cycle.rejection }),
    ...(cycle.dispatchRequestedAt && { dispatchRequestedAt: cycle.dispatchRequestedAt.toISOString() }),
    ...(cycle.dispatchedAt && { dispatchedAt: cycle.dispatchedAt.toISOString() }),
    ...(cycle.closedAt && { closedAt: cycle.closedAt.toISOString() }),
    ...(fundsMinor !== undefined && { fundsMinor: minorToJson(fundsMinor) }),
  };
}

/** Returns what every event about a cycle says. */
export function cycleFacts(cycle: CycleEntity, by: string): DataOf<typeof CycleOpened> {
  const { id: cycleId, programmeId, programme, period, periodMonths, count, currency } = cycle;
  const totalMinor = minorToJson(cycle.totalMinor);
  return { cycleId, programmeId, programme, period, periodMonths, count, totalMinor, currency, by };
}
