import type { Frequency, Period, PlainDate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { accountMissing, noneLeft } from '../holds/current-reasons.ts';
import { providerOfPayee } from '../payees/payees.service.ts';

/** How many months a payment is for. What is paid once is paid in the month in which it is computed. */
export const monthsOf: Record<Frequency, number> = {
  once: 1,
  monthly: 1,
  every_two_months: 2,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

/** For whom and when a cycle is computed. */
export interface CyclePlan {
  cycleId: string;
  programmeId: string;
  period: Period;
  frequency: Frequency;
  /** Who is enrolled on this day, or will be before the period ends. */
  cutoffOn: PlainDate;
  lastDay: PlainDate;
}

/** How long computing a million payments may take; an ordinary request has far less. */
const buildTimeoutMs = 600_000;

/**
 * Computes what is due and freezes it, with one statement: a payment for each live entitlement, held where it may not be paid today.
 * Returns how many there are, and what they add up to.
 */
export async function buildPayments(tx: Tx, plan: CyclePlan): Promise<{ count: number; totalMinor: bigint }> {
  await tx.query(`SELECT set_config('statement_timeout', $1, true)`, [String(buildTimeoutMs)]);
  const [row] = await tx.query<{ count: number; total: string }[]>(
    `WITH ${due}, ${reasoned}, frozen AS (
       INSERT INTO payments (cycle_id, enrolment_id, household_id, person_id, area_code, period, programme_version,
         amount_minor, currency, state, reason_code, held_by_rule, payee_id, provider, channel)
       SELECT $1, enrolment_id, household_id, person_id, area_code, $3, programme_version, amount_minor, currency,
         CASE WHEN code IS NULL THEN 'frozen' ELSE 'held' END, code, coalesce(code <> 'frequency_differs', false), payee_id, provider,
         CASE WHEN provider IS NOT NULL THEN channel END
       FROM reasoned
       RETURNING amount_minor
     )
     SELECT count(*)::int AS count, coalesce(sum(amount_minor), 0) AS total FROM frozen`,
    [plan.cycleId, plan.programmeId, plan.period, plan.frequency, plan.cutoffOn, plan.lastDay],
  );
  return { count: row?.count ?? 0, totalMinor: BigInt(row?.total ?? 0) };
}

/** Whether something that is due is in another currency than the programme. */
export async function hasOtherCurrency(tx: Tx, plan: CyclePlan, currency: string): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }[]>(
    `SELECT EXISTS (SELECT FROM enrolments n JOIN entitlements e ON e.enrolment_id = n.id
       WHERE n.programme_id = $1 AND e.currency <> $2 AND e.from_on <= $4 AND (e.to_on IS NULL OR e.to_on > $3)) AS found`,
    [plan.programmeId, currency, plan.cutoffOn, plan.lastDay],
  );
  return row?.found ?? false;
}

/** The first spell that is live between the cut-off and the end of the period, with what is due on its first day there. */
const due = `due AS (
  SELECT DISTINCT ON (n.id) n.id AS enrolment_id, n.household_id, n.person_id, n.area_code, n.covered_person_ids, e.programme_version,
    e.amount_minor, e.currency, e.frequency
  FROM enrolments n
  JOIN enrolment_spells s ON s.enrolment_id = n.id AND s.from_on <= $6::date AND (s.to_on IS NULL OR s.to_on > $5::date)
  JOIN entitlements e ON e.enrolment_id = n.id AND e.from_on <= greatest($5::date, s.from_on)
    AND (e.to_on IS NULL OR e.to_on > greatest($5::date, s.from_on))
  WHERE n.programme_id = $2 AND e.amount_minor > 0
    AND ($4 <> 'once' OR NOT EXISTS (SELECT FROM payments p
      WHERE p.enrolment_id = n.id AND p.state NOT IN ('failed', 'returned', 'cancelled')))
  ORDER BY n.id, s.from_on
)`;

/** The same with who receives it, and with what speaks against paying it; `OFFSET 0` has the reason found once for each line. */
const reasoned = `reasoned AS (
  SELECT d.*, y.id AS payee_id, y.channel, pr.code AS provider,
    CASE WHEN d.frequency <> $4 THEN 'frequency_differs'
      WHEN ${noneLeft('$5::date', 'd.covered_person_ids')} THEN 'enrolment_ended' WHEN y.id IS NULL THEN 'no_payee'
      WHEN h.payment_consent IS NOT TRUE THEN 'no_consent' WHEN h.payee_change_waits THEN 'payee_unconfirmed'
      WHEN ${accountMissing} THEN 'no_account' WHEN pr.code IS NULL THEN 'no_provider' END AS code
  FROM due d
  LEFT JOIN households h ON h.id = d.household_id
  LEFT JOIN payees y ON y.household_id = d.household_id AND y.current AND y.details IS NOT NULL
  LEFT JOIN providers pr ON ${providerOfPayee}
  OFFSET 0
)`;
