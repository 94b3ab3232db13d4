import type { Application, ProgrammeStanding } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { entitlementOf } from '../determinations/determine.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';

/** Where a person stands in a programme, by themselves or with their household. */
export interface FoundStanding {
  programmeId: string;
  /** Who is in it: the person where it covers persons, else the household. */
  subjectId: string;
  standing: ProgrammeStanding;
}

interface Row {
  who: string;
  programmeId: string;
  subjectId: string;
  householdId: string;
  personId: string | null;
  state: ProgrammeStanding['state'];
  since: ProgrammeStanding['since'] | null;
}

/**
 * Returns where each of these people is, waits or has applied, by the person. Within the areas that the transaction reaches.
 */
export async function findStandings(
  tx: Tx,
  rules: PublishedRules,
  personIds: readonly string[],
): Promise<Map<string, FoundStanding[]>> {
  const rows = await tx.query<Row[]>(standingsSql, [personIds]);
  const found = Map.groupBy(rows, ({ who }) => who);
  return new Map([...found].map(([who, own]) => [who, own.map((row) => toStanding(row, rules))]));
}

function toStanding(
  { programmeId, subjectId, householdId, personId, state, since }: Row,
  rules: PublishedRules,
): FoundStanding {
  const programme = rules.getProgramme(programmeId);
  const standing: ProgrammeStanding = {
    programme: programme.code,
    title: programme.names,
    state,
    householdId,
    ...(since !== null && { since }),
    ...(personId !== null && { personId }),
  };
  return { programmeId, subjectId, standing };
}

type Received = Application['household']['alreadyReceives'][number];
interface ReceivedRow extends Omit<Row, 'who'> {
  applicationId: string;
  amountMinor: string | null;
}

/** Returns in which programmes each of these households and its people are or wait, with the application that it came from. */
export async function findReceived(
  tx: Tx,
  rules: PublishedRules,
  householdIds: readonly string[],
): Promise<Map<string, { applicationId: string; received: Received }[]>> {
  const rows = await tx.query<ReceivedRow[]>(receivedSql, [householdIds]);
  const found = Map.groupBy(rows, ({ householdId }) => householdId);
  return new Map([...found].map(([id, own]) => [id, own.map((row) => toReceived(row, rules))]));
}

function toReceived({ applicationId, amountMinor, ...row }: ReceivedRow, rules: PublishedRules) {
  const { standing } = toStanding({ ...row, who: row.subjectId }, rules);
  const programme = rules.getProgramme(row.programmeId);
  const minor = amountMinor === null ? null : Number(amountMinor);
  const entitlement = entitlementOf({ programme, amountMinor: minor });
  return { applicationId, received: { ...standing, ...(entitlement && { entitlement }) } };
}

const receivedSql = `
  SELECT * FROM (
    SELECT programme_id AS "programmeId", subject_id AS "subjectId", household_id AS "householdId", person_id AS "personId", state,
      from_on::text AS since, application_id AS "applicationId", amount_minor AS "amountMinor",
      row_number() OVER (PARTITION BY household_id ORDER BY id) AS nth
    FROM enrolments WHERE household_id = ANY ($1) AND state <> 'ended') AS live
  WHERE nth <= 21 ORDER BY "householdId", nth`;

const standingsSql = `
  WITH homes AS (
    SELECT who, household_id FROM unnest($1::uuid[]) AS who JOIN household_facts ON person_ids @> ARRAY[who]
  )
  SELECT who, programme_id AS "programmeId", subject_id AS "subjectId", enrolments.household_id AS "householdId",
    person_id AS "personId", state, from_on::text AS since
  FROM enrolments JOIN homes USING (household_id)
  WHERE state <> 'ended' AND (person_id IS NULL OR person_id = who)
  UNION ALL
  SELECT who, programme_id, subject_id, enrolments.household_id, person_id, state, from_on::text
  FROM enrolments JOIN unnest($1::uuid[]) AS who ON person_id = who
  WHERE state <> 'ended' AND NOT EXISTS (SELECT FROM homes WHERE homes.who = person_id AND homes.household_id = enrolments.household_id)
  UNION ALL
  SELECT who, programme_id, subject_id, applications.household_id, person_id, 'applied', NULL
  FROM applications JOIN homes USING (household_id)
  WHERE state IN ('submitted', 'recommended', 'reopened') AND (person_id IS NULL OR person_id = who)
  ORDER BY who, "programmeId", state`;
