import { canonicalJson } from '@janela/platform';

import { type HouseholdRecord, livingMembersOf } from '../household-records/household-record.ts';
import { collectorsOf, isCorrected, stillKnownAs } from './known-as.ts';
import type { PayeeChangeEntity } from '../household-records/payee-change.entity.ts';
import type { Designation, PayeeEntity } from '../household-records/payee.entity.ts';
import { type By, decide, newRequest } from './payee-request.ts';
import { replaceWhoIsGone } from './payee-succession.ts';

/** Who changes a household, and when. */
export interface Changing extends By {
  /** The change is the second person's own: what it says of who collects holds at once. */
  confirmsPayee?: boolean | undefined;
}

/** To whom the money goes, and by which way. */
type Terms = Omit<Designation, 'accountSealed' | 'accountMasked'> & Partial<Pick<PayeeEntity, 'knownAs'>>;

/** Returns the change of who collects that waits for a second person. */
export function pendingChangeOf({ payeeChanges }: HouseholdRecord): PayeeChangeEntity | undefined {
  return payeeChanges.find(({ state }) => state === 'pending');
}

/** Returns who collects now; a row whose person has died or left is kept for the record only. */
export function payeeInForce({ payee }: Pick<HouseholdRecord, 'payee'>): PayeeEntity | null {
  return payee?.vacated === null ? payee : null;
}

/**
 * Makes true what holds after every change of a household: another payee, or another name or official number of one, waits for a second
 * person; a person who has died or left does not collect; and a request that can no longer be met does not wait.
 */
export function settlePayee(before: HouseholdRecord, record: HouseholdRecord, changing: Changing): void {
  if (!changing.confirmsPayee) requestInstead(before, record, changing);
  replaceWhoIsGone(record);
  endRequest(before, record, changing);
}

/** Whatever the edit wants of who collects, or says of their names and numbers, is asked for: what held before goes on holding. */
function requestInstead(before: HouseholdRecord, record: HouseholdRecord, changing: Changing): void {
  const edited = record.payee;
  record.payee = before.payee && { ...before.payee, knownAs: stillKnownAs(before, record, before.payee) };
  const pending = pendingChangeOf(record);
  // A payee who collects no more and is still in the record was left as it was.
  const isAsked = edited !== null && edited.vacated === null && !isSame(edited, payeeInForce(before));
  const wanted = isAsked ? edited : (pending ?? payeeInForce(record));
  if (!wanted) return;
  const isCorrection = isCorrected(before, record, wanted);
  if (!isCorrection && (!isAsked || (pending && isSame(wanted, pending)))) return;
  if (!pending && isSame({ ...wanted, knownAs: null }, payeeInForce(record))) return;
  if (pending) decide(pending, 'replaced', changing);
  record.payeeChanges.push(newRequest(record, wanted, changing));
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

/** The same people, known as the same, by the same way. */
function isSame(a: Terms, b: Terms | null): boolean {
  if (b === null) return false;
  const columns = ['personId', 'deputyPersonId', 'channel', 'provider', 'accountMark'] as const;
  const isKnownAs = collectorsOf(a).every(
    (id) => canonicalJson(a.knownAs?.[id] ?? null) === canonicalJson(b.knownAs?.[id] ?? null),
  );
  return isKnownAs && columns.every((column) => a[column] === b[column]);
}
