import { Injectable } from '@nestjs/common';
import type { DatePrecision, MemberInput, PlainDate, PossibleDuplicate } from '@janela/contracts';
import { type Actor, inEveryArea, reaches, type Tx, known } from '@janela/platform';

import { districtOf } from '../household-records/form-reference.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';
import { plainName, wholeNameOf } from '../names/name-words.ts';
import { candidatesSql } from './candidates.sql.ts';
import { type Similarity, similarityOf, reviewThreshold } from './similarity.ts';

/** The most people that one member is compared with, and that a clerk is shown. */
const maxCandidates = 100;
export const maxShown = 20;

/** A person who may be in the register already. */
export interface Sought {
  /** Of a person who is in the register already. */
  personId?: string;
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
  standing: PossibleDuplicate['standing'] | null;
}

/** A person of the register who may be the one who was looked for, by the place in the list that was given. */
export type Found = Similarity &
  Pick<Candidate, 'member' | 'personId' | 'householdId' | 'number' | 'areaCode' | 'standing'>;

/** Where a person is looked for, and in which household not. */
export interface Looking {
  areaCode: string;
  /** Whose members are no duplicates of one another but by an official number. */
  householdId?: string;
}

/** Looks for people who may be in the register already. */
@Injectable()
export class PossibleDuplicatesService {
  constructor(private readonly cipher: NumberCipher) {}

  /**
   * Returns people who may be these, the likeliest first: with the same official number wherever they live, also where they have died or
   * left, or their household is closed; with a like name and birth in an open household of the same district. It is a warning, also over
   * the same national number: one of the two may be misread, and no applicant is sent away for it.
   */
  async find(tx: Tx, sought: readonly Sought[], looking: Looking): Promise<Found[]> {
    const candidates = await inEveryArea(tx, () => tx.query<Candidate[]>(candidatesSql, bindsOf(sought, looking)));
    const found = candidates.flatMap((candidate) => {
      const one = sought[candidate.member];
      if (!one || one.personId === candidate.personId) return [];
      const { member, householdId, number, personId, areaCode, standing } = candidate;
      const like = similarityOf({ ...one, areaCode: looking.areaCode }, candidate, candidate);
      return like.likenessPercent < reviewThreshold
        ? []
        : [{ member, householdId, number, personId, areaCode, standing, ...like }];
    });
    return found.sort((a, b) => b.likenessPercent - a.likenessPercent || (a.personId < b.personId ? -1 : 1));
  }

  /** Returns the members of a form as people to look for. */
  soughtOf(members: readonly MemberInput[]): Sought[] {
    return members.map(({ givenNames, familyName, bornOn, bornOnPrecision = 'day', phone, identifiers = [] }) => ({
      givenNames,
      familyName,
      bornOn,
      bornOnPrecision,
      phoneMark: phone === undefined ? null : this.cipher.markPhone(phone),
      marks: identifiers.map(({ type, value }) => this.cipher.markIdentifier(type, value)),
    }));
  }
}

/** Returns of what was found what the actor may see. */
export function shownTo(actor: Actor, found: readonly Found[]): PossibleDuplicate[] {
  return found
    .filter(({ areaCode }) => reaches(actor, areaCode))
    .slice(0, maxShown)
    .map(({ householdId, number, personId, likenessPercent, because, standing }) => {
      return { householdId, number, personId, likenessPercent, because, ...known({ standing }) };
    });
}

/** Returns how many of those found have one of the official numbers where the actor does not reach. */
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
