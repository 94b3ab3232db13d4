import { randomUUIDv7 } from 'node:crypto';

import { partsOf, plainDateOf } from '@janela/kernel';
import type { MemberInput, PlainDate } from '@janela/contracts';

import { noPhone, type NumberCipher } from '../encryption/number-cipher.ts';
import type { HouseholdEntity } from '../household-records/household.entity.ts';
import type { IdentifierEntity } from '../household-records/identifier.entity.ts';
import type { PersonEntity } from '../household-records/person.entity.ts';
import { nameColumns } from '../names/name-words.ts';

/** Where a new member belongs. */
export interface MemberPlace {
  household: Pick<HouseholdEntity, 'id' | 'areaCode'>;
  position: number;
  cipher: NumberCipher;
}

export interface NewMember {
  person: PersonEntity;
  identifiers: IdentifierEntity[];
}

/** Returns the rows of a new member. */
export function newMember(input: MemberInput, { household, position, cipher }: MemberPlace): NewMember {
  const id = randomUUIDv7();
  const { id: householdId, areaCode } = household;
  const { givenNames, familyName, sex, relationship, bornOn, bornOnPrecision = 'day', phone } = input;
  const person: PersonEntity = {
    id,
    householdId,
    areaCode,
    position,
    givenNames,
    familyName,
    sex,
    relationship,
    bornOnPrecision,
    ...nameColumns({ givenNames, familyName }),
    bornOn: asKnown(bornOn, bornOnPrecision),
    ...(phone === undefined ? noPhone : cipher.encryptPhone(id, phone)),
    maritalStatus: input.maritalStatus ?? null,
    functioning: input.functioning ?? null,
    chronicIllness: input.chronicIllness ?? null,
    palliativeCare: input.palliativeCare ?? null,
    pregnant: input.pregnant ?? null,
    attendsSchool: input.attendsSchool ?? null,
    work: input.work ?? null,
    insured: input.insured ?? null,
    diedOn: null,
    deathSource: null,
    deathCertainty: null,
    leftOn: null,
  };
  const identifiers = (input.identifiers ?? []).map((each) => newIdentifier(person, each, cipher));
  return { person, identifiers };
}

/** Returns the row of an official number that a person has. */
export function newIdentifier(
  { id: personId, areaCode }: Pick<PersonEntity, 'id' | 'areaCode'>,
  { type, value }: { type: string; value: string },
  cipher: NumberCipher,
): IdentifierEntity {
  const id = randomUUIDv7();
  return { id, personId, areaCode, type, ...cipher.encryptIdentifier(id, type, value) };
}

/** Returns a birth date as far as it is known; unknown parts stand as 01. */
export function asKnown(bornOn: PlainDate, precision: PersonEntity['bornOnPrecision']): PlainDate {
  const { year, month } = partsOf(bornOn);
  if (precision === 'year') return plainDateOf(year, 1, 1);
  return precision === 'month' ? plainDateOf(year, month, 1) : bornOn;
}
