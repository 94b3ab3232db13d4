import type { DatePrecision, PlainDate } from '@janela/contracts';
import { inEveryArea, type Tx } from '@janela/platform';

import { districtOf } from '../households/form-reference.ts';
import { type Likeable, likeness } from './likeness.ts';
import type { Pair } from './pair.ts';

type Side<S extends string> = Record<`${S}Id` | `${S}HouseholdId` | `${S}Number`, string> &
  Record<`${S}GivenNames` | `${S}FamilyName` | `${S}AreaCode`, string> &
  Record<`${S}BornOn`, PlainDate> &
  Record<`${S}BornOnPrecision`, DatePrecision>;

type Twins = Side<'one'> & Side<'other'> & { identifier: boolean; phone: boolean; sounds: boolean };

/**
 * Pairs of one of these people and somebody else in the register with the same official number, or in the same area of work with the
 * same names and birthday to the day: as much as can be asked about thousands in one question. Likeness in sound is for a clerk
 * who can look, and is not asked for here.
 */
export async function findTwins(tx: Tx, personIds: readonly string[]): Promise<Pair[]> {
  if (personIds.length === 0) return [];
  const twins = await inEveryArea(tx, () => tx.query<Twins[]>(twinsSql, [personIds]));
  return twins.flatMap((row): Pair[] => {
    const like = likeness(sideOf(row, 'one'), sideOf(row, 'other'), row);
    const isNear = districtOf(row.oneAreaCode) === districtOf(row.otherAreaCode);
    const isNamesake = isNear && like.because.includes('name') && like.because.includes('birth_date');
    const isLike = row.identifier || isNamesake;
    return isLike ? [{ ...like, people: [enteredOf(row, 'one'), enteredOf(row, 'other')] }] : [];
  });
}

function sideOf(row: Twins, side: 'one' | 'other'): Likeable {
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

const isThere = (person: string, household: string) =>
  `${person}.left_on IS NULL AND ${person}.died_on IS NULL AND ${household}.state = 'active'`;

const twinsSql = `
  WITH mine AS (
    SELECT p.*, k.whole FROM people p JOIN person_keys k ON k.person_id = p.id JOIN households h ON h.id = p.household_id
    WHERE p.id = ANY ($1::uuid[]) AND ${isThere('p', 'h')}
  ), pairs AS (
    SELECT mine.id AS one_id, theirs.id AS other_id, true AS identifier
    FROM mine JOIN identifiers own ON own.person_id = mine.id CROSS JOIN LATERAL (
      SELECT p.id FROM identifiers i JOIN people p ON p.id = i.person_id JOIN households h ON h.id = p.household_id
      WHERE i.mark = own.mark AND p.household_id <> mine.household_id AND ${isThere('p', 'h')}
      ORDER BY p.id LIMIT ${mostForOne}
    ) theirs
    UNION ALL
    SELECT mine.id, theirs.id, false
    FROM mine CROSS JOIN LATERAL (
      SELECT p.id FROM person_keys k JOIN people p ON p.id = k.person_id JOIN households h ON h.id = p.household_id
      WHERE k.whole = mine.whole AND k.born_on = mine.born_on AND p.household_id <> mine.household_id
        AND p.born_on_precision = 'day' AND ${isThere('p', 'h')}
      ORDER BY p.id
      LIMIT ${mostForOne}
    ) theirs
    WHERE mine.born_on_precision = 'day'
  ), people_of_pairs AS (
    SELECT one_id, other_id, bool_or(identifier) AS identifier FROM pairs GROUP BY one_id, other_id
  )
  SELECT ${columnsOf('one')}, ${columnsOf('other')}, pair.identifier,
    COALESCE(one.phone_mark = other.phone_mark, false) AS phone,
    name_sounds(one.given_names) && name_sounds(other.given_names) AND name_sounds(one.family_name) && name_sounds(other.family_name) AS sounds
  FROM people_of_pairs pair
    JOIN people one ON one.id = pair.one_id JOIN households one_household ON one_household.id = one.household_id
    JOIN people other ON other.id = pair.other_id JOIN households other_household ON other_household.id = other.household_id`;
