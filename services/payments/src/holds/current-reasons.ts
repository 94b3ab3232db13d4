import type { CycleState, PaymentState, PlainDate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { isAnotherPayee } from '../payees/same-payee.ts';

/** Why a payment may not be sent today. */
export type HoldReason =
  | 'enrolment_ended'
  | 'enrolment_suspended'
  | 'enrolment_changed'
  | 'no_payee'
  | 'no_consent'
  | 'payee_unconfirmed'
  | 'payee_changed'
  | 'no_account'
  | 'no_provider';

/** What holds today of a payment that was not sent yet. */
export interface CurrentReason {
  id: string;
  state: Extract<PaymentState, 'frozen' | 'held'>;
  heldByRule: boolean;
  reasonCode: string | null;
  cycleState: CycleState;
  /** Null where nothing stands in its way. */
  code: HoldReason | null;
}

/** In SQL: all whom an enrolment covers (`covered`, their ids) had died by a day, or the household `h` was no longer one. */
export const noneLeft = (day: string, covered: string) => `(h.over_on <= ${day} OR (h.somebody_died AND NOT EXISTS (
  SELECT FROM unnest(${covered}) covered (id)
  WHERE NOT EXISTS (SELECT FROM deaths d WHERE d.person_id = covered.id AND d.died_on <= ${day}))))`;

/** In SQL: the money would go to an account of the payee `y`, and none is known. */
export const accountMissing = `(y.channel IN ('mobile_money', 'bank_transfer') AND y.account_mark IS NULL)`;

/** In SQL, of the enrolment of `p`: what is rarely asked for is not joined to a million lines. */
const ofEnrolment = (column: string) => `(SELECT n.${column} FROM enrolments n WHERE n.id = p.enrolment_id)`;

/**
 * In SQL: the table `judged`, of the payments `p` of `which` that were not sent yet, with the reason against paying each on the day `$1`
 * and what would be due by now. An enrolment stands for a period as long as opening the cycle today would include it.
 */
export const judgedSql = (which: string) => `lists AS MATERIALIZED (
    SELECT c.id, c.state, last.day AS last_day, least($1::date, last.day) AS cutoff_on
    FROM cycles c CROSS JOIN LATERAL (
      SELECT (to_date(c.period, 'YYYY-MM') + make_interval(months => c.period_months) - interval '1 day')::date AS day) last
  ), judged AS (
    SELECT p.id, p.state, p.held_by_rule, p.reason_code, c.state AS cycle_state, p.enrolment_id, p.household_id, p.amount_minor,
      due.amount_minor AS due_minor,
      CASE
        WHEN due.amount_minor IS NULL THEN CASE ${ofEnrolment('state')} WHEN 'suspended' THEN 'enrolment_suspended'
          WHEN 'active' THEN 'enrolment_changed' ELSE 'enrolment_ended' END
        WHEN ${noneLeft('c.cutoff_on', ofEnrolment('covered_person_ids'))} THEN 'enrolment_ended'
        WHEN y.details IS NULL OR now_paid.id IS NULL OR dead.person_id IS NOT NULL THEN 'no_payee'
        WHEN h.payment_consent IS NOT TRUE THEN 'no_consent'
        WHEN h.payee_change_waits THEN 'payee_unconfirmed'
        WHEN now_paid.id <> y.id AND ${isAnotherPayee('now_paid', 'y')} THEN 'payee_changed'
        WHEN h.enrolment_moved AND ${ofEnrolment('household_id')} <> p.household_id THEN 'payee_changed'
        WHEN ${accountMissing} THEN 'no_account'
        WHEN p.provider IS NULL THEN 'no_provider'
      END AS code
    FROM payments p JOIN lists c ON c.id = p.cycle_id
    -- Looked up line by line: nothing is known yet of how many lines a list has that was opened just now.
    LEFT JOIN LATERAL (
      SELECT e.amount_minor FROM enrolment_spells s JOIN entitlements e ON e.enrolment_id = s.enrolment_id
      WHERE s.enrolment_id = p.enrolment_id AND s.from_on <= c.last_day AND (s.to_on IS NULL OR s.to_on > c.cutoff_on)
        AND e.from_on <= greatest(c.cutoff_on, s.from_on) AND (e.to_on IS NULL OR e.to_on > greatest(c.cutoff_on, s.from_on))
        AND e.amount_minor > 0
      ORDER BY s.from_on LIMIT 1) due ON true
    LEFT JOIN households h ON h.id = p.household_id
    LEFT JOIN payees y ON y.id = p.payee_id
    LEFT JOIN deaths dead ON dead.person_id = y.person_id
    LEFT JOIN payees now_paid ON now_paid.household_id = p.household_id AND now_paid.current AND now_paid.details IS NOT NULL
    WHERE p.state IN ('frozen', 'held') AND ${which}
  )`;

const answer = `id, state, held_by_rule AS "heldByRule", reason_code AS "reasonCode", cycle_state AS "cycleState", code`;

/** Whether a payment that is held by rule goes back to what was frozen once the reason is over: as long as it is not approved. */
const goesBack = `cycle_state IN ('open', 'submitted')`;

/** In SQL: those that must be held, go on, or are held for another reason than they say. */
const changedSql = (which: string) => `WITH ${judgedSql(which)} SELECT ${answer} FROM judged
  WHERE (state = 'frozen' AND code IS NOT NULL)
    OR (held_by_rule AND code IS NOT NULL AND code <> reason_code)
    OR (held_by_rule AND code IS NULL AND (${goesBack} OR reason_code <> 'reason_over'))
  ORDER BY id`;

/** Those of a few payments that change. `which` may use binds from `$2` on. */
export function findChanged(
  tx: Tx,
  today: PlainDate,
  which: string,
  binds: readonly unknown[],
): Promise<CurrentReason[]> {
  return tx.query<CurrentReason[]>(changedSql(which), [today, ...binds]);
}

/** Those of a whole list, so many at a time: a million never lie in memory. They are as they were when the first were read. */
export async function* changedOfCycle(
  tx: Tx,
  today: PlainDate,
  cycleId: string,
  atOnce: number,
): AsyncGenerator<CurrentReason[]> {
  await tx.query(`SELECT set_config('cursor_tuple_fraction', '1', true)`);
  await tx.query(`DECLARE changed NO SCROLL CURSOR FOR ${changedSql('p.cycle_id = $2')}`, [today, cycleId]);
  for (;;) {
    const part = await tx.query<CurrentReason[]>(`FETCH ${atOnce} FROM changed`);
    if (part.length > 0) yield part;
    if (part.length < atOnce) break;
  }
  await tx.query('CLOSE changed');
}

/** What speaks against a payment today, if anything does. */
export async function findReason(tx: Tx, today: PlainDate, paymentId: string): Promise<HoldReason | null> {
  const [row] = await tx.query<CurrentReason[]>(`WITH ${judgedSql('p.id = $2')} SELECT ${answer} FROM judged`, [
    today,
    paymentId,
  ]);
  return row?.code ?? null;
}
