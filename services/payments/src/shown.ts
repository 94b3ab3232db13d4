import type { Tx } from '@janela/platform';

/** A line of a household's payment, as it was shown. */
export interface Shown {
  householdId: string;
}

/** Returns what the audit trail keeps of lines that were shown: by ids, of which households they were. */
export function shownDetails(shown: readonly Shown[]): { count: number; householdIds: string[] } {
  return { count: shown.length, householdIds: [...new Set(shown.map(({ householdId }) => householdId))] };
}

/** The same of what names a payment and no household, such as a difference with a provider. */
export async function shownOfPayments(tx: Tx, shown: readonly { paymentId?: string | null | undefined }[]) {
  const ids = shown.flatMap(({ paymentId }) => paymentId ?? []);
  const rows = await tx.query<Shown[]>(
    'SELECT DISTINCT household_id AS "householdId" FROM payments WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return { ...shownDetails(rows), count: shown.length };
}
