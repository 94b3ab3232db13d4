import type { EntityTarget, FindOptionsWhere } from 'typeorm';

import type { Tx } from '../context/tx.ts';
import type { AppError } from '../errors/app-error.ts';
import { mustBeCurrent } from '../http/version.ts';

/** A row at the version that the caller has seen, from `If-Match`. */
export interface VersionedRef {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface LockCurrentOptions<Row> {
  /** Thrown when there is no such row, or none that the actor can see. */
  notFound: new () => AppError;
  /** Throws when the actor may not change the row; called before the version is compared, so that a caller without access learns nothing of it. */
  mustBeAllowed?: (row: Row) => void | Promise<void>;
}

/**
 * Locks a row until the transaction ends and returns it, at the version that the caller has seen. Throws `notFound`, what
 * `mustBeAllowed` throws, or `StaleVersion` (412), `MissingVersion` (428), `BadVersion` (400).
 */
export async function lockCurrent<Row extends { id: string; version: number }>(
  tx: Tx,
  entity: EntityTarget<Row>,
  { id, expectedVersion }: VersionedRef,
  { notFound, mustBeAllowed }: LockCurrentOptions<Row>,
): Promise<Row> {
  const where = { id } as FindOptionsWhere<Row>;
  const row = await tx.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
  if (!row) throw new notFound();
  await mustBeAllowed?.(row);
  mustBeCurrent(expectedVersion, row.version);
  return row;
}
