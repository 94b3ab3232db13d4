import type { Funds } from '@janela/contracts';
import { minorToJson } from '@janela/kernel';
import type { Tx } from '@janela/platform';

import { actedBy, namesOf } from '../staff/staff.ts';
import type { FundsEntity } from './funds.entity.ts';

/** Funds as they are answered. */
export async function toFunds(tx: Tx, funds: FundsEntity): Promise<Funds> {
  const [answer] = await allToFunds(tx, [funds]);
  return answer as Funds;
}

/** The same for many, with one look at the names. */
export async function allToFunds(tx: Tx, all: readonly FundsEntity[]): Promise<Funds[]> {
  const nameOf = await namesOf(
    tx,
    all.flatMap(({ addedBy, decidedBy }) => [addedBy, decidedBy]),
  );
  return all.map(({ amountMinor, receivedOn: on, addedAt, decidedBy, decidedAt, refusal, ...funds }) => ({
    ...funds,
    amountMinor: minorToJson(amountMinor),
    on,
    addedAt: addedAt.toISOString(),
    proposedBy: actedBy(funds.addedBy, nameOf),
    ...(decidedBy !== null && { decidedBy: actedBy(decidedBy, nameOf) }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    ...(refusal !== null && { refusal }),
  }));
}
