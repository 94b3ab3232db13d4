/**
 * Finds enrolments to which money is due in a period ($3, else the last of their programme) and of which none is known to have
 * arrived, without households that do not consent to statistics. $1 is the area, $2 a programme or null, $4 today, $5 the last
 * enrolment of the page before or null, $6 the rows at most.
 */
export const notPaidLines = `
WITH periods AS (
  SELECT DISTINCT ON (programme) programme, period, state AS cycle_state,
    least($4::date, (period + make_interval(months => period_months))::date - 1) AS day
  FROM cycles WHERE ($2::text IS NULL OR programme = $2) AND ($3::date IS NULL OR period = $3)
  ORDER BY programme, period DESC
), standing AS (
  SELECT DISTINCT ON (enrolment_id) enrolment_id, says FROM enrolment_facts JOIN periods USING (programme)
  WHERE holds_from <= day AND says <> 'changed' ORDER BY enrolment_id, version DESC
), due AS (
  SELECT DISTINCT ON (enrolment_id) enrolment_id, household_id, person_id, area_code, covered, programme, period, cycle_state, amount_minor, currency
  FROM enrolment_facts JOIN periods USING (programme)
  WHERE holds_from <= day AND covered IS NOT NULL ORDER BY enrolment_id, version DESC
)
SELECT due.enrolment_id AS "enrolmentId", due.household_id AS "householdId", due.person_id AS "personId", due.area_code AS "areaCode",
  due.programme, to_char(due.period, 'YYYY-MM') AS period, coalesce(last.amount_minor, due.amount_minor)::float8 AS "amountMinor",
  coalesce(last.currency, due.currency) AS currency, payment_id AS "paymentId", reason_code AS "reasonCode",
  CASE WHEN last.state IN ('instructed', 'released') THEN 'on_its_way' WHEN last.state IS NOT NULL THEN last.state
    WHEN cycle_state = 'opened' THEN 'not_sent_yet' ELSE 'not_in_cycle' END AS because
FROM due JOIN standing USING (enrolment_id)
LEFT JOIN LATERAL (
  SELECT * FROM payments WHERE payments.enrolment_id = due.enrolment_id AND payments.period = due.period
  ORDER BY recorded_at DESC, payment_id DESC LIMIT 1) AS last ON true
WHERE says IN ('started', 'resumed') AND due.amount_minor IS NOT NULL AND due.area_code ^@ $1
  AND ($5::uuid IS NULL OR due.enrolment_id > $5)
  AND (SELECT allows_statistics FROM person_facts WHERE person_id = due.covered[1]
    ORDER BY recorded_at DESC, version DESC, household_id LIMIT 1)
  AND NOT EXISTS (
    SELECT FROM payments WHERE payments.enrolment_id = due.enrolment_id AND payments.period = due.period AND state = 'paid')
ORDER BY due.enrolment_id LIMIT $6`;
