import type { Tx } from '@janela/platform';

import { nameOf } from '../names/name-words.ts';

/** By whom a household is known in a list. */
export interface Head {
  name: string;
  /** How many live there; with none, the name is that of the last head. */
  size: number;
}

interface Row {
  householdId: string;
  givenNames: string;
  familyName: string;
  size: number;
}

/** The head of each household: the head who lives there, else the first who does, else the head who was. */
export async function findHeads(tx: Tx, householdIds: readonly string[]): Promise<ReadonlyMap<string, Head>> {
  const rows = await tx.query<Row[]>(headsSql, [householdIds]);
  return new Map(rows.map(({ householdId, size, ...person }) => [householdId, { name: nameOf(person), size }]));
}

const headsSql = `
  SELECT DISTINCT ON (household_id) household_id AS "householdId", given_names AS "givenNames", family_name AS "familyName",
    (count(*) FILTER (WHERE lives_there) OVER (PARTITION BY household_id))::int AS size
  FROM (
    SELECT *, died_on IS NULL AND left_on IS NULL AS lives_there FROM people WHERE household_id = ANY ($1::uuid[])
  ) AS members
  ORDER BY household_id, lives_there DESC, relationship = 'head' DESC, position`;
