import type { Tx } from '@janela/platform';

import { isAnotherPayee } from '../payees/same-payee.ts';
import { type ComparedRow, firstOfEachKind, tallyOf } from './comparison-lines.ts';

type Kind = 'changed' | 'new';

/**
 * Whose money goes elsewhere than the last time, across all programmes: than it was paid last or, where nothing was paid yet, was
 * frozen last. What is held because its payee has changed counts as well.
 */
export async function payeesIn(tx: Tx, cycleId: string) {
  const rows = await tx.query<ComparedRow<Kind>[]>(
    `WITH lines AS (
       SELECT CASE WHEN before.payee_id IS NULL AND p.reason_code IS DISTINCT FROM 'payee_changed' THEN 'new' ELSE 'changed' END AS kind,
         p.id, p.enrolment_id, p.household_id, p.state, p.amount_minor, NULL::bigint AS due_minor
       FROM payments p
       LEFT JOIN payees y ON y.id = p.payee_id
       LEFT JOIN LATERAL (
         SELECT o.payee_id FROM payments o
         WHERE o.household_id = p.household_id AND o.id < p.id AND o.cycle_id <> p.cycle_id AND o.payee_id IS NOT NULL
           AND o.state <> 'cancelled'
         ORDER BY (o.state = 'paid') DESC, o.id DESC LIMIT 1) before ON true
       LEFT JOIN payees b ON b.id = before.payee_id
       WHERE p.cycle_id = $1 AND p.state <> 'cancelled'
         AND (p.reason_code = 'payee_changed' OR (p.payee_id IS NOT NULL AND (before.payee_id IS NULL OR (b.id <> y.id AND ${isAnotherPayee('b', 'y')}))))
     ) ${firstOfEachKind}`,
    [cycleId],
  );
  return { payeeChanged: tallyOf(rows, 'changed'), newPayee: tallyOf(rows, 'new') };
}
