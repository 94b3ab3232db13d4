import { ageInMonthsAt } from '@janela/kernel';
import type { Consent, ConsentGiven, Household, Member, Payee, PendingPayee, PlainDate } from '@janela/contracts';
import { known } from '@janela/platform';

import type { PersonEntity } from '../household-records/person.entity.ts';
import { type HouseholdRecord, membersOf } from '../household-records/household-record.ts';
import { consentedOn } from './household-facts.ts';
import type { PayeeChangeEntity } from '../household-records/payee-change.entity.ts';
import type { PayeeEntity } from '../household-records/payee.entity.ts';
import { payeeInForce, pendingChangeOf } from './payee-rules.ts';

/** What an answer depends on besides the rows. */
export interface Showing {
  today: PlainDate;
  /** The event of the last change that was published. */
  lastEventId?: string | undefined;
}

/** Returns a household as the register answers: numbers masked, what is not known left out. */
export function toHousehold(record: HouseholdRecord, { today, lastEventId }: Showing): Household {
  const { id, number, version, state, areaCode, registeredAt, updatedAt, ...row } = record.household;
  const { externalReference, address, dwelling, assets, consumption, closedOn, closingReason, mergedInto } = row;
  const residence = toResidence(record, today);
  const consent = toConsent(record, today);
  return {
    id,
    number,
    version,
    state,
    areaCode,
    ...known({ externalReference, address, dwelling, assets, consumption, closedOn, closingReason, mergedInto }),
    ...(residence && { residence }),
    members: membersOf(record).map((person) => toMember(person, record)),
    ...collectingOf(record),
    ...(consent && { consent }),
    ...(record.consents.length > 0 && { consents: record.consents.map(toConsentGiven) }),
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

function toMember(person: PersonEntity, { identifiers }: HouseholdRecord): Member {
  const {
    id: personId,
    givenNames,
    familyName,
    sex,
    bornOn,
    bornOnPrecision,
    relationship,
    diedOn,
    phoneMasked: phone,
  } = person;
  const { maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured } = person;
  const own = identifiers.filter((identifier) => identifier.personId === personId);
  return {
    personId,
    givenNames,
    familyName,
    sex,
    bornOn,
    bornOnPrecision,
    relationship,
    ...known({ diedOn, phone }),
    identifiers: own.map(({ type, valueMasked }) => ({ type, masked: valueMasked ?? '' })),
    ...known({ maritalStatus, functioning, chronicIllness, palliativeCare, pregnant, attendsSchool, work, insured }),
  };
}

/** Returns who collects, why no one does any more, and who is requested. */
function collectingOf(record: HouseholdRecord): Pick<Household, 'payee' | 'payeeMissing' | 'pendingPayee'> {
  const [payee, pending] = [payeeInForce(record), pendingChangeOf(record)];
  const { vacated: reason = null, personId: formerPersonId } = record.payee ?? {};
  return {
    ...(payee && { payee: toPayee(payee) }),
    ...(reason !== null && formerPersonId !== undefined && { payeeMissing: { reason, formerPersonId } }),
    ...(pending && { pendingPayee: toPendingPayee(pending) }),
  };
}

function toPayee(row: PayeeEntity | PayeeChangeEntity): Payee {
  const { personId, deputyPersonId, channel, provider, accountMasked: account } = row;
  return { personId, channel, ...known({ deputyPersonId, provider, account }) };
}

/** Returns a change of who collects, with who requested it. */
export function toPendingPayee(change: PayeeChangeEntity): PendingPayee {
  const { id, requestedBy: requestedById, requestedByName: requestedBy, requestedAt } = change;
  return { ...toPayee(change), id, requestedBy, requestedById, requestedAt: requestedAt.toISOString() };
}

/** Returns the consent that holds, with the newest day and way in which it was given. */
function toConsent(record: HouseholdRecord, today: PlainDate): Consent | undefined {
  const purposes = new Set(consentedOn(record, today));
  const standing = record.consents.filter(({ purpose }) => purposes.has(purpose));
  const [newest] = standing.toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : -1));
  if (!newest) return undefined;
  return { purposes: [...purposes], givenOn: newest.givenOn, method: newest.method };
}

function toConsentGiven({ purpose, givenOn, method, withdrawnOn }: HouseholdRecord['consents'][number]): ConsentGiven {
  return { purpose, givenOn, method, ...known({ withdrawnOn }) };
}
