import { ageInMonthsAt } from '@janela/kernel';
import type { Consent, Household, Member, Payee, PlainDate } from '@janela/contracts';

import { known } from '../known.ts';
import type { PersonEntity } from '../people/person.entity.ts';
import { type HouseholdRecord, membersOf } from './household-record.ts';
import type { Vault } from './vault.ts';

/** What an answer depends on besides the rows. */
export interface Showing {
  vault: Vault;
  today: PlainDate;
  /** The event of the last change that told other services. */
  lastEventId?: string | undefined;
}

/** A household as the register answers: numbers masked, what is not known left out. */
export function toHousehold(record: HouseholdRecord, { vault, today, lastEventId }: Showing): Household {
  const { id, number, version, state, areaCode, registeredAt, updatedAt, ...row } = record.household;
  const { externalReference, address, dwelling, assets, consumption, closedOn, closingReason, mergedInto } = row;
  const residence = toResidence(record, today);
  const consent = toConsent(record);
  const payee = toPayee(record, vault);
  return {
    ...{ id, number, version, state, areaCode },
    ...known({ externalReference, address, dwelling, assets, consumption, closedOn, closingReason, mergedInto }),
    ...(residence && { residence }),
    members: membersOf(record).map((person) => toMember(person, record, vault)),
    ...(payee && { payee }),
    ...(consent && { consent }),
    registeredAt: registeredAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(lastEventId !== undefined && { lastEventId }),
  };
}

function toResidence({ household }: HouseholdRecord, today: PlainDate): Household['residence'] {
  const { residentSince, urban } = household;
  const months = residentSince !== null && residentSince <= today ? ageInMonthsAt(residentSince, today) : null;
  const residence = known({ since: residentSince, months, urban });
  return Object.keys(residence).length > 0 ? residence : undefined;
}

function toMember(person: PersonEntity, { identifiers }: HouseholdRecord, vault: Vault): Member {
  const {
    id: personId,
    givenNames,
    familyName,
    sex,
    bornOn,
    bornOnPrecision,
    relationship,
    diedOn,
    phoneSealed,
  } = person;
  const { maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured } = person;
  const own = identifiers.filter((identifier) => identifier.personId === personId);
  return {
    ...{ personId, givenNames, familyName, sex, bornOn, bornOnPrecision, relationship },
    ...known({ diedOn, phone: phoneSealed === null ? null : vault.maskPhone(personId, phoneSealed) }),
    identifiers: own.map(({ id, type, valueSealed }) => ({ type, masked: vault.maskIdentifier(id, valueSealed) })),
    ...known({ maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured }),
  };
}

function toPayee({ payee }: HouseholdRecord, vault: Vault): Payee | undefined {
  if (!payee) return undefined;
  const { householdId, personId, deputyPersonId, channel, provider, accountSealed } = payee;
  const account = accountSealed === null ? null : vault.maskAccount(householdId, accountSealed);
  return { personId, channel, ...known({ deputyPersonId, provider, account }) };
}

/** The consent that stands, with the newest day and way in which it was given. */
function toConsent({ consents }: HouseholdRecord): Consent | undefined {
  const standing = consents.filter(({ withdrawnOn }) => withdrawnOn === null);
  const [newest] = standing.toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : -1));
  if (!newest) return undefined;
  return { purposes: standing.map(({ purpose }) => purpose), givenOn: newest.givenOn, method: newest.method };
}
