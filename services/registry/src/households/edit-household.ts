import type { AppError } from '@janela/platform';
import { ageInMonthsAt } from '@janela/kernel';
import type { ChangeHousehold, DesignatePayee, PlainDate, Residence } from '@janela/contracts';

import { MemberNotFound, PayeeNotAMember } from '../registry.errors.ts';
import { editMember } from './edit-member.ts';
import { giveConsent, takeConsentBack } from './edit-consent.ts';
import { type HouseholdRecord, livingMembersOf, membersOf } from '../household-records/household-record.ts';
import { residenceOf } from './new-household.ts';
import { noAccount, type NumberCipher } from '../encryption/number-cipher.ts';

export interface Editing {
  cipher: NumberCipher;
  today: PlainDate;
}

/** Changes what the request names, in place: what it leaves out stays, and null is not known any more. */
export function editHousehold(record: HouseholdRecord, input: ChangeHousehold, { cipher, today }: Editing): void {
  const { household } = record;
  const { residence, consent, withdrawConsent } = input;
  for (const part of ['address', 'dwelling', 'assets', 'consumption'] as const)
    if (input[part] !== undefined) Object.assign(household, { [part]: input[part] });
  if (residence !== undefined) editResidence(household, residence, today);
  for (const [index, change] of (input.members ?? []).entries()) {
    const person = membersOf(record).find(({ id }) => id === change.personId);
    if (!person) throw memberNotFound(`/members/${index}/personId`);
    editMember(record, person, change, cipher);
  }
  if (consent) giveConsent(record, consent);
  if (withdrawConsent) takeConsentBack(record, withdrawConsent, today);
}

/** The same number of months as yesterday is the same day of arrival, not one that is a day later. */
function editResidence(household: HouseholdRecord['household'], residence: Residence | null, today: PlainDate): void {
  const { residentSince: since } = household;
  const given = residenceOf(residence, today);
  const isSame = since !== null && since <= today && ageInMonthsAt(since, today) === residence?.months;
  Object.assign(household, given, isSame && { residentSince: since });
}

/** Changes who is to collect; outside a confirmation that becomes a request (`settlePayee`). An account that is left out is none. */
export function editPayee(record: HouseholdRecord, input: DesignatePayee, cipher: NumberCipher): void {
  const { id: householdId, areaCode } = record.household;
  const { personId, deputyPersonId = null, channel, provider = null, account } = input;
  const living = new Set(livingMembersOf(record).map(({ id }) => id));
  if (!living.has(personId)) throw payeeNotAMember('/personId');
  if (deputyPersonId !== null && !living.has(deputyPersonId)) throw payeeNotAMember('/deputyPersonId');
  record.payee = {
    householdId,
    areaCode,
    personId,
    deputyPersonId,
    channel,
    provider,
    vacated: null,
    knownAs: null,
    designated: null,
    ...accountOf(record, account, cipher),
  };
}

/** A seal differs every time; an account that is the same stays sealed as it is, and so is no change. */
function accountOf({ household, payee }: HouseholdRecord, account: string | undefined, cipher: NumberCipher) {
  if (account === undefined) return noAccount;
  if (payee?.accountMark === cipher.markAccount(account)) {
    const { accountSealed, accountMark, accountMasked } = payee;
    return { accountSealed, accountMark, accountMasked };
  }
  return cipher.encryptAccount(household.id, account);
}

function memberNotFound(pointer: string): AppError {
  return new MemberNotFound(undefined, {
    errors: [{ in: 'body', pointer, code: 'member_not_found', message: 'is not a member of this household' }],
  });
}

function payeeNotAMember(pointer: string): AppError {
  return new PayeeNotAMember(undefined, {
    errors: [{ in: 'body', pointer, code: 'payee_not_a_member', message: 'is not a living member of this household' }],
  });
}
