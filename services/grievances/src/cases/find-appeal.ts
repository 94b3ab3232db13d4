import type { Tx } from '@janela/platform';

import type { Contested } from '../subjects/get-contested.ts';

/** Returns the id of the appeal that was filed against a decision, or about a payment. By its table, because appeals build on cases. */
export async function findAppealAgainst(tx: Tx, { decisionId, paymentId }: Contested): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM appeals WHERE decision_id = $1 OR payment_id = $2 LIMIT 1',
    [decisionId, paymentId],
  );
  return row?.id;
}
