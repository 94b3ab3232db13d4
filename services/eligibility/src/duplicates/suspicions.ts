import { type DuplicateEvidence, maxSuspectedDuplicates, type SuspectedDuplicate } from '@janela/contracts';
import { inEveryArea, type Tx } from '@janela/platform';

import type { PublishedRules } from '../programmes/published-rules.ts';
import { findStandings, type FoundStanding } from './find-standings.ts';

type Evidence = DuplicateEvidence;

/** What the register published of two people who may be one. */
export interface PublishedSuspicion {
  duplicateId: string;
  /** Of the suspicion in the register. */
  version: number;
  personIds: readonly string[];
  householdIds: readonly string[];
  matchedOn: readonly Evidence[];
  weight: number;
  dismissed: boolean;
}

/** An application or an enrolment: whom it is for, and in which programme. */
export interface Subject {
  id: string;
  programmeId: string;
  householdId: string;
  personId: string | null;
}

interface Row {
  id: string;
  duplicateId: string;
  personId: string;
  otherPersonId: string;
  otherHouseholdId: string;
  registeredFirst: boolean;
  matchedOn: Evidence[];
  weight: number;
  otherDied: boolean;
}

/** Keeps what was published, unless something newer is known. */
export async function keepSuspicions(tx: Tx, published: readonly PublishedSuspicion[]): Promise<void> {
  const rows = published.flatMap(({ personIds, householdIds, ...suspicion }) =>
    personIds.map((personId, index) => ({
      duplicate_id: suspicion.duplicateId,
      version: suspicion.version,
      person_id: personId,
      other_person_id: personIds[1 - index],
      other_household_id: householdIds[1 - index],
      registered_first: index === 0,
      matched_on: suspicion.matchedOn,
      weight: suspicion.weight,
      dismissed: suspicion.dismissed,
    })),
  );
  await tx.query(keepSql, [JSON.stringify(rows)]);
}

/**
 * Returns the open suspicions about the people whom each of these is for, by its id; those that need a reason first. The other
 * person may live anywhere: the officer who decides must know of it, though no more than ids and programmes.
 */
export async function findSuspicions(
  tx: Tx,
  rules: PublishedRules,
  subjects: readonly Subject[],
): Promise<Map<string, SuspectedDuplicate[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await tx.query<Row[]>(aboutSql, [
    subjects.map(({ id }) => id),
    subjects.map(({ householdId }) => householdId),
    subjects.map(({ personId }) => personId),
  ]);
  if (rows.length === 0) return new Map();
  const others = [...new Set(rows.map(({ otherPersonId }) => otherPersonId))];
  const standings = await inEveryArea(tx, () => findStandings(tx, rules, others));
  const subjectOf = new Map(subjects.map((subject) => [subject.id, subject]));
  const found = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...found].map(([id, own]) => {
      const subject = subjectOf.get(id);
      const shown = own.map((row) => toSuspected(row, subject, standings.get(row.otherPersonId) ?? []));
      const ordered = shown.toSorted((a, b) => Number(b.needsReason) - Number(a.needsReason) || b.weight - a.weight);
      return [id, ordered.slice(0, maxSuspectedDuplicates)];
    }),
  );
}

function toSuspected(
  { id: _, ...row }: Row,
  subject: Subject | undefined,
  standings: readonly FoundStanding[],
): SuspectedDuplicate {
  // The same person, or another of the same household that is judged as one, is not in the programme a second time.
  const own = subject?.personId ?? subject?.householdId;
  const others = standings.filter(
    ({ programmeId, subjectId }) => programmeId !== subject?.programmeId || subjectId !== own,
  );
  const same = others.some(({ programmeId }) => programmeId === subject?.programmeId);
  return {
    ...row,
    needsReason: (same || row.otherDied) && row.matchedOn.includes('identifier'),
    enrolledIn: others.slice(0, 20).map(({ standing }) => standing),
  };
}

const keepSql = `
  INSERT INTO suspicions AS known
    (duplicate_id, version, person_id, other_person_id, other_household_id, registered_first, matched_on, weight, dismissed)
  SELECT DISTINCT ON (duplicate_id, person_id) published.*
  FROM jsonb_to_recordset($1) AS published (duplicate_id uuid, version integer, person_id uuid, other_person_id uuid,
    other_household_id uuid, registered_first boolean, matched_on text[], weight double precision, dismissed boolean)
  ORDER BY duplicate_id, person_id, version DESC
  ON CONFLICT (duplicate_id, person_id) DO UPDATE SET version = excluded.version,
    other_household_id = excluded.other_household_id, dismissed = excluded.dismissed,
    matched_on = CASE WHEN excluded.dismissed THEN known.matched_on ELSE excluded.matched_on END,
    weight = CASE WHEN excluded.dismissed THEN known.weight ELSE excluded.weight END
  WHERE known.version < excluded.version`;

const aboutSql = `
  SELECT subject.id, duplicate_id AS "duplicateId", suspicions.person_id AS "personId", other_person_id AS "otherPersonId",
    other_household_id AS "otherHouseholdId", registered_first AS "registeredFirst", matched_on AS "matchedOn", weight,
    EXISTS (SELECT FROM deaths WHERE deaths.person_id = other_person_id) AS "otherDied"
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS subject (id, household_id, person_id)
  LEFT JOIN household_facts AS home ON subject.person_id IS NULL AND home.household_id = subject.household_id
  JOIN suspicions ON NOT dismissed
    AND suspicions.person_id = ANY (CASE WHEN subject.person_id IS NULL THEN home.person_ids ELSE ARRAY[subject.person_id] END)`;
