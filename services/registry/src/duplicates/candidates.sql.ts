import { anyHousehold, anyPerson, livingPerson, openHousehold } from './probes.sql.ts';

const columns = ['id', 'household_id', 'given_names', 'family_name', 'born_on', 'born_on_precision', 'area_code'];
const standing = ['died_on', 'left_on'];
const personColumns = [...columns, ...standing, 'phone_mark'].join(', ');
const groupedBy = [...columns, ...standing].map((column) => `p.${column}`).join(', ');

/**
 * An official number is looked for among all people, those who are present first; likeness only among those who are present.
 * The same names and the nearest birth come before the limit, so that none is hidden by those whose names only sound alike.
 */
export const candidatesSql = `
  WITH wanted AS MATERIALIZED (
    SELECT member - 1 AS member, md5(whole) AS whole, name_sounds(given) AS given, name_sounds(family) AS family, born_on, phone_mark
    FROM unnest($3::text[], $9::text[], $10::text[], $4::date[], $5::text[])
      WITH ORDINALITY AS w (whole, given, family, born_on, phone_mark, member)
  ), found AS MATERIALIZED (
    SELECT m.member, i.person_id, true AS identifier, false AS sounds
    FROM unnest($1::int[], $2::text[]) AS m (member, mark) CROSS JOIN LATERAL (
      SELECT own.person_id FROM (SELECT person_id FROM identifiers WHERE mark = m.mark OFFSET 0) own
        CROSS JOIN ${anyPerson('own.person_id', 'died_on, left_on')} p
      ORDER BY p.died_on IS NULL AND p.left_on IS NULL DESC, own.person_id LIMIT $7
    ) i
    UNION ALL
    SELECT w.member, k.person_id, false, true
    FROM wanted w CROSS JOIN LATERAL (
      SELECT own.person_id
      FROM (
        SELECT person_id, whole, born_on FROM person_keys
        WHERE sounds && w.given AND sounds && w.family AND area_code ^@ $6
          AND born_on BETWEEN w.born_on - interval '2 years' AND w.born_on + interval '2 years' OFFSET 0
      ) own
        CROSS JOIN ${livingPerson('own.person_id', 'household_id')} p CROSS JOIN ${openHousehold('p.household_id')} h
      ORDER BY own.whole = w.whole DESC, abs(own.born_on - w.born_on), own.person_id
      LIMIT $7
    ) k
  )
  SELECT f.member::int, p.id AS "personId", p.household_id AS "householdId", h.number, p.given_names AS "givenNames",
    p.family_name AS "familyName", p.born_on::text AS "bornOn", p.born_on_precision AS "bornOnPrecision",
    p.area_code AS "areaCode", bool_or(f.identifier) AS identifier, bool_or(f.sounds) AS sounds,
    CASE WHEN p.died_on IS NOT NULL THEN 'dead' WHEN p.left_on IS NOT NULL THEN 'left' WHEN h.state <> 'active' THEN 'household_closed'
      END AS standing, COALESCE(bool_or(p.phone_mark = w.phone_mark), false) AS phone
  FROM found f JOIN wanted w USING (member) CROSS JOIN ${anyPerson('f.person_id', personColumns)} p
    CROSS JOIN ${anyHousehold('p.household_id', 'number, state')} h
  GROUP BY f.member, h.number, h.state, ${groupedBy}
  HAVING $8::uuid IS NULL OR p.household_id <> $8 OR bool_or(f.identifier)`;
