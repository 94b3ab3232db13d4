/** Selects households with the deaths of their members and the revision of the published rules; `sample` follows the table. */
export const selectSql = (sample = '') => `
  SELECT household_id AS "householdId", area_code AS "areaCode", version, state, over_on::text AS "overOn", facts, revision,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', person_id, 'diedOn', died_on, 'certainty', certainty))
      FROM deaths WHERE person_id = ANY (known.person_ids)), '[]') AS deaths
  FROM household_facts AS known ${sample} CROSS JOIN rule_book`;

/** Keeps households that are newer than what is known, and returns which those are. */
export const keepSql = `
  INSERT INTO household_facts AS known (household_id, area_code, version, state, over_on, facts, person_ids)
  SELECT id, area_code, version, state, over_on, facts,
    ARRAY(SELECT (jsonb_path_query(facts, '$.members[*].personId') #>> '{}')::uuid)
  FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::date[], $6::jsonb[])
    AS published (id, area_code, version, state, over_on, facts)
  ON CONFLICT (household_id) DO UPDATE SET area_code = excluded.area_code, version = excluded.version,
    state = excluded.state, over_on = excluded.over_on, facts = COALESCE(excluded.facts, known.facts),
    person_ids = CASE WHEN excluded.facts IS NULL THEN known.person_ids ELSE excluded.person_ids END
  WHERE known.version < excluded.version
  RETURNING household_id AS "householdId", COALESCE(old.area_code <> new.area_code, false) AS "hasMoved"`;

/** Moves what belongs to households. Live enrolments are moved one by one, for their places move too. */
export const moveSql = [
  `UPDATE applications AS own SET area_code = known.area_code FROM household_facts known
   WHERE own.household_id = known.household_id AND known.household_id = ANY ($1)`,
  `UPDATE enrolments AS own SET area_code = known.area_code FROM household_facts known
   WHERE own.household_id = known.household_id AND known.household_id = ANY ($1) AND own.state = 'ended'`,
];
