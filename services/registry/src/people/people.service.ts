import { Injectable } from '@nestjs/common';
import type { DatePrecision, PeopleFound, PersonFound, PlainDate, Sex } from '@janela/contracts';
import { type Actor, Audit, Database, mustReach, personal, type Tx } from '@janela/platform';

import { AccessLogService } from '../access-log/access-log.service.ts';
import { plainWords } from '../duplicates/likeness.ts';
import { Vault } from '../households/vault.ts';
import { IdentifierRules } from '../identifier-types/identifier-rules.ts';
import { known } from '../known.ts';
import { readTerms, type SearchPeople, type SearchTerms } from './search-terms.ts';

/** How many are looked at, and how many are shown: a search that finds more is to be narrowed. */
const maxCandidates = 400;
const maxShown = 20;

interface Row {
  personId: string;
  householdId: string;
  householdNumber: string;
  givenNames: string;
  familyName: string;
  sex: Sex;
  bornOn: PlainDate;
  bornOnPrecision: DatePrecision;
  areaCode: string;
  diedOn: PlainDate | null;
  byNumber: boolean;
  byIdentifier: boolean;
  byPhone: boolean;
}

@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly accessLog: AccessLogService,
    private readonly identifiers: IdentifierRules,
    private readonly vault: Vault,
  ) {}

  /**
   * Finds people within reach, the likeliest first. What was looked for stays on record, sealed; that somebody was shown, in the
   * access log of their household.
   */
  async search(actor: Actor, query: SearchPeople): Promise<PeopleFound> {
    const terms = readTerms(query);
    if (terms.areaCode !== undefined) mustReach(actor, terms.areaCode);
    const binds = await this.bindsOf(terms, actor);
    return this.database.write(actor, async (tx) => {
      await this.putOnRecord(tx, actor, terms);
      const ranked = rankPeople(await tx.query<Row[]>(searchSql, binds), terms);
      const items = ranked.slice(0, maxShown).map(toPersonFound);
      const householdIds = items.map(({ householdId }) => householdId);
      await this.accessLog.noteAll(tx, actor, householdIds, 'found');
      return { items, next: null, more: ranked.length > maxShown };
    });
  }

  private async putOnRecord(tx: Tx, actor: Actor, terms: SearchTerms): Promise<void> {
    const details = { by: Object.keys(terms), terms: personal(terms) };
    await this.audit.add(tx, actor, { action: 'people.searched', subject: 'register:people', details });
  }

  private async bindsOf({ number, identifier, phone, words, bornOn, areaCode }: SearchTerms, actor: Actor) {
    const types = identifier === undefined ? [] : [...(await this.identifiers.patterns()).keys()];
    return [
      number ?? null,
      types.map((type) => this.vault.markIdentifier(type, identifier ?? '')),
      phone === undefined ? null : this.vault.markPhone(phone),
      words,
      bornOn ?? null,
      areaCode === undefined ? actor.areas : [areaCode],
      maxCandidates,
    ];
  }
}

// Sounds, not names, are searched by, in a table behind no policy; the join to people brings in what the actor may see.
const searchSql = `
  WITH hits AS (
    SELECT p.id AS person_id, 'number' AS term FROM households h JOIN people p ON p.household_id = h.id WHERE h.number = $1
    UNION ALL
    SELECT person_id, 'identifier' FROM identifiers WHERE mark = ANY ($2::text[])
    UNION ALL
    SELECT id, 'phone' FROM people WHERE phone_mark = $3
    UNION ALL
    (SELECT person_id, 'name' FROM person_keys k
     WHERE cardinality($4::text[]) > 0 AND k.area_code ^@ ANY ($6::text[])
       AND ($5::date IS NULL OR k.born_on BETWEEN $5::date - interval '2 years' AND $5::date + interval '2 years')
       AND sounds && name_sounds($4[1])
       AND ($4[2] IS NULL OR sounds && name_sounds($4[2]))
       AND ($4[3] IS NULL OR sounds && name_sounds($4[3]))
     LIMIT $7)
  )
  SELECT p.id AS "personId", p.household_id AS "householdId", h.number AS "householdNumber", p.given_names AS "givenNames",
    p.family_name AS "familyName", p.sex, p.born_on::text AS "bornOn", p.born_on_precision AS "bornOnPrecision",
    p.area_code AS "areaCode", p.died_on::text AS "diedOn", bool_or(term = 'number') AS "byNumber",
    bool_or(term = 'identifier') AS "byIdentifier", bool_or(term = 'phone') AS "byPhone"
  FROM hits JOIN people p ON p.id = hits.person_id JOIN households h ON h.id = p.household_id
  WHERE p.left_on IS NULL AND p.area_code ^@ ANY ($6::text[])
  GROUP BY p.id, h.number`;

type Match = PersonFound['matched'][number];

function rankPeople(rows: readonly Row[], terms: SearchTerms): { row: Row; matched: Match[] }[] {
  const found = rows
    .map((row) => ({ row, matched: matchesOf(row, terms) }))
    .filter(({ matched }) => matched.length > 0);
  return found.sort((a, b) => rankOf(b) - rankOf(a) || a.row.familyName.localeCompare(b.row.familyName));
}

function matchesOf(row: Row, { words, bornOn }: SearchTerms): Match[] {
  const own = new Set(plainWords(`${row.givenNames} ${row.familyName}`));
  const isNamed = words.length > 0 && words.every((word) => own.has(word));
  const isFoundBySound = words.length > 0 && !row.byNumber && !row.byIdentifier && !row.byPhone;
  const year = (date: PlainDate) => Number(date.slice(0, 4));
  return [
    row.byNumber && ('number' as const),
    row.byIdentifier && ('identifier' as const),
    row.byPhone && ('phone' as const),
    isNamed ? ('name' as const) : isFoundBySound && ('sounds_like_name' as const),
    bornOn === row.bornOn && row.bornOnPrecision === 'day' && ('birth_date' as const),
    bornOn !== undefined && Math.abs(year(bornOn) - year(row.bornOn)) <= 1 && ('birth_year' as const),
  ].filter((match) => match !== false);
}

const weights: Record<Match, number> = {
  identifier: 100,
  number: 100,
  phone: 60,
  name: 40,
  sounds_like_name: 20,
  birth_date: 25,
  birth_year: 10,
};

function rankOf({ matched }: { matched: readonly Match[] }): number {
  return matched.reduce((sum, match) => sum + weights[match], 0);
}

function toPersonFound({ row, matched }: { row: Row; matched: Match[] }): PersonFound {
  const { personId, householdId, householdNumber, givenNames, familyName, sex, bornOn, bornOnPrecision, areaCode } =
    row;
  return {
    ...{ personId, householdId, householdNumber, givenNames, familyName, sex, bornOn, bornOnPrecision, areaCode },
    ...known({ diedOn: row.diedOn }),
    matched,
  };
}
