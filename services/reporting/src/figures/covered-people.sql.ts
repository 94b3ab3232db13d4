/** How long a payment, or a contribution, of each frequency counts from the first day of its period: twice its interval. */
const countsFor = `CASE frequency
      WHEN 'monthly' THEN interval '2 months' WHEN 'every_two_months' THEN interval '4 months'
      WHEN 'quarterly' THEN interval '6 months' WHEN 'half_yearly' THEN interval '12 months'
      WHEN 'yearly' THEN interval '24 months' ELSE interval '12 months' END`;

/** Each programme as it was in force on the day, $2. */
export const schemesInForce = `
  SELECT DISTINCT ON (programme_id) programme_id, code, unit, contributory, components, ${countsFor} AS counts_for
  FROM programmes WHERE valid_from <= $2 ORDER BY programme_id, valid_from DESC, version DESC`;

/**
 * The people who are effectively covered on a day in an area, counted once for each series, by sex; `roll` are those whom the
 * denominator of SI_COV_VULN leaves out. Binds: $1 area, $2 day, $3 pension age, $4 age at which childhood ends, $5 age at which
 * working age begins.
 */
export const coveredPeople = `
WITH RECURSIVE schemes AS (${schemesInForce}
), standing AS (  -- what was said last of an enrolment, among what holds from that day or before
  SELECT DISTINCT ON (enrolment_id) enrolment_id, says FROM enrolment_facts
  WHERE holds_from <= $2 AND says <> 'changed' ORDER BY enrolment_id, version DESC
), cover AS (
  SELECT DISTINCT ON (enrolment_id) enrolment_id, programme_id, area_code, covered FROM enrolment_facts
  WHERE holds_from <= $2 AND covered IS NOT NULL ORDER BY enrolment_id, version DESC
), covered AS (
  SELECT person_id, programme_id, area_code, true AS receives
  FROM standing JOIN cover USING (enrolment_id) JOIN schemes USING (programme_id) CROSS JOIN unnest(covered) AS person_id
  WHERE says IN ('started', 'resumed') AND EXISTS (
    SELECT FROM payments WHERE payments.enrolment_id = cover.enrolment_id AND state = 'paid'
      AND paid_on <= $2 AND period <= $2 AND period + counts_for > $2)
  UNION ALL
  SELECT person_id, programme_id, area_code, false
  FROM contributions JOIN schemes ON schemes.code = contributions.programme
  WHERE contributory AND NOT reversed AND branch <> 'health'
    AND received_on <= $2 AND period <= $2 AND period + counts_for > $2
), same AS (  -- ids that were found to be one person
  SELECT person_id AS alias, into_person_id AS remaining, 1 AS depth FROM person_merges
  UNION ALL
  SELECT alias, into_person_id, depth + 1 FROM same JOIN person_merges ON person_id = remaining WHERE depth < 20
), by_person AS (
  SELECT coalesce(remaining, covered.person_id) AS person_id, programme_id, area_code, receives
  FROM covered LEFT JOIN (SELECT DISTINCT ON (alias) * FROM same ORDER BY alias, depth DESC) AS last ON alias = covered.person_id
), people AS (
  SELECT person_id, min(area_code) AS area_code FROM by_person GROUP BY person_id
), alive AS (
  SELECT people.person_id, sex, born_on, severe_disability
  FROM people
  LEFT JOIN LATERAL (
    SELECT sex, born_on FROM person_facts WHERE person_id = people.person_id
    ORDER BY recorded_at DESC, version DESC, household_id LIMIT 1) AS identity ON true
  LEFT JOIN LATERAL (
    SELECT area_code, severe_disability FROM person_facts WHERE person_id = people.person_id AND holds_from <= $2
    ORDER BY recorded_at DESC, version DESC, household_id LIMIT 1) AS that_day ON true
  WHERE coalesce(that_day.area_code, people.area_code) ^@ $1
    AND (born_on IS NULL OR born_on <= $2)
    AND NOT EXISTS (SELECT FROM deaths WHERE deaths.person_id = people.person_id AND died_on <= $2 AND NOT withdrawn)
), cases AS (
  SELECT alive.*, receives, contributory, components,
    born_on <= $2 - make_interval(years => $3) AS older, born_on > $2 - make_interval(years => $4) AS child,
    born_on <= $2 - make_interval(years => $5) AS grown_up
  FROM by_person JOIN schemes USING (programme_id) JOIN alive USING (person_id)
), counted AS (
  SELECT DISTINCT series, person_id, sex FROM cases CROSS JOIN unnest(components) AS series
  WHERE CASE series
    WHEN 'SI_COV_BENFTS' THEN true
    WHEN 'SI_COV_CHLD' THEN receives AND child
    WHEN 'SI_COV_DISAB' THEN receives AND severe_disability
    WHEN 'SI_COV_PENSN' THEN receives AND older
    WHEN 'SI_COV_VULN' THEN receives AND NOT contributory
    WHEN 'SI_COV_POOR' THEN receives AND NOT contributory
    ELSE false END
  UNION
  SELECT 'roll', person_id, sex FROM cases
  WHERE contributory AND grown_up AND (receives OR NOT older)
)
SELECT series, count(*)::int AS "_T", (count(*) FILTER (WHERE sex = 'female'))::int AS "F",
  (count(*) FILTER (WHERE sex = 'male'))::int AS "M"
FROM counted GROUP BY series ORDER BY series`;

/** A statement with its values, as somebody can run it again on the read model. */
export function writtenOut(sql: string, binds: Readonly<Record<string, string | number>>, schema: string): string {
  const values = Object.entries(binds).map(([name, value], index) => `$${index + 1} ${name} = ${quoted(value)}`);
  return `/* in ${schema}: ${values.join(', ')} */\n${sql.trim()}`;
}

const quoted = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`);
