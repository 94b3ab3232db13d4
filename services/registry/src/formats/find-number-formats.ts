import type { NumberFormats } from '@janela/contracts';
import { known, type Tx } from '@janela/platform';

import { NumberFormatsEntity } from './number-formats.entity.ts';

export const theOnlyRow = 1;

/** How telephones and accounts are written; before a country is loaded, nothing is known of them. */
export async function findNumberFormats(tx: Tx): Promise<NumberFormats> {
  const row = await tx.findOneBy(NumberFormatsEntity, { id: theOnlyRow });
  if (!row) return { accounts: [] };
  const { telephone, accounts, providers } = row;
  return { telephone, accounts, ...known({ providers }) };
}
