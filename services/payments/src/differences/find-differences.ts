import type { Difference } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { type DifferenceRow, toDifference } from './to-difference.ts';

const isDifference = `o.verdict NOT IN ('applied', 'noted', 'late')`;
const select = `SELECT o.id, o.verdict, o.instruction_id AS "instructionId", o.payment_id AS "paymentId", o.cycle_id AS "cycleId",
    p.state AS "paymentState", p.paid_minor AS "knownMinor", o.provider, o.status, o.due_minor AS "dueMinor",
    o.amount_minor AS "amountMinor", o.currency, o.provider_reference AS "providerReference", o.occurred_at AS "occurredAt",
    o.received_at AS "receivedAt", s.id AS "settlementId", s.state AS "settlementState", s.resolution, s.reason,
    s.proposed_by AS "proposedBy", s.decided_by AS "decidedBy", s.decided_at AS "decidedAt"
  FROM outcomes o LEFT JOIN payments p ON p.id = o.payment_id LEFT JOIN settlements s ON s.outcome_id = o.id AND s.state <> 'refused' WHERE ${isDifference}`;

/** In SQL: it is not confirmed how the difference is settled. Closing, reissuing and every list use this same condition. */
const isOpen = `s.state IS DISTINCT FROM 'confirmed'`;

/** Returns the differences about a cycle's payments that are open, the oldest first. */
export async function openDifferencesOf(tx: Tx, cycleId: string, limit: number): Promise<Difference[]> {
  const rows = await tx.query<DifferenceRow[]>(`${select} AND o.cycle_id = $1 AND ${isOpen} ORDER BY o.id LIMIT $2`, [
    cycleId,
    limit,
  ]);
  return rows.map(toDifference);
}

export interface WantedDifferences {
  settled: boolean;
  /** Only those about this payment. */
  paymentId: string | undefined;
  /** The last one that was shown. */
  after: string | undefined;
  limit: number;
}

/** Returns differences of all providers, the oldest first: those that are open, or those that are settled. */
export async function listDifferences(
  tx: Tx,
  { settled, paymentId, after, limit }: WantedDifferences,
): Promise<Difference[]> {
  const rows = await tx.query<DifferenceRow[]>(
    `${select} AND (NOT (${isOpen})) = $1 AND ($2::uuid IS NULL OR o.id > $2) ${paymentId === undefined ? '' : 'AND o.payment_id = $4'}
     ORDER BY o.id LIMIT $3`,
    [settled, after ?? null, limit, ...(paymentId === undefined ? [] : [paymentId])],
  );
  return rows.map(toDifference);
}

/** Whether one is open about any of these payments. */
export async function hasOpenDifference(tx: Tx, paymentIds: readonly string[]): Promise<boolean> {
  const rows = await tx.query<unknown[]>(`${select} AND o.payment_id = ANY($1::uuid[]) AND ${isOpen} LIMIT 1`, [
    paymentIds,
  ]);
  return rows.length > 0;
}

/** How many are open about a cycle's payments. */
export async function countOpenDifferencesOf(tx: Tx, cycleId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (${select} AND o.cycle_id = $1 AND ${isOpen}) open`,
    [cycleId],
  );
  return row?.count ?? 0;
}

/** Returns one difference; its payment is to be locked before it is settled. */
export async function findDifference(tx: Tx, id: string): Promise<Difference | undefined> {
  const [row] = await tx.query<DifferenceRow[]>(`${select} AND o.id = $1`, [id]);
  return row && toDifference(row);
}
