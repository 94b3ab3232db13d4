/**
 * Whether a place is given to an enrolment that waits. Passed over, though they keep their place in the queue, are households
 * that do not allow it, people who have left theirs, and whoever is in the programme already under the same official number,
 * unless an officer has said why both may be.
 */
export const mayBegin = `EXISTS (
    SELECT FROM household_facts WHERE household_facts.household_id = enrolment.household_id
      AND household_facts.state = 'active' AND facts -> 'consentedPurposes' @> '["eligibility"]'
      AND (enrolment.person_id IS NULL OR person_ids @> ARRAY[enrolment.person_id]))
  AND NOT EXISTS (
    SELECT FROM suspicions CROSS JOIN LATERAL (
      SELECT own.programme_id, own.state FROM enrolments AS own WHERE own.person_id = other_person_id
      UNION ALL
      SELECT shared.programme_id, shared.state
      FROM enrolments AS shared JOIN household_facts USING (household_id)
      WHERE shared.person_id IS NULL AND person_ids @> ARRAY[other_person_id] AND shared.id <> enrolment.id) AS other
    WHERE suspicions.person_id = ANY (enrolment.covered_person_ids) AND NOT dismissed AND 'identifier' = ANY (matched_on)
      AND other.programme_id = enrolment.programme_id AND other.state IN ('active', 'suspended')
      AND NOT EXISTS (
        SELECT FROM decisions WHERE decisions.application_id = enrolment.application_id
          AND suspicions.duplicate_id = ANY (duplicate_ids)))`;
