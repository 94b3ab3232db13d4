import type { Tx } from '@janela/platform';

import { ApplicationUnknown, HouseholdUnknown, PaymentUnknown } from '../grievances.errors.ts';
import { SubjectApplicationEntity } from './subject-application.entity.ts';
import { SubjectHouseholdEntity } from './subject-household.entity.ts';
import { SubjectPaymentEntity } from './subject-payment.entity.ts';

/** A chain of merges is short, and a circle impossible; a limit ends the search all the same. */
const maxMerges = 10;

/** Returns the household, or the one that it was merged into. Throws `HouseholdUnknown`. */
export async function getHousehold(tx: Tx, id: string): Promise<SubjectHouseholdEntity> {
  let next = id;
  for (let merges = 0; merges <= maxMerges; merges += 1) {
    const household = await tx.findOneBy(SubjectHouseholdEntity, { id: next });
    if (!household) break;
    if (household.mergedInto === null) return household;
    next = household.mergedInto;
  }
  throw new HouseholdUnknown(undefined, { errors: [unknown('householdId', 'household_unknown')] });
}

/** Throws `ApplicationUnknown`. */
export async function getApplication(tx: Tx, id: string): Promise<SubjectApplicationEntity> {
  const found = await tx.findOneBy(SubjectApplicationEntity, { id });
  if (found) return found;
  throw new ApplicationUnknown(undefined, { errors: [unknown('applicationId', 'application_unknown')] });
}

/** Throws `PaymentUnknown`. */
export async function getPayment(tx: Tx, id: string): Promise<SubjectPaymentEntity> {
  const found = await tx.findOneBy(SubjectPaymentEntity, { id });
  if (found) return found;
  throw new PaymentUnknown(undefined, { errors: [unknown('paymentId', 'payment_unknown')] });
}

/** Returns the ids of those who held, released or cancelled a payment, or acted on its cycle. Throws `PaymentUnknown`. */
export async function getStaffOfPayment(tx: Tx, id: string): Promise<string[]> {
  const { staff, cycleId } = await getPayment(tx, id);
  const [cycle] = await tx.query<{ staff: string[] }[]>('SELECT hands AS staff FROM subject_cycles WHERE id = $1', [
    cycleId,
  ]);
  return [...staff, ...(cycle?.staff ?? [])];
}

const unknown = (field: string, code: string) => ({
  in: 'body' as const,
  pointer: `/${field}`,
  code,
  message: 'is not known here',
});
