import type { NumberFormats } from '@janela/contracts';
import { known, type Tx } from '@janela/platform';

import { NumberFormatsEntity } from './number-formats.entity.ts';

export const theOnlyRow = 1;

/** Returns how telephones and accounts are written, as far as the country has published it. */
export async function getNumberFormats(tx: Tx): Promise<NumberFormats> {
  const row = await tx.findOneBy(NumberFormatsEntity, { id: theOnlyRow });
  if (!row) return { accounts: [] };
  const { telephone, accounts, providers } = row;
  return { telephone, accounts, ...known({ providers }) };
}
