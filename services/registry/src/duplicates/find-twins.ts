import type { DatePrecision, PlainDate } from '@janela/contracts';
import { inEveryArea, type Tx } from '@janela/platform';

import { districtOf } from '../household-records/form-reference.ts';
import { type Comparable, similarityOf } from './similarity.ts';
import type { Pair } from './pair.ts';
import { livingPerson, openHousehold } from './probes.sql.ts';

type Side<S extends string> = Record<`${S}Id` | `${S}HouseholdId` | `${S}Number`, string> &
  Record<`${S}GivenNames` | `${S}FamilyName` | `${S}AreaCode`, string> &
  Record<`${S}BornOn`, PlainDate> &
  Record<`${S}BornOnPrecision`, DatePrecision>;

type Twins = Side<'one'> & Side<'other'> & { identifier: boolean; phone: boolean; sounds: boolean };

/**
 * Returns pairs of one of these people and another of the register: with the same official number, also one who has died or left, or in
 * the same district with the same names and birthday to the day. Likeness in sound is not compared for thousands at once.
 */
export async function findTwins(tx: Tx, personIds: readonly string[]): Promise<Pair[]> {
  if (personIds.length === 0) return [];
  const twins = await inEveryArea(tx, () => tx.query<Twins[]>(twinsSql, [personIds]));
  return twins.flatMap((row): Pair[] => {
    const like = similarityOf(sideOf(row, 'one'), sideOf(row, 'other'), row);
    const isNear = districtOf(row.oneAreaCode) === districtOf(row.otherAreaCode);
    const isNamesake = isNear && like.because.includes('name') && like.because.includes('birth_date');
    const isLike = row.identifier || isNamesake;
    return isLike ? [{ ...like, people: [enteredOf(row, 'one'), enteredOf(row, 'other')] }] : [];
  });
}

function sideOf(row: Twins, side: 'one' | 'other'): Comparable {
  return {
    givenNames: row[`${side}GivenNames`],
    familyName: row[`${side}FamilyName`],
    bornOn: row[`${side}BornOn`],
    bornOnPrecision: row[`${side}BornOnPrecision`],
    areaCode: row[`${side}AreaCode`],
  };
}

function enteredOf(row: Twins, side: 'one' | 'other') {
  return { personId: row[`${side}Id`], householdId: row[`${side}HouseholdId`], number: row[`${side}Number`] };
}

const columnsOf = (side: 'one' | 'other') => `
  ${side}.id AS "${side}Id", ${side}.household_id AS "${side}HouseholdId", ${side}_household.number AS "${side}Number",
  ${side}.given_names AS "${side}GivenNames", ${side}.family_name AS "${side}FamilyName", ${side}.area_code AS "${side}AreaCode",
  ${side}.born_on::text AS "${side}BornOn", ${side}.born_on_precision AS "${side}BornOnPrecision"`;

/** The most others that one person is paired with, for each of the two reasons: a number that stands in for none would pair thousands. */
const mostForOne = 20;

const placeOf = (id: string) =>
  `${livingPerson(id, 'household_id, born_on_precision')} p CROSS JOIN ${openHousehold('p.household_id')} h`;
const sideOfPair = (side: 'one' | 'other') => `
  CROSS JOIN LATERAL (SELECT * FROM people WHERE id = pair.${side}_id OFFSET 0) ${side}
  CROSS JOIN LATERAL (SELECT number FROM households WHERE id = ${side}.household_id OFFSET 0) ${side}_household`;

export const twinsSql = `
  WITH mine AS MATERIALIZED (
    SELECT wanted.id, p.household_id, p.born_on_precision, k.born_on, k.whole
    FROM unnest($1::uuid[]) AS wanted (id) CROSS JOIN ${placeOf('wanted.id')}
      CROSS JOIN LATERAL (SELECT born_on, whole FROM person_keys WHERE person_id = wanted.id OFFSET 0) k
  ), pairs AS MATERIALIZED (
    SELECT mine.id AS one_id, theirs.id AS other_id, true AS identifier
    FROM mine CROSS JOIN LATERAL (SELECT mark FROM identifiers WHERE person_id = mine.id OFFSET 0) own CROSS JOIN LATERAL (
      SELECT i.person_id AS id FROM (SELECT person_id FROM identifiers WHERE mark = own.mark OFFSET 0) i
      WHERE i.person_id <> mine.id
      ORDER BY 1 LIMIT ${mostForOne}
    ) theirs
    UNION ALL
    SELECT mine.id, theirs.id, false
    FROM mine CROSS JOIN LATERAL (
      SELECT k.person_id AS id
      FROM (SELECT person_id FROM person_keys WHERE whole = mine.whole AND born_on = mine.born_on OFFSET 0) k
        CROSS JOIN ${placeOf('k.person_id')}
      WHERE p.household_id <> mine.household_id AND p.born_on_precision = 'day'
      ORDER BY 1 LIMIT ${mostForOne}
    ) theirs
    WHERE mine.born_on_precision = 'day'
  ), people_of_pairs AS MATERIALIZED (
    SELECT one_id, other_id, bool_or(identifier) AS identifier FROM pairs GROUP BY one_id, other_id
  )
  SELECT ${columnsOf('one')}, ${columnsOf('other')}, pair.identifier,
    COALESCE(one.phone_mark = other.phone_mark, false) AS phone,
    name_sounds(one.given_names) && name_sounds(other.given_names) AND name_sounds(one.family_name) && name_sounds(other.family_name) AS sounds
  FROM people_of_pairs pair ${sideOfPair('one')} ${sideOfPair('other')}`;
