import type { ListSettlements, Settlement } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { type SettlementRow, toSettlements } from './to-settlement.ts';

const select = `SELECT s.id, s.version, s.state, s.outcome_id AS "outcomeId", s.payment_id AS "paymentId", p.cycle_id AS "cycleId",
    c.programme, p.amount_minor AS "amountMinor", p.currency, coalesce(s.known_state, p.state) AS "knownState",
    CASE WHEN s.known_state IS NULL THEN p.paid_minor ELSE s.known_minor END AS "knownMinor", s.resolution, s.outcome,
    s.paid_minor AS "paidMinor", s.evidence, s.document_reference AS "documentReference", s.reason, s.proposed_by AS "proposedBy",
    s.proposed_at AS "proposedAt", s.decided_by AS "decidedBy", s.decided_at AS "decidedAt", s.refusal,
    s.recoverable_minor AS "recoverableMinor", o.instruction_id AS "instructionId", o.status AS "saidStatus",
    o.amount_minor AS "saidMinor", o.currency AS "saidCurrency", o.reason_code AS "saidReason", o.provider AS "saidBy",
    o.provider_reference AS "saidReference", o.occurred_at AS "saidAt"
  FROM settlements s LEFT JOIN outcomes o ON o.id = s.outcome_id LEFT JOIN payments p ON p.id = s.payment_id
  LEFT JOIN cycles c ON c.id = p.cycle_id`;

/** Settlements, the oldest first, so that what waits longest comes first. */
export async function listSettlements(
  tx: Tx,
  { state, paymentId, limit }: Omit<ListSettlements, 'after'>,
  after: string | undefined,
): Promise<Settlement[]> {
  const rows = await tx.query<SettlementRow[]>(
    `${select} WHERE ($1::text IS NULL OR s.state = $1) AND ($2::uuid IS NULL OR s.payment_id = $2)
       AND ($3::uuid IS NULL OR s.id > $3) ORDER BY s.id LIMIT $4`,
    [state ?? null, paymentId ?? null, after ?? null, limit],
  );
  return toSettlements(tx, rows);
}

export async function findSettlement(tx: Tx, id: string): Promise<SettlementRow | undefined> {
  const [row] = await tx.query<SettlementRow[]>(`${select} WHERE s.id = $1`, [id]);
  return row;
}

/** Locks a settlement while one person decides on it, and returns it. */
export async function lockSettlement(tx: Tx, id: string): Promise<SettlementRow | undefined> {
  await tx.query('SELECT FROM settlements WHERE id = $1 FOR UPDATE', [id]);
  return findSettlement(tx, id);
}
