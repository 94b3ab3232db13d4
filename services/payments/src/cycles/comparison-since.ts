import type { PlainDate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { judgedSql } from '../holds/current-reasons.ts';
import { type ComparedRow, firstOfEachKind, tallyOf } from './comparison-lines.ts';

type Kind = 'ended' | 'suspended' | 'changed';

/** What is not as it was when the cycle was opened, of what was not sent yet. Amounts stay as they were frozen. */
export async function changesSince(tx: Tx, cycleId: string, today: PlainDate) {
  const rows = await tx.query<ComparedRow<Kind>[]>(
    `WITH ${judgedSql('p.cycle_id = $2')}, lines AS (
       SELECT CASE code WHEN 'enrolment_ended' THEN 'ended' WHEN 'enrolment_suspended' THEN 'suspended' ELSE 'changed' END AS kind,
         id, enrolment_id, household_id, state, amount_minor, due_minor
       FROM judged WHERE code IN ('enrolment_ended', 'enrolment_suspended', 'enrolment_changed') OR due_minor <> amount_minor
     ) ${firstOfEachKind}`,
    [today, cycleId],
  );
  return {
    endedSince: tallyOf(rows, 'ended'),
    suspendedSince: tallyOf(rows, 'suspended'),
    changedSince: tallyOf(rows, 'changed'),
  };
}
