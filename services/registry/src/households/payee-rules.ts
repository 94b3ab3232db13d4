import { randomUUIDv7 } from 'node:crypto';

import type { PayeeChangeState } from '@janela/contracts';
import type { Actor } from '@janela/platform';

import type { PersonEntity } from '../people/person.entity.ts';
import { type HouseholdRecord, livingMembersOf } from './household-record.ts';
import type { PayeeChangeEntity } from './payee-change.entity.ts';
import type { PayeeEntity } from './payee.entity.ts';
import type { Vault } from './vault.ts';

/** Who changes a household, and when. */
export interface Changing {
  actor: Actor;
  at: Date;
  vault: Vault;
  /** The change is the second person's own: what it says of who collects holds at once. */
  confirmsPayee?: boolean | undefined;
}

/** To whom the money goes, and by which way. */
type Terms = Pick<PayeeEntity, 'personId' | 'deputyPersonId' | 'channel' | 'provider' | 'accountMark'>;

/** The change of who collects that waits for a second person. */
export function pendingChangeOf({ payeeChanges }: HouseholdRecord): PayeeChangeEntity | undefined {
  return payeeChanges.find(({ state }) => state === 'pending');
}

/** Who collects now; a row whose person has died or left is kept for the record only. */
export function payeeInForce({ payee }: Pick<HouseholdRecord, 'payee'>): PayeeEntity | null {
  return payee?.vacated === null ? payee : null;
}

/**
 * What holds after every change of a household, whatever it was about: another payee waits for a second person, who has died or
 * left does not collect, and a request that can no longer be met does not wait.
 */
export function settlePayee(before: HouseholdRecord, record: HouseholdRecord, changing: Changing): void {
  if (!changing.confirmsPayee) requestInstead(before, record, changing);
  replaceWhoIsGone(record, changing.vault);
  endRequest(before, record, changing);
}

/** Whatever the edit wants of who collects is asked for, and what held before goes on holding. */
function requestInstead(before: HouseholdRecord, record: HouseholdRecord, changing: Changing): void {
  const wanted = record.payee;
  record.payee = before.payee && { ...before.payee };
  // Somebody who collects no more and is still in the record was left as it was.
  if (!wanted || wanted.vacated !== null || isSame(wanted, payeeInForce(before))) return;
  const pending = pendingChangeOf(record);
  if (pending && isSame(wanted, pending)) return;
  if (pending) decide(pending, 'replaced', changing);
  record.payeeChanges.push(newRequest(record, wanted, changing));
}

function newRequest({ household }: HouseholdRecord, wanted: PayeeEntity, { actor, at }: Changing): PayeeChangeEntity {
  const { personId, deputyPersonId, channel, provider, accountSealed, accountMark } = wanted;
  return {
    ...{ id: randomUUIDv7(), householdId: household.id, areaCode: household.areaCode, state: 'pending' },
    ...{ personId, deputyPersonId, channel, provider, accountSealed, accountMark },
    ...{ requestedBy: actor.id, requestedByName: actor.name, requestedAt: at },
    ...{ decidedBy: null, decidedByName: null, decidedAt: null, reason: null },
  };
}

/** The deputy is there for this. A telephone that was the other one's own is not the deputy's: its wallet is left out. */
function replaceWhoIsGone(record: HouseholdRecord, vault: Vault): void {
  const payee = payeeInForce(record);
  if (!payee) return;
  const living = new Set(livingMembersOf(record).map(({ id }) => id));
  const deputy = payee.deputyPersonId !== null && living.has(payee.deputyPersonId) ? payee.deputyPersonId : null;
  if (living.has(payee.personId)) {
    payee.deputyPersonId = deputy;
    return;
  }
  const gone = record.people.find(({ id }) => id === payee.personId);
  if (deputy === null) {
    Object.assign(payee, { deputyPersonId: null, vacated: gone?.diedOn ? 'died' : 'left' });
    return;
  }
  const isOwnTelephone = gone !== undefined && hasTelephone(gone, payee, vault);
  const account = isOwnTelephone ? { accountSealed: null, accountMark: null } : {};
  Object.assign(payee, { personId: deputy, deputyPersonId: null, ...account });
}

function hasTelephone(person: PersonEntity, { householdId, accountSealed }: PayeeEntity, vault: Vault): boolean {
  return accountSealed !== null && vault.isTelephoneOf(person, vault.openAccount(householdId, accountSealed));
}

/** What was asked for a person who is gone, for a household that is no more, or for what holds already, does not wait. */
function endRequest(before: HouseholdRecord, record: HouseholdRecord, changing: Changing): void {
  const pending = pendingChangeOf(record);
  if (!pending) return;
  const living = new Set(livingMembersOf(record).map(({ id }) => id));
  if (pending.deputyPersonId !== null && !living.has(pending.deputyPersonId)) pending.deputyPersonId = null;
  const payee = payeeInForce(record);
  const isPossible = living.has(pending.personId) && record.household.state === 'active';
  if (isPossible && !isSame(pending, payee)) return;
  const isNew = before.payeeChanges.every(({ id }) => id !== pending.id);
  if (isNew) record.payeeChanges = record.payeeChanges.filter(({ id }) => id !== pending.id);
  else decide(pending, 'dropped', changing);
}

/** Ends a request, in place. */
export function decide(
  change: PayeeChangeEntity,
  state: Exclude<PayeeChangeState, 'pending'>,
  { actor, at }: Pick<Changing, 'actor' | 'at'>,
  reason: string | null = null,
): void {
  Object.assign(change, { state, decidedBy: actor.id, decidedByName: actor.name, decidedAt: at, reason });
}

function isSame(a: Terms, b: Terms | null): boolean {
  const columns = ['personId', 'deputyPersonId', 'channel', 'provider', 'accountMark'] as const;
  return b !== null && columns.every((column) => a[column] === b[column]);
}
