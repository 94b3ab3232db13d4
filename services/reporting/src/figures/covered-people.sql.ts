/** How long a payment or contribution of each frequency counts from the first day of its period: twice its interval. */
const countsFor = `CASE frequency
      WHEN 'monthly' THEN interval '2 months' WHEN 'every_two_months' THEN interval '4 months'
      WHEN 'quarterly' THEN interval '6 months' WHEN 'half_yearly' THEN interval '12 months'
      WHEN 'yearly' THEN interval '24 months' ELSE interval '12 months' END`;

/** Each programme as it was in force on the day, $2. */
export const schemesInForce = `
  SELECT DISTINCT ON (programme_id) programme_id, code, unit, contributory, components, ${countsFor} AS counts_for
  FROM programmes WHERE valid_from <= $2 ORDER BY programme_id, valid_from DESC, version DESC`;

/**
 * Counts people who are covered on a day ($2) in an area ($1), once for each series, by sex: see decision 28. `roll` are those whom
 * the denominator of SI_COV_VULN leaves out; `apart` those without consent to statistics, in the country’s total alone and from the
 * minimum cell ($6) on. $3 is the pension age, $4 the age at which childhood ends, $5 that at which working age begins.
 */
export const coveredPeople = `
WITH RECURSIVE schemes AS (${schemesInForce}
), enrolled AS (  -- whom each enrolment covers: what was said last, among what holds from that day or before
  SELECT DISTINCT ON (enrolment_id) enrolment_id, programme_id, area_code, covered FROM enrolment_facts
  WHERE holds_from <= $2 AND covered IS NOT NULL ORDER BY enrolment_id, version DESC
), covered AS (
  SELECT person_id, programme_id, area_code, true AS receives
  FROM enrolled JOIN schemes USING (programme_id) CROSS JOIN unnest(covered) AS person_id
  CROSS JOIN LATERAL (
    SELECT says FROM enrolment_facts WHERE enrolment_id = enrolled.enrolment_id AND holds_from <= $2 AND says <> 'changed'
    ORDER BY version DESC LIMIT 1) AS standing
  WHERE says IN ('started', 'resumed') AND EXISTS (
    SELECT FROM payments WHERE payments.enrolment_id = enrolled.enrolment_id AND state = 'paid'
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
), people AS (  -- each once, with all that covers them
  SELECT coalesce(remaining, covered.person_id) AS person_id, min(area_code) AS area_code,
    bool_or('SI_COV_BENFTS' = ANY (components)) AS any_benefit,
    bool_or(receives AND 'SI_COV_CHLD' = ANY (components)) AS child_benefit,
    bool_or(receives AND 'SI_COV_DISAB' = ANY (components)) AS disability_benefit,
    bool_or(receives AND 'SI_COV_PENSN' = ANY (components)) AS pension,
    bool_or(receives AND NOT contributory AND 'SI_COV_VULN' = ANY (components)) AS assistance,
    bool_or(receives AND NOT contributory AND 'SI_COV_POOR' = ANY (components)) AS poverty_assistance,
    bool_or(receives AND contributory) AS draws, bool_or(NOT receives) AS pays_in
  FROM covered JOIN schemes USING (programme_id)
  LEFT JOIN (SELECT DISTINCT ON (alias) alias, remaining FROM same ORDER BY alias, depth DESC) AS last
    ON alias = covered.person_id
  GROUP BY 1
), described AS (  -- as they are on the day: sex and birth as recorded last, place and disability as they were
  SELECT people.*, sex, severe_disability, coalesce(allows, false) AS allows, born_on <= $2 - make_interval(years => $3) AS older,
    born_on > $2 - make_interval(years => $4) AS child, born_on <= $2 - make_interval(years => $5) AS grown_up
  FROM people
  CROSS JOIN LATERAL (
    SELECT (array_agg(sex ORDER BY recorded_at DESC, version DESC, household_id))[1] AS sex,
      (array_agg(born_on ORDER BY recorded_at DESC, version DESC, household_id))[1] AS born_on,
      (array_agg(area_code ORDER BY recorded_at DESC, version DESC, household_id) FILTER (WHERE holds_from <= $2))[1] AS lives_in,
      (array_agg(severe_disability ORDER BY recorded_at DESC, version DESC, household_id) FILTER (WHERE holds_from <= $2))[1]
        AS severe_disability,
      (array_agg(allows_statistics ORDER BY recorded_at DESC, version DESC, household_id))[1] AS allows
    FROM person_facts WHERE person_id = people.person_id) AS said
  WHERE coalesce(lives_in, people.area_code) ^@ $1 AND (born_on IS NULL OR born_on <= $2)
    AND NOT EXISTS (SELECT FROM deaths WHERE deaths.person_id = people.person_id AND died_on <= $2 AND NOT withdrawn)
)
SELECT series, allowed + apart AS "_T", "F", "M", apart FROM (
SELECT series, (count(*) FILTER (WHERE allows))::int AS allowed,
  (count(*) FILTER (WHERE allows AND sex = 'female'))::int AS "F", (count(*) FILTER (WHERE allows AND sex = 'male'))::int AS "M",
  CASE WHEN count(*) FILTER (WHERE NOT allows) >= $6 AND EXISTS (SELECT FROM areas WHERE code = $1 AND level = 0)
    THEN count(*) FILTER (WHERE NOT allows) ELSE 0 END::int AS apart
FROM described CROSS JOIN LATERAL (VALUES
  ('SI_COV_BENFTS', any_benefit),
  ('SI_COV_CHLD', child_benefit AND child),
  ('SI_COV_DISAB', disability_benefit AND severe_disability),
  ('SI_COV_PENSN', pension AND older),
  ('SI_COV_VULN', assistance),
  ('SI_COV_POOR', poverty_assistance),
  ('roll', grown_up AND (draws OR pays_in AND NOT older))) AS figure (series, counts)
WHERE counts GROUP BY series) AS counted
ORDER BY series`;

/** Returns a statement with its values, as it can be run again on the read model. */
export function writtenOut(sql: string, binds: Readonly<Record<string, string | number>>, schema: string): string {
  const values = Object.entries(binds).map(([name, value], index) => `$${index + 1} ${name} = ${quoted(value)}`);
  return `/* in ${schema}: ${values.join(', ')} */\n${sql.trim()}`;
}

const quoted = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`);
