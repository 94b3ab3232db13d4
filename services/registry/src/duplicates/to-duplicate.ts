import type { Duplicate, DuplicateEvidence } from '@janela/contracts';
import { known } from '@janela/platform';

/** Two people who may be one, as they are stored; a number is null where the household is out of reach. */
export interface DuplicateRow {
  id: string;
  state: Duplicate['state'];
  personId: string;
  householdId: string;
  number: string | null;
  otherPersonId: string;
  otherHouseholdId: string;
  otherNumber: string | null;
  matchedOn: DuplicateEvidence[];
  weight: number;
  suspectedAt: Date;
  suspectedThrough: string;
  dismissedAt: Date | null;
  dismissedBy: string | null;
  reason: string | null;
}

/** Binds: before which id, and, where they are not null, the state, the import, a household and the id; the limit. */
export const duplicatesSql = `
  SELECT d.id, d.state, d.person_id AS "personId", d.household_id AS "householdId", one.number, d.other_person_id AS "otherPersonId",
    d.other_household_id AS "otherHouseholdId", other.number AS "otherNumber", d.matched_on AS "matchedOn",
    round(d.weight::numeric, 2)::float AS weight, d.suspected_at AS "suspectedAt", d.suspected_through AS "suspectedThrough",
    d.dismissed_at AS "dismissedAt", d.dismissed_by_name AS "dismissedBy", d.reason
  FROM duplicates d LEFT JOIN households one ON one.id = d.household_id LEFT JOIN households other ON other.id = d.other_household_id
  WHERE (one.id IS NOT NULL OR other.id IS NOT NULL) AND ($1::uuid IS NULL OR d.id < $1) AND ($2::text IS NULL OR d.state = $2)
    AND ($3::uuid IS NULL OR d.import_id = $3) AND ($4::uuid IS NULL OR $4 IN (d.household_id, d.other_household_id))
    AND ($5::uuid IS NULL OR d.id = $5)
  ORDER BY d.id DESC LIMIT $6`;

export function toDuplicate(row: DuplicateRow): Duplicate {
  const { id, state, personId, householdId, number, otherPersonId, otherHouseholdId, otherNumber } = row;
  const { matchedOn, weight, suspectedAt, dismissedAt, dismissedBy, reason } = row;
  return {
    id,
    state,
    matchedOn,
    weight,
    suspectedAt: suspectedAt.toISOString(),
    people: [
      { personId, householdId, ...known({ number }) },
      { personId: otherPersonId, householdId: otherHouseholdId, ...known({ number: otherNumber }) },
    ],
    ...known({ dismissedAt: dismissedAt && dismissedAt.toISOString(), dismissedBy, reason }),
  };
}
