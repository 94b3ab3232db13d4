import { Injectable } from '@nestjs/common';
import { areaAtLevel, areaLevel } from '@janela/kernel';
import type { DatePrecision, MemberInput, PlainDate, PossibleDuplicate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { Vault } from '../households/vault.ts';
import { likeness, worthALook } from './likeness.ts';

/** The most people that one member is compared with, and that a clerk is shown. */
const maxCandidates = 100;
const maxShown = 20;

/** Duplicates are looked for in the district, the second level below the country: people move between its wards. */
const districtLevel = 2;

interface Candidate {
  member: number;
  personId: string;
  householdId: string;
  number: string;
  givenNames: string;
  familyName: string;
  bornOn: PlainDate;
  bornOnPrecision: DatePrecision;
  areaCode: string;
  identifier: boolean;
  phone: boolean;
  sounds: boolean;
}

/** Looks for people who may be in the register already. */
@Injectable()
export class DuplicatesService {
  constructor(private readonly vault: Vault) {}

  /**
   * People, within the actor's reach and living in a household that is open, who may be these, the likeliest first. It warns and
   * never refuses, not even over the same national number: one of the two may be misread, and whoever stands at the window must
   * not be sent away for it.
   */
  async find(tx: Tx, areaCode: string, members: readonly MemberInput[]): Promise<PossibleDuplicate[]> {
    const candidates = await tx.query<Candidate[]>(candidatesSql, this.bindsOf(areaCode, members));
    const found = candidates.flatMap((candidate) => {
      const member = members[candidate.member];
      if (!member) return [];
      const { bornOnPrecision = 'day' } = member;
      const { householdId, number, personId } = candidate;
      const { likenessPercent, because } = likeness({ ...member, bornOnPrecision, areaCode }, candidate, candidate);
      return likenessPercent < worthALook ? [] : [{ householdId, number, personId, likenessPercent, because }];
    });
    return found.sort((a, b) => b.likenessPercent - a.likenessPercent).slice(0, maxShown);
  }

  private bindsOf(areaCode: string, members: readonly MemberInput[]): unknown[] {
    const marks = members.flatMap(({ identifiers = [] }, member) =>
      identifiers.map(({ type, value }) => ({ member, mark: this.vault.markIdentifier(type, value) })),
    );
    return [
      marks.map(({ member }) => member),
      marks.map(({ mark }) => mark),
      members.map(({ givenNames }) => givenNames),
      members.map(({ familyName }) => familyName),
      members.map(({ bornOn }) => bornOn),
      members.map(({ phone }) => (phone === undefined ? null : this.vault.markPhone(phone))),
      areaAtLevel(areaCode, Math.min(districtLevel, areaLevel(areaCode))),
      maxCandidates,
    ];
  }
}

const candidatesSql = `
  WITH wanted AS (
    SELECT member - 1 AS member, name_sounds(given) AS given, name_sounds(family) AS family, born_on, phone_mark
    FROM unnest($3::text[], $4::text[], $5::date[], $6::text[]) WITH ORDINALITY AS w (given, family, born_on, phone_mark, member)
  ), found AS (
    SELECT m.member, i.person_id, true AS identifier, false AS sounds
    FROM unnest($1::int[], $2::text[]) AS m (member, mark) JOIN identifiers i USING (mark)
    UNION ALL
    SELECT w.member, k.person_id, false, true
    FROM wanted w CROSS JOIN LATERAL (
      SELECT person_id FROM person_keys
      WHERE sounds && w.given AND sounds && w.family AND area_code ^@ $7
        AND born_on BETWEEN w.born_on - interval '2 years' AND w.born_on + interval '2 years'
      LIMIT $8
    ) k
  )
  SELECT f.member::int, p.id AS "personId", p.household_id AS "householdId", h.number, p.given_names AS "givenNames",
    p.family_name AS "familyName", p.born_on::text AS "bornOn", p.born_on_precision AS "bornOnPrecision",
    p.area_code AS "areaCode", bool_or(f.identifier) AS identifier, bool_or(f.sounds) AS sounds,
    COALESCE(bool_or(p.phone_mark = w.phone_mark), false) AS phone
  FROM found f JOIN wanted w USING (member) JOIN people p ON p.id = f.person_id JOIN households h ON h.id = p.household_id
  WHERE p.died_on IS NULL AND p.left_on IS NULL AND h.state = 'active'
  GROUP BY f.member, p.id, h.number`;
