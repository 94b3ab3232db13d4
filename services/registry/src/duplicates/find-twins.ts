import type { DatePrecision, PlainDate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { districtOf } from '../households/form-reference.ts';
import { everywhere } from './everywhere.ts';
import { type Likeable, likeness } from './likeness.ts';
import type { Pair } from './suspicions.service.ts';

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
  const twins = await everywhere(tx, () => tx.query<Twins[]>(twinsSql, [personIds]));
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

// Which letters the names have is compared before they are: it needs no index, and leaves few to be read.
const twinsSql = `
  WITH pairs AS (
    SELECT mine.person_id AS one_id, theirs.person_id AS other_id, true AS identifier
    FROM identifiers mine JOIN identifiers theirs ON theirs.mark = mine.mark AND theirs.person_id <> mine.person_id
    WHERE mine.person_id = ANY ($1::uuid[])
    UNION ALL
    SELECT mine.person_id, theirs.person_id, false
    FROM person_keys mine JOIN person_keys theirs
      ON theirs.born_on = mine.born_on AND theirs.sounds && mine.sounds AND theirs.person_id <> mine.person_id
    WHERE mine.person_id = ANY ($1::uuid[])
  ), people_of_pairs AS (
    SELECT one_id, other_id, bool_or(identifier) AS identifier FROM pairs GROUP BY one_id, other_id
  )
  SELECT ${columnsOf('one')}, ${columnsOf('other')}, pair.identifier,
    COALESCE(one.phone_mark = other.phone_mark, false) AS phone,
    name_sounds(one.given_names) && name_sounds(other.given_names) AND name_sounds(one.family_name) && name_sounds(other.family_name) AS sounds
  FROM people_of_pairs pair
    JOIN people one ON one.id = pair.one_id JOIN households one_household ON one_household.id = one.household_id
    JOIN people other ON other.id = pair.other_id JOIN households other_household ON other_household.id = other.household_id
  WHERE one.household_id <> other.household_id AND one.left_on IS NULL AND one.died_on IS NULL AND one_household.state = 'active'
    AND other.left_on IS NULL AND other.died_on IS NULL AND other_household.state = 'active'
    AND (pair.identifier OR one.born_on_precision = 'day' AND other.born_on_precision = 'day'
      AND length(replace(one.given_names || one.family_name, ' ', '')) = length(replace(other.given_names || other.family_name, ' ', '')))`;
