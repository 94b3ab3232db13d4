import { randomUUIDv7 } from 'node:crypto';

import { addMonths } from '@janela/kernel';
import type { Consent, PlainDate, RegisterHousehold, RegistrationSource, Residence } from '@janela/contracts';

import type { ConsentEntity } from '../household-records/consent.entity.ts';
import { formReference } from '../household-records/form-reference.ts';
import type { HouseholdEntity } from '../household-records/household.entity.ts';
import type { HouseholdRecord } from '../household-records/household-record.ts';
import type { PayeeEntity } from '../household-records/payee.entity.ts';
import { noAccount, type NumberCipher } from '../encryption/number-cipher.ts';
import { type NewMember, newMember } from './new-member.ts';

/** What a new household gets from the register rather than from the form. */
export interface Registration {
  number: string;
  source: RegistrationSource;
  at: Date;
  today: PlainDate;
  cipher: NumberCipher;
  /** The series to which the number on the form belongs. */
  series?: string;
}

/** Returns the rows of a new household. What the form leaves out is null: not known. */
export function newHousehold(input: RegisterHousehold, registration: Registration): HouseholdRecord {
  const { cipher } = registration;
  const household = newHouseholdRow(input, registration);
  const members = input.members.map((member, position) => newMember(member, { household, position, cipher }));
  return {
    household,
    people: members.map(({ person }) => person),
    identifiers: members.flatMap(({ identifiers }) => identifiers),
    payee: newPayee(input, household, members, cipher),
    payeeChanges: [],
    consents: input.consent ? newConsents(input.consent, household) : [],
  };
}

function newHouseholdRow(input: RegisterHousehold, registration: Registration): HouseholdEntity {
  const { number, source, at, today, series } = registration;
  return {
    id: randomUUIDv7(),
    number,
    source,
    areaCode: input.areaCode,
    state: 'active',
    version: 1,
    ...referenceOf(input, series),
    address: input.address ?? null,
    ...residenceOf(input.residence, today),
    dwelling: input.dwelling ?? null,
    assets: input.assets ?? null,
    consumption: input.consumption ?? null,
    closedOn: null,
    closingReason: null,
    mergedInto: null,
    registeredAt: at,
    updatedAt: at,
  };
}

function referenceOf({ externalReference, areaCode }: RegisterHousehold, series: string | undefined) {
  if (externalReference === undefined)
    return { externalReference: null, referenceSource: null, referenceArea: null, referenceKey: null };
  const { source: referenceSource, area: referenceArea, key } = formReference(externalReference, areaCode, series);
  return { externalReference, referenceSource, referenceArea, referenceKey: key };
}

/** Returns since when a household has lived there: months would be wrong a month later, a day stays right. */
export function residenceOf(
  residence: Residence | null | undefined,
  today: PlainDate,
): Pick<HouseholdEntity, 'residentSince' | 'urban'> {
  const { months, urban } = residence ?? {};
  return { residentSince: months === undefined ? null : addMonths(today, -months), urban: urban ?? null };
}

function newPayee(
  { payee }: RegisterHousehold,
  { id: householdId, areaCode }: HouseholdEntity,
  members: readonly NewMember[],
  cipher: NumberCipher,
): PayeeEntity | null {
  const person = payee && members[payee.member]?.person;
  if (!person) return null;
  const { channel, provider = null, account, deputy } = payee;
  const deputyPersonId = deputy === undefined ? null : (members[deputy]?.person.id ?? null);
  return {
    householdId,
    areaCode,
    personId: person.id,
    deputyPersonId,
    channel,
    provider,
    vacated: null,
    knownAs: null,
    designated: null,
    ...(account === undefined ? noAccount : cipher.encryptAccount(householdId, account)),
  };
}

/** Returns a row for each purpose. */
export function newConsents(
  { purposes, givenOn, method }: Consent,
  { id: householdId, areaCode }: Pick<HouseholdEntity, 'id' | 'areaCode'>,
): ConsentEntity[] {
  return [...new Set(purposes)].map((purpose) => ({
    householdId,
    areaCode,
    purpose,
    givenOn,
    method,
    withdrawnOn: null,
  }));
}
