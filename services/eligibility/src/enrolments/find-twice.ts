import { inEveryArea, type Tx } from '@janela/platform';

import type { QuotaKey } from './quota.ts';

/** That another of the same official number is in the same programme, and no supervisor has said why both may be. */
export interface Twice {
  /** The suspicions that say so. */
  duplicateIds: string[];
  /** Whether the other enrolment is active and was there first. */
  isLater: boolean;
}

/** In SQL: the people for whom a row of `enrolment` is, those who have just left its household included. */
const people = `CASE WHEN enrolment.person_id IS NULL
        THEN (SELECT home.person_ids || enrolment.covered_person_ids FROM household_facts AS home
          WHERE home.household_id = enrolment.household_id)
        ELSE ARRAY[enrolment.person_id] END`;

/** In SQL: the enrolments that the other person of a suspicion has, by themselves or with their household. */
const ofOther = `
      SELECT own.id, own.programme_id, own.state, own.quota_area FROM enrolments AS own WHERE own.person_id = other_person_id
      UNION ALL
      SELECT shared.id, shared.programme_id, shared.state, shared.quota_area
      FROM household_facts JOIN enrolments AS shared USING (household_id)
      WHERE shared.person_id IS NULL AND person_ids @> ARRAY[other_person_id]`;

/**
 * In SQL, for a row of `enrolment`: the suspicions by official number about those whom it is for now, each with the enrolment
 * (`other`) that the other person has in the same programme, unless a supervisor has said why both may be in it. Two people
 * of one household that is enrolled as one are in it once.
 */
export const twice = `suspicions CROSS JOIN LATERAL (${ofOther}) AS other
    WHERE suspicions.person_id = ANY (${people})
      AND NOT dismissed AND 'identifier' = ANY (matched_on)
      AND other.id <> enrolment.id AND other.programme_id = enrolment.programme_id AND other.state IN ('active', 'suspended')
      AND NOT EXISTS (
        SELECT FROM decisions JOIN applications ON applications.id = application_id
        WHERE duplicate_ids @> ARRAY[suspicions.duplicate_id] AND outcome = 'approved'
          AND applications.programme_id = enrolment.programme_id)
      AND NOT EXISTS (
        SELECT FROM duplicate_reasons AS given
        WHERE given.programme_id = enrolment.programme_id AND given.duplicate_ids @> ARRAY[suspicions.duplicate_id])`;

/**
 * Returns which of these enrolments would be a second one of the same official number, by their ids; the other may be in any
 * area.
 */
export async function findTwice(tx: Tx, enrolmentIds: readonly string[]): Promise<Map<string, Twice>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await inEveryArea(tx, () => tx.query<(Twice & { id: string })[]>(findSql, [enrolmentIds]));
  return new Map(rows.map(({ id, ...found }) => [id, found]));
}

/** Returns the active enrolments that are later than one of these, which is active too, and of the same official number. */
export async function findLaterOnes(tx: Tx, enrolmentIds: readonly string[]): Promise<string[]> {
  if (enrolmentIds.length === 0) return [];
  const rows = await inEveryArea(tx, () => tx.query<{ id: string }[]>(laterSql, [enrolmentIds]));
  return rows.map(({ id }) => id);
}

/**
 * Returns the quotas in which others of the same official number wait, passed over while one of these enrolments is in the
 * programme.
 */
export async function findQuotasOfWaiting(tx: Tx, enrolmentIds: readonly string[]): Promise<QuotaKey[]> {
  if (enrolmentIds.length === 0) return [];
  return inEveryArea(tx, () => tx.query<QuotaKey[]>(waitingSql, [enrolmentIds]));
}

const waitingSql = `
  SELECT DISTINCT other.programme_id AS "programmeId", other.quota_area AS "quotaArea"
  FROM enrolments AS enrolment JOIN suspicions ON suspicions.person_id = ANY (${people}) AND NOT dismissed
    CROSS JOIN LATERAL (${ofOther}) AS other
  WHERE enrolment.id = ANY ($1) AND 'identifier' = ANY (matched_on) AND other.state = 'waitlisted'
    AND other.id <> enrolment.id AND other.programme_id = enrolment.programme_id AND other.quota_area IS NOT NULL`;

const laterSql = `
  SELECT DISTINCT found.id FROM enrolments AS enrolment CROSS JOIN LATERAL (SELECT other.id, other.state FROM ${twice}) AS found
  WHERE enrolment.id = ANY ($1) AND enrolment.state = 'active' AND found.state = 'active' AND found.id > enrolment.id`;

const findSql = `
  SELECT enrolment.id, array_agg(DISTINCT found.duplicate_id) AS "duplicateIds",
    bool_or(found.state = 'active' AND found.other_id < enrolment.id) AS "isLater"
  FROM enrolments AS enrolment CROSS JOIN LATERAL (
    SELECT suspicions.duplicate_id, other.id AS other_id, other.state FROM ${twice}) AS found
  WHERE enrolment.id = ANY ($1) GROUP BY enrolment.id`;
