import { twice } from './find-twice.ts';

/**
 * In SQL: whether an enrolment that waits may be given a place. Passed over, though they keep their position in the queue, are
 * households that do not allow it, people who have left theirs, and those of whose official number another is in the programme,
 * unless an officer has said why both may be.
 */
export const mayBegin = `EXISTS (
    SELECT FROM household_facts WHERE household_facts.household_id = enrolment.household_id
      AND household_facts.state = 'active' AND facts -> 'consentedPurposes' @> '["eligibility"]'
      AND (enrolment.person_id IS NULL OR person_ids @> ARRAY[enrolment.person_id]))
  AND NOT EXISTS (SELECT FROM deaths WHERE deaths.person_id = enrolment.person_id)
  AND NOT EXISTS (SELECT FROM ${twice})`;
