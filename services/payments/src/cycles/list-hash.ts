import type { Tx } from '@janela/platform';

/**
 * The fingerprint of a cycle's list: who is paid what, by whom, to whom, and what is held or cancelled. Any change to any line
 * gives another. Reckoned in pieces, by the last letters of the ids, because a million lines make no text that fits in memory.
 */
export async function hashOfList(tx: Tx, cycleId: string): Promise<Buffer> {
  const [row] = await tx.query<{ hash: Buffer }[]>(
    `SELECT sha256(coalesce(string_agg(piece, ''::bytea ORDER BY ending), ''::bytea)) AS hash FROM (
       SELECT right(id::text, 2) AS ending, sha256(convert_to(string_agg(
         concat_ws('|', id, enrolment_id, amount_minor, currency, state, coalesce(payee_id::text, '-'), coalesce(provider, '-')),
         E'\\n' ORDER BY id), 'UTF8')) AS piece
       FROM payments WHERE cycle_id = $1 GROUP BY 1) pieces`,
    [cycleId],
  );
  return row?.hash ?? Buffer.alloc(0);
}
