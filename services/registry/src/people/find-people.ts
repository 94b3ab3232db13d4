import type { Tx } from '@janela/platform';

import { findLikes } from './find-likes.ts';
import type { FoundRow } from './rank-people.ts';
import { dead, living, maxWordsAlike, NameQuery } from './search-query.ts';
import type { SearchTerms } from './search-terms.ts';

/** How many are shown: a search that finds more is to be narrowed. */
export const maxShown = 20;

/** Where is looked, and what for besides names. */
export interface Scope {
  areas: readonly string[];
  /** What `codesSql` takes. */
  codes: readonly unknown[];
}

/** Exact names come first; only where they are few is it worth asking for names that are like them. */
export async function findPeople(tx: Tx, { names }: SearchTerms, { areas, codes }: Scope): Promise<FoundRow[]> {
  // Common names are in so many rows that Postgres would rather read the whole table; it would do so for rare ones of a place too.
  await tx.query('SET LOCAL enable_seqscan = off');
  const binds = [...codes];
  const exactly = new NameQuery(binds, areas);
  for (const term of names) exactly.addExact(term);
  const hits = [codesSql, ...(exactly.isEmpty ? [] : [exactly.toSql(living, dead)])];
  const exact = await tx.query<FoundRow[]>(foundSql(hits), binds);
  const [alike] = names.filter(({ isExact = false, words }) => !isExact && words.length > 0);
  if (!alike || isEnough(exact)) return exact;
  const words = alike.words.slice(0, maxWordsAlike);
  const likes = await findLikes(tx, words);
  const more: unknown[] = [];
  const nearly = new NameQuery(more, areas);
  nearly.addAlike({ ...alike, words }, likes);
  if (nearly.isEmpty) return exact;
  const found = new Map(exact.map((row) => [row.personId, row]));
  for (const standing of [living, dead] as const) {
    if (isEnough([...found.values()])) break;
    for (const row of await tx.query<FoundRow[]>(foundSql([nearly.toSql(standing)]), more))
      if (!found.has(row.personId)) found.set(row.personId, row);
  }
  return [...found.values()];
}

/** Whether there are more of the living than are shown. */
function isEnough(rows: readonly FoundRow[]): boolean {
  return rows.filter(({ diedOn }) => diedOn === null).length > maxShown;
}

const codesSql = `
  SELECT p.id AS person_id, 'number' AS term, 0 AS tier FROM households h JOIN people p ON p.household_id = h.id
  WHERE h.number = ANY ($1::text[]) OR h.reference_key = ANY ($4::text[])
  UNION ALL
  SELECT person_id, 'identifier', 0 FROM identifiers WHERE mark = ANY ($2::text[])
  UNION ALL
  SELECT id, 'phone', 0 FROM people WHERE phone_mark = ANY ($3::text[])`;

// Words, not names, are searched by, in a table behind no policy; the join to people brings in what the actor may see.
const foundSql = (hits: readonly string[]) => `
  WITH hits AS MATERIALIZED (${hits.join(' UNION ALL ')}),
  best AS (
    SELECT person_id, min(tier) AS tier, bool_or(term = 'number') AS by_number, bool_or(term = 'identifier') AS by_identifier,
      bool_or(term = 'phone') AS by_phone
    FROM hits GROUP BY person_id
  )
  SELECT p.id AS "personId", p.household_id AS "householdId", h.number AS "householdNumber", p.given_names AS "givenNames",
    p.family_name AS "familyName", p.sex, p.born_on::text AS "bornOn", p.born_on_precision AS "bornOnPrecision",
    p.area_code AS "areaCode", p.died_on::text AS "diedOn", tier, by_number AS "byNumber", by_identifier AS "byIdentifier",
    by_phone AS "byPhone"
  FROM best JOIN people p ON p.id = best.person_id JOIN households h ON h.id = p.household_id
  WHERE p.left_on IS NULL`;
