import { Injectable } from '@nestjs/common';
import type { FindNames, Names } from '@janela/contracts';
import { type Actor, Database, known } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { findHeads, type Head } from '../households/find-heads.ts';
import { nameOf } from '../names/name-words.ts';

interface PersonRow {
  personId: string;
  householdId: string;
  givenNames: string;
  familyName: string;
}

interface HouseholdRow {
  householdId: string;
  number: string;
  address: string | null;
  areaCode: string;
}

/** Finds how the people and households of a list are called, for those who decide, pay and answer complaints. */
@Injectable()
export class FindNamesService {
  constructor(
    private readonly database: Database,
    private readonly accessLog: AccessLogService,
  ) {}

  /** Returns the names of those within reach. Whose names were shown stays on record, for each household and in one line for the auditor. */
  find(actor: Actor, { personIds, householdIds }: FindNames): Promise<Names> {
    return this.database.write(actor, async (tx) => {
      const people = await tx.query<PersonRow[]>(peopleSql, [personIds]);
      const households = await tx.query<HouseholdRow[]>(householdsSql, [householdIds]);
      const heads = await findHeads(tx, householdIds);
      const shown = [...people, ...households].map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, shown, 'names');
      return {
        people: people.map(toPerson),
        households: households.map((row) => toHousehold(row, heads.get(row.householdId))),
      };
    });
  }
}

const peopleSql = `
  SELECT id AS "personId", household_id AS "householdId", given_names AS "givenNames", family_name AS "familyName"
  FROM people WHERE id = ANY ($1::uuid[]) ORDER BY id`;

const householdsSql = `
  SELECT id AS "householdId", number, address, area_code AS "areaCode"
  FROM households WHERE id = ANY ($1::uuid[]) ORDER BY id`;

function toPerson({ personId, ...person }: PersonRow): Names['people'][number] {
  return { personId, name: nameOf(person) };
}

function toHousehold(row: HouseholdRow, head: Head | undefined): Names['households'][number] {
  const { householdId, number, address, areaCode } = row;
  return { householdId, number, head: head && head.size > 0 ? head.name : null, areaCode, ...known({ address }) };
}
