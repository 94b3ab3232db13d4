import { minorToJson } from '@janela/kernel';
import type { Difference, DifferenceKind, OutcomeStatus } from '@janela/contracts';
import type { Tx } from '@janela/platform';

interface Row {
  id: string;
  verdict: DifferenceKind;
  instruction_id: string;
  payment_id: string | null;
  cycle_id: string | null;
  provider: string;
  status: OutcomeStatus;
  due_minor: string | null;
  amount_minor: string | null;
  currency: string | null;
  provider_reference: string;
  occurred_at: Date;
  received_at: Date;
  resolution: 'accepted' | 'dismissed' | null;
  note: string;
  by_actor: string;
  settled_at: Date;
}

const isDifference = `o.verdict NOT IN ('applied', 'noted', 'late')`;
const select = `SELECT o.*, s.resolution, s.note, s.by_actor, s.at AS settled_at
  FROM outcomes o LEFT JOIN difference_settlements s ON s.outcome_id = o.id WHERE ${isDifference}`;

/** Differences about a cycle's payments that nobody has settled, the oldest first. */
export async function openDifferencesOf(tx: Tx, cycleId: string, limit: number): Promise<Difference[]> {
  const rows = await tx.query<Row[]>(`${select} AND o.cycle_id = $1 AND s.outcome_id IS NULL ORDER BY o.id LIMIT $2`, [
    cycleId,
    limit,
  ]);
  return rows.map(toDifference);
}

/** Differences of all providers, the oldest first; settled ones too when asked for. */
export async function listDifferences(
  tx: Tx,
  { settled, after, limit }: { settled: boolean; after: string | undefined; limit: number },
): Promise<Difference[]> {
  const rows = await tx.query<Row[]>(
    `${select} AND (s.outcome_id IS NOT NULL) = $1 AND ($2::uuid IS NULL OR o.id > $2) ORDER BY o.id LIMIT $3`,
    [settled, after ?? null, limit],
  );
  return rows.map(toDifference);
}

/** One difference; whoever settles it should hold its payment. */
export async function findDifference(tx: Tx, id: string): Promise<Difference | undefined> {
  const [row] = await tx.query<Row[]>(`${select} AND o.id = $1`, [id]);
  return row && toDifference(row);
}

function toDifference(row: Row): Difference {
  const { resolution, note, by_actor: by, settled_at: settledAt } = row;
  return {
    id: row.id,
    kind: row.verdict,
    instructionId: row.instruction_id,
    ...(row.payment_id !== null && { paymentId: row.payment_id }),
    ...(row.cycle_id !== null && { cycleId: row.cycle_id }),
    provider: row.provider,
    status: row.status,
    dueMinor: minorOf(row.due_minor),
    reportedMinor: minorOf(row.amount_minor),
    currency: row.currency,
    providerReference: row.provider_reference,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    ...(resolution !== null && { settled: { resolution, note, by, at: settledAt.toISOString() } }),
  };
}

const minorOf = (text: string | null) => (text === null ? null : minorToJson(BigInt(text)));
