import type { Tx } from '@janela/platform';

import { RecordEntity } from './record.entity.ts';

/** Ends every session of a person and revokes their codes and refresh tokens, on whatever device. */
export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.delete(RecordEntity, { accountId: personId });
}
