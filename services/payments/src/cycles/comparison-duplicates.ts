import { minorToJson } from '@janela/kernel';
import type { CycleComparison } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { linesShown } from './comparison-lines.ts';

type Pair = CycleComparison['duplicates']['pairs'][number];

/** Two people who look like one, of two households that this cycle both pays. */
export async function duplicatesIn(tx: Tx, cycleId: string): Promise<CycleComparison['duplicates']> {
  const pairs = await tx.query<Pair[]>(
    `WITH ${pairsSql} SELECT id AS "duplicateId", person_ids AS "personIds", household_ids AS "householdIds",
       matched_on AS "matchedOn", array(SELECT p.id FROM payments p WHERE p.household_id = ANY(pairs.household_ids)
         AND p.cycle_id = $1 AND p.state <> 'cancelled' ORDER BY p.id) AS "paymentIds"
     FROM pairs ORDER BY id LIMIT $2`,
    [cycleId, linesShown + 1],
  );
  const [sum] = await tx.query<{ count: number; total: string }[]>(
    `WITH ${pairsSql} SELECT count(*)::int AS count, coalesce(sum(p.amount_minor), 0) AS total FROM payments p
     WHERE p.cycle_id = $1 AND p.state <> 'cancelled' AND p.household_id IN (SELECT unnest(household_ids) FROM pairs)`,
    [cycleId],
  );
  return {
    count: sum?.count ?? 0,
    totalMinor: minorToJson(BigInt(sum?.total ?? 0)),
    pairs: pairs.slice(0, linesShown),
    more: pairs.length > linesShown,
  };
}

const paidHere = (household: string) =>
  `EXISTS (SELECT FROM payments p WHERE p.household_id = ${household} AND p.cycle_id = $1 AND p.state <> 'cancelled')`;

const pairsSql = `pairs AS (
    SELECT * FROM suspected_duplicates d
    WHERE NOT dismissed AND household_ids[1] <> household_ids[2]
      AND ${paidHere('d.household_ids[1]')} AND ${paidHere('d.household_ids[2]')})`;
