import { Injectable } from '@nestjs/common';
import type { DatePrecision, MemberInput, PlainDate, PossibleDuplicate } from '@janela/contracts';
import { type Actor, inEveryArea, reaches, type Tx } from '@janela/platform';

import { districtOf } from '../households/form-reference.ts';
import { Vault } from '../households/vault.ts';
import { plainName, wholeNameOf } from '../people/name-words.ts';
import { type Likeness, likeness, worthALook } from './likeness.ts';

/** The most people that one member is compared with, and that a clerk is shown. */
const maxCandidates = 100;
export const maxShown = 20;

/** Somebody who may be in the register already. */
export interface Sought {
  givenNames: string;
  familyName: string;
  bornOn: PlainDate;
  bornOnPrecision: DatePrecision;
  phoneMark: string | null;
  /** Of their official numbers. */
  marks: readonly string[];
}

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

/** Somebody in the register who may be the one who was looked for, by the place in the list that was given. */
export type Found = Likeness & Pick<Candidate, 'member' | 'personId' | 'householdId' | 'number' | 'areaCode'>;

/** Where somebody is looked for, and in which household not. */
export interface Looking {
  areaCode: string;
  /** Whose members are no duplicates of one another. */
  householdId?: string;
}

/** Looks for people who may be in the register already. */
@Injectable()
export class DuplicatesService {
  constructor(private readonly vault: Vault) {}

  /**
   * People in a household that is open, who may be these, the likeliest first: with the same official number wherever they live, with
   * a like name and birth in the same district. It warns and never refuses, not even over the same national number: one of the two
   * may be misread, and whoever stands at the window must not be sent away for it.
   */
  async find(tx: Tx, sought: readonly Sought[], looking: Looking): Promise<Found[]> {
    const candidates = await inEveryArea(tx, () => tx.query<Candidate[]>(candidatesSql, bindsOf(sought, looking)));
    const found = candidates.flatMap((candidate) => {
      const one = sought[candidate.member];
      if (!one) return [];
      const { member, householdId, number, personId, areaCode } = candidate;
      const like = likeness({ ...one, areaCode: looking.areaCode }, candidate, candidate);
      return like.likenessPercent < worthALook ? [] : [{ member, householdId, number, personId, areaCode, ...like }];
    });
    return found.sort((a, b) => b.likenessPercent - a.likenessPercent || (a.personId < b.personId ? -1 : 1));
  }

  /** The members of a form, as people to look for. */
  soughtOf(members: readonly MemberInput[]): Sought[] {
    return members.map(({ givenNames, familyName, bornOn, bornOnPrecision = 'day', phone, identifiers = [] }) => ({
      ...{ givenNames, familyName, bornOn, bornOnPrecision },
      phoneMark: phone === undefined ? null : this.vault.markPhone(phone),
      marks: identifiers.map(({ type, value }) => this.vault.markIdentifier(type, value)),
    }));
  }
}

/** Of what was found, what somebody may see. */
export function shownTo(actor: Actor, found: readonly Found[]): PossibleDuplicate[] {
  return found
    .filter(({ areaCode }) => reaches(actor, areaCode))
    .slice(0, maxShown)
    .map(({ householdId, number, personId, likenessPercent, because }) => {
      return { householdId, number, personId, likenessPercent, because };
    });
}

/** Of what was found, how many have one of the official numbers where somebody does not reach. */
export function countElsewhere(actor: Actor, found: readonly Found[]): number {
  const others = found.filter(({ areaCode, because }) => because.includes('identifier') && !reaches(actor, areaCode));
  return new Set(others.map(({ personId }) => personId)).size;
}

function bindsOf(sought: readonly Sought[], { areaCode, householdId }: Looking): unknown[] {
  const marks = sought.flatMap((each, member) => each.marks.map((mark) => ({ member, mark })));
  return [
    marks.map(({ member }) => member),
    marks.map(({ mark }) => mark),
    sought.map(wholeNameOf),
    sought.map(({ bornOn }) => bornOn),
    sought.map(({ phoneMark }) => phoneMark),
    districtOf(areaCode),
    maxCandidates,
    householdId ?? null,
    sought.map(({ givenNames }) => plainName(givenNames)),
    sought.map(({ familyName }) => plainName(familyName)),
  ];
}

// The same names and the nearest birth come before the limit, so that nobody is hidden by those whose names only sound alike.
const candidatesSql = `
  WITH wanted AS (
    SELECT member - 1 AS member, md5(whole) AS whole, name_sounds(given) AS given, name_sounds(family) AS family, born_on, phone_mark
    FROM unnest($3::text[], $9::text[], $10::text[], $4::date[], $5::text[])
      WITH ORDINALITY AS w (whole, given, family, born_on, phone_mark, member)
  ), found AS (
    SELECT m.member, i.person_id, true AS identifier, false AS sounds
    FROM unnest($1::int[], $2::text[]) AS m (member, mark) CROSS JOIN LATERAL (
      SELECT i.person_id FROM identifiers i JOIN people p ON p.id = i.person_id JOIN households h ON h.id = p.household_id
      WHERE i.mark = m.mark AND p.died_on IS NULL AND p.left_on IS NULL AND h.state = 'active' ORDER BY i.person_id LIMIT $7
    ) i
    UNION ALL
    SELECT w.member, k.person_id, false, true
    FROM wanted w CROSS JOIN LATERAL (
      SELECT k.person_id FROM person_keys k JOIN people p ON p.id = k.person_id JOIN households h ON h.id = p.household_id
      WHERE k.sounds && w.given AND k.sounds && w.family AND k.area_code ^@ $6
        AND k.born_on BETWEEN w.born_on - interval '2 years' AND w.born_on + interval '2 years'
        AND p.died_on IS NULL AND p.left_on IS NULL AND h.state = 'active'
      ORDER BY k.whole = w.whole DESC, abs(k.born_on - w.born_on), k.person_id
      LIMIT $7
    ) k
  )
  SELECT f.member::int, p.id AS "personId", p.household_id AS "householdId", h.number, p.given_names AS "givenNames",
    p.family_name AS "familyName", p.born_on::text AS "bornOn", p.born_on_precision AS "bornOnPrecision",
    p.area_code AS "areaCode", bool_or(f.identifier) AS identifier, bool_or(f.sounds) AS sounds,
    COALESCE(bool_or(p.phone_mark = w.phone_mark), false) AS phone
  FROM found f JOIN wanted w USING (member) JOIN people p ON p.id = f.person_id JOIN households h ON h.id = p.household_id
  WHERE p.died_on IS NULL AND p.left_on IS NULL AND h.state = 'active' AND ($8::uuid IS NULL OR h.id <> $8)
  GROUP BY f.member, p.id, h.number`;
