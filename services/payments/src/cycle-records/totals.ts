import { minorToJson } from '@janela/kernel';
import type { PaymentState } from '@janela/contracts';
import type { Tx } from '@janela/platform';

/** How many payments, and what they add up to. */
export interface Total {
  count: number;
  totalMinor: number;
}

export type TotalsByState = Partial<Record<PaymentState, Total>>;

/** Returns the totals of cycles by state, of the payments that the actor may see. */
export async function totalsOf(tx: Tx, cycleIds: readonly string[]): Promise<Map<string, TotalsByState>> {
  const rows = await tx.query<{ cycleId: string; state: PaymentState; count: number; total: string }[]>(
    `SELECT cycle_id AS "cycleId", state, count(*)::int AS count, sum(amount_minor) AS total FROM payments
     WHERE cycle_id = ANY($1::uuid[]) GROUP BY cycle_id, state`,
    [cycleIds],
  );
  const tallies = new Map<string, TotalsByState>(cycleIds.map((id) => [id, {}]));
  for (const { cycleId: id, state, count, total } of rows) {
    tallies.set(id, { ...tallies.get(id), [state]: { count, totalMinor: minorToJson(BigInt(total)) } });
  }
  return tallies;
}

/** Returns several totals as one. */
export function sumOf(...tallies: (Total | undefined)[]): Total {
  return tallies.reduce<Total>(
    (sum, tally) => ({ count: sum.count + (tally?.count ?? 0), totalMinor: sum.totalMinor + (tally?.totalMinor ?? 0) }),
    { count: 0, totalMinor: 0 },
  );
}
