import { minorToJson } from '@janela/kernel';
import type { PaymentState, Reconciliation } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import type { CycleEntity } from '../cycle-records/cycle.entity.ts';
import { type TotalsByState, type Total, sumOf } from '../cycle-records/totals.ts';
import { countOpenDifferencesOf, openDifferencesOf } from '../differences/find-differences.ts';

interface Row {
  state: PaymentState;
  count: number;
  total: string;
  paid: string;
  listed: number;
  listedTotal: string;
}

const differencesShown = 100;
const none: Total = { count: 0, totalMinor: 0 };

/** What was sent and what came back. One statement, and so one moment: its sums hold whatever goes on meanwhile. */
export async function reconcile(tx: Tx, { id, currency }: CycleEntity): Promise<Reconciliation> {
  const rows = await tx.query<Row[]>(
    `SELECT p.state, count(*)::int AS count, sum(p.amount_minor) AS total, coalesce(sum(p.paid_minor), 0) AS paid,
       c.count AS listed, c.total_minor AS "listedTotal"
     FROM cycles c JOIN payments p ON p.cycle_id = c.id WHERE c.id = $1 GROUP BY c.id, p.state`,
    [id],
  );
  const tallies: TotalsByState = Object.fromEntries(
    rows.map(({ state, count, total }) => [state, { count, totalMinor: jsonOf(total) }]),
  );
  const { frozen, held, instructed, sent, unknown, paid, failed, returned, cancelled } = tallies;
  const inFlight = sumOf(instructed, sent);
  return {
    cycleId: id,
    currency,
    approved: { count: rows[0]?.listed ?? 0, totalMinor: jsonOf(rows[0]?.listedTotal) },
    instructed: sumOf(inFlight, unknown, paid, failed, returned),
    held: sumOf(frozen, held),
    waiting: frozen ?? none,
    cancelled: cancelled ?? none,
    inFlight,
    paid: paid ?? none,
    failed: failed ?? none,
    returned: returned ?? none,
    unknown: unknown ?? none,
    paidMinor: jsonOf(rows.find(({ state }) => state === 'paid')?.paid),
    differenceCount: await countOpenDifferencesOf(tx, id),
    differences: await openDifferencesOf(tx, id, differencesShown),
  };
}

const jsonOf = (text = '0') => minorToJson(BigInt(text));
