import { ageInMonthsAt } from '@janela/kernel';
import type { ChangeHousehold, Consent, DesignatePayee, PlainDate, Residence } from '@janela/contracts';

import { MemberNotFound, PayeeNotAMember } from '../registry.errors.ts';
import { editMember } from '../people/edit-member.ts';
import { type HouseholdRecord, livingMembersOf, membersOf } from './household-record.ts';
import { newConsents, residenceOf } from './new-household.ts';
import type { Vault } from './vault.ts';

export interface Editing {
  vault: Vault;
  today: PlainDate;
}

/** Changes what the request names, in place: what it leaves out stays, and null is not known any more. */
export function editHousehold(record: HouseholdRecord, input: ChangeHousehold, { vault, today }: Editing): void {
  const { household } = record;
  const { residence, consent } = input;
  for (const part of ['address', 'dwelling', 'assets', 'consumption'] as const)
    if (input[part] !== undefined) Object.assign(household, { [part]: input[part] });
  if (residence !== undefined) editResidence(household, residence, today);
  if (consent) editConsent(record, consent);
  for (const [index, change] of (input.members ?? []).entries()) {
    const person = membersOf(record).find(({ id }) => id === change.personId);
    if (!person) throw memberNotFound(`/members/${index}/personId`);
    editMember(record, person, change, vault);
  }
}

/** The same number of months as yesterday is the same day of arrival, not one that is a day later. */
function editResidence(household: HouseholdRecord['household'], residence: Residence | null, today: PlainDate): void {
  const { residentSince: since } = household;
  const told = residenceOf(residence, today);
  const isSame = since !== null && since <= today && ageInMonthsAt(since, today) === residence?.months;
  Object.assign(household, told, isSame && { residentSince: since });
}

/** A consent that is given holds for its purposes and no others: those that it no longer names are withdrawn. */
export function editConsent(record: HouseholdRecord, consent: Consent): void {
  const given = newConsents(consent, record.household);
  const purposes = new Set(given.map(({ purpose }) => purpose));
  const others = record.consents.filter(({ purpose }) => !purposes.has(purpose));
  record.consents = [
    ...given,
    ...others.map((other) => ({ ...other, withdrawnOn: other.withdrawnOn ?? consent.givenOn })),
  ];
}

/** Says who collects from now on. An account that is left out is none. */
export function editPayee(record: HouseholdRecord, input: DesignatePayee, vault: Vault): void {
  const { id: householdId, areaCode } = record.household;
  const { personId, deputyPersonId = null, channel, provider = null, account } = input;
  const living = new Set(livingMembersOf(record).map(({ id }) => id));
  if (!living.has(personId)) throw payeeNotAMember('/personId');
  if (deputyPersonId !== null && !living.has(deputyPersonId)) throw payeeNotAMember('/deputyPersonId');
  record.payee = {
    ...{ householdId, areaCode, personId, deputyPersonId, channel, provider },
    ...accountOf(record, account, vault),
  };
}

/** A seal differs every time; an account that is the same stays sealed as it is, and so is no change. */
function accountOf({ household, payee }: HouseholdRecord, account: string | undefined, vault: Vault) {
  if (account === undefined) return { accountSealed: null, accountMark: null };
  if (payee?.accountMark === vault.markAccount(account)) {
    const { accountSealed, accountMark } = payee;
    return { accountSealed, accountMark };
  }
  return vault.sealAccount(household.id, account);
}

function memberNotFound(pointer: string): MemberNotFound {
  return new MemberNotFound(undefined, {
    errors: [{ in: 'body', pointer, code: 'member_not_found', message: 'is not a member of this household' }],
  });
}

function payeeNotAMember(pointer: string): PayeeNotAMember {
  return new PayeeNotAMember(undefined, {
    errors: [{ in: 'body', pointer, code: 'payee_not_a_member', message: 'is not a living member of this household' }],
  });
}
