import type { ListSettlements, Settlement } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { type SettlementRow, toSettlements } from './to-settlement.ts';

const select = `SELECT s.*, p.cycle_id, c.programme, p.amount_minor, p.currency, p.state AS payment_state,
    p.paid_minor AS known_minor, o.verdict, o.instruction_id,
    o.status AS said_status, o.amount_minor AS said_minor, o.currency AS said_currency, o.reason_code AS said_reason,
    o.provider AS said_by, o.provider_reference AS said_reference, o.occurred_at AS said_at
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
