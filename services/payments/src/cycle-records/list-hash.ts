import type { Tx } from '@janela/platform';

/** The fingerprints of a cycle's list. */
export interface ListHashes {
  /** Of the lines, and of what an officer holds or has cancelled. */
  listHash: Buffer;
  /** Of the lines: who is paid how much, by whom, to whom, by what way. */
  linesHash: Buffer;
}

/**
 * Returns the hashes of a list, which change with any of its lines, but not with what a rule holds. A line whose other payee was confirmed
 * counts as it was approved; one that replaces another does not count. Computed in pieces, which fit in memory for any length.
 */
export async function hashesOfList(tx: Tx, cycleId: string): Promise<ListHashes> {
  const [row] = await tx.query<ListHashes[]>(
    `SELECT lines AS "linesHash", sha256(lines || coalesce(states, ''::bytea)) AS "listHash" FROM (
       SELECT sha256(coalesce(string_agg(piece, ''::bytea ORDER BY ending), ''::bytea)) AS lines,
         string_agg(states, ''::bytea ORDER BY ending) AS states
       FROM (
         SELECT right(p.id::text, 2) AS ending,
           sha256(convert_to(string_agg(concat_ws('|', p.id, p.enrolment_id, p.amount_minor, p.currency,
             ${before('payee_id', '::text')}, ${before('provider')}, ${before('channel')}), E'\\n' ORDER BY p.id), 'UTF8')) AS piece,
           sha256(convert_to(string_agg(concat_ws('|', p.id, p.state), E'\\n' ORDER BY p.id)
             FILTER (WHERE p.state <> 'frozen' AND NOT (p.state = 'held' AND p.held_by_rule)), 'UTF8')) AS states
         FROM payments p LEFT JOIN (
           SELECT DISTINCT ON (payment_id) payment_id, payee_before, provider_before, channel_before FROM payment_confirmations
           WHERE confirmed_by IS NOT NULL ORDER BY payment_id, id) was ON was.payment_id = p.id
         WHERE p.cycle_id = $1 AND p.replaces IS NULL GROUP BY 1) pieces) whole`,
    [cycleId],
  );
  return row ?? { listHash: Buffer.alloc(0), linesHash: Buffer.alloc(0) };
}

const before = (column: string, cast = '') =>
  `coalesce(CASE WHEN was.payment_id IS NULL THEN p.${column}${cast} ELSE was.${column.replace('_id', '')}_before${cast} END, '-')`;
