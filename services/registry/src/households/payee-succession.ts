import { canonicalJson } from '@janela/platform';

import { noAccount } from '../encryption/number-cipher.ts';
import { type HouseholdRecord, livingMembersOf } from '../household-records/household-record.ts';
import type { Designation, PayeeEntity } from '../household-records/payee.entity.ts';

/**
 * Puts the deputy in the place of a payee who has died or left, in place and without the account, which was the other one's. What was
 * designated is kept, for a death may be withdrawn.
 */
export function replaceWhoIsGone(record: HouseholdRecord): void {
  const { payee } = record;
  if (!payee || payee.vacated === 'left') return;
  const base = withoutWhoIsGone(record, payee.designated ?? designationOf(payee));
  const living = new Set(livingMembersOf(record).map(({ id }) => id));
  const deputy = base.deputyPersonId !== null && living.has(base.deputyPersonId) ? base.deputyPersonId : null;
  let held: Designation = { ...base, deputyPersonId: deputy };
  let vacated: PayeeEntity['vacated'] = null;
  if (!living.has(base.personId)) {
    if (deputy !== null) held = takenOver(base, deputy);
    else vacated = payee.vacated ?? (record.people.find(({ id }) => id === base.personId)?.diedOn ? 'died' : 'left');
  }
  const isAsDesignated = vacated === null && canonicalJson(held) === canonicalJson(base);
  Object.assign(payee, held, { vacated, designated: isAsDesignated ? null : base });
}

/** Who left does not come back: the deputy is in their place for good. A death may be withdrawn, also one that was certified. */
function withoutWhoIsGone({ people }: HouseholdRecord, designation: Designation): Designation {
  const gone = people.filter(({ leftOn }) => leftOn !== null);
  const isGone = (personId: string) => gone.some(({ id }) => id === personId);
  const { personId, deputyPersonId } = designation;
  if (deputyPersonId === null) return designation;
  if (isGone(deputyPersonId)) return { ...designation, deputyPersonId: null };
  return isGone(personId) ? takenOver(designation, deputyPersonId) : designation;
}

function takenOver(designation: Designation, personId: string): Designation {
  return { ...designation, personId, deputyPersonId: null, ...noAccount };
}

function designationOf({ personId, deputyPersonId, channel, provider, ...row }: PayeeEntity): Designation {
  const { accountSealed, accountMark, accountMasked } = row;
  return { personId, deputyPersonId, channel, provider, accountSealed, accountMark, accountMasked };
}
