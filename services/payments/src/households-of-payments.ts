import type { Shown, Tx } from '@janela/platform';

/** Returns records about payments, such as differences, with the household of each: the audit trail notes whose were shown. */
export async function withHouseholds(
  tx: Tx,
  records: readonly { id: string; paymentId?: string | null }[],
): Promise<Shown[]> {
  const payments = await tx.query<{ id: string; householdId: string }[]>(
    'SELECT id, household_id AS "householdId" FROM payments WHERE id = ANY($1::uuid[])',
    [records.flatMap(({ paymentId }) => paymentId ?? [])],
  );
  const households = new Map(payments.map(({ id, householdId }) => [id, householdId]));
  return records.map(({ id, paymentId }) => ({ id, householdId: households.get(paymentId ?? '') ?? null }));
}
